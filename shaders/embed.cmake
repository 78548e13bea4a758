# Shaders are plain files here and travel inside the program: this writes them as string data into one .cpp.
# Run by the build:  cmake -DFILES="a;b" -DOUTPUT=x.cpp -P embed.cmake
set(text "// Generated from shaders/ by shaders/embed.cmake.\n#include \"shader_files.h\"\n\nnamespace dorsum::render {\n\n")
string(APPEND text "std::span<const ShaderFile> shader_files() {\n  static constexpr ShaderFile files[] = {\n")
foreach(file ${FILES})
  get_filename_component(name ${file} NAME)
  file(READ ${file} source)
  string(APPEND text "      {\"${name}\", R\"glsl(${source})glsl\"},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n\n}  // namespace dorsum::render\n")
file(WRITE ${OUTPUT} "${text}")
