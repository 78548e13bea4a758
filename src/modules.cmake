# The modules of the program: one folder in src/, public headers in include/dorsum/<module>/, one static
# library each. USES is the list of modules whose headers it may include, those reached through another's
# headers spelled out (checked by the test house.includes); LIBRARIES are the outside libraries met in its
# .cpp files only, PUBLIC_LIBRARIES those that its public headers name.

set_property(GLOBAL PROPERTY dorsum_modules "")

function(dorsum_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LIBRARIES;PUBLIC_LIBRARIES")
  list(JOIN arg_USES "," uses)
  set_property(GLOBAL APPEND PROPERTY dorsum_modules "${name}:${uses}")
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  list(TRANSFORM arg_USES PREPEND dorsum_ OUTPUT_VARIABLE used)
  add_library(dorsum_${name} STATIC ${sources})
  target_link_libraries(dorsum_${name} PUBLIC dorsum_options ${used} ${arg_PUBLIC_LIBRARIES} PRIVATE ${arg_LIBRARIES})
  target_include_directories(dorsum_${name} PRIVATE ${CMAKE_SOURCE_DIR}/src/${name})
  dorsum_precompile(dorsum_${name})
endfunction()

dorsum_module(core LIBRARIES fmt::fmt utf8cpp PUBLIC_LIBRARIES glm::glm nlohmann_json::nlohmann_json)
dorsum_module(geometry USES core LIBRARIES embree Eigen3::Eigen meshoptimizer::meshoptimizer fmt::fmt)
dorsum_module(atlas USES core LIBRARIES fmt::fmt)
dorsum_module(motion USES core atlas geometry LIBRARIES Eigen3::Eigen nanoflann::nanoflann fmt::fmt)
dorsum_module(words USES core PUBLIC_LIBRARIES fmt::fmt)
dorsum_module(sculpt USES core atlas geometry LIBRARIES OpenVDB::openvdb TBB::tbb meshoptimizer::meshoptimizer fmt::fmt)
dorsum_module(body USES core atlas geometry motion LIBRARIES fmt::fmt Threads::Threads)
dorsum_module(massage USES core atlas geometry motion body LIBRARIES fmt::fmt)
dorsum_module(sentences USES core atlas geometry motion body words LIBRARIES fmt::fmt)
dorsum_module(state USES core atlas geometry motion body massage LIBRARIES fmt::fmt)
dorsum_module(io USES core atlas geometry motion body LIBRARIES ZLIB::ZLIB dorsum_stb fmt::fmt Threads::Threads)
dorsum_module(imports USES core atlas geometry motion body io LIBRARIES assimp::assimp meshoptimizer::meshoptimizer PkgConfig::seccomp
              PkgConfig::utf8proc PkgConfig::zip fmt::fmt Threads::Threads)
dorsum_module(answers USES core atlas geometry motion body massage state)
dorsum_module(drawing USES core geometry)
dorsum_module(picture USES core words sentences atlas geometry motion body massage state answers drawing LIBRARIES fmt::fmt)
dorsum_module(gl USES core LIBRARIES PkgConfig::egl Threads::Threads fmt::fmt PUBLIC_LIBRARIES dorsum_glad)
dorsum_module(render USES core gl geometry drawing LIBRARIES dorsum_stb fmt::fmt)
dorsum_module(ui USES core words sentences state answers drawing picture atlas geometry motion body massage LIBRARIES dorsum_imgui fmt::fmt)
dorsum_module(opening USES core words atlas geometry motion body massage state io LIBRARIES fmt::fmt Threads::Threads)
target_compile_definitions(dorsum_opening PRIVATE DORSUM_ASSETS_DIR="${CMAKE_SOURCE_DIR}/assets")
dorsum_module(workshop USES core atlas geometry motion body massage state io imports sculpt opening LIBRARIES fmt::fmt)
dorsum_module(desk USES core words atlas geometry motion body massage state answers drawing picture ui LIBRARIES fmt::fmt)
dorsum_module(easel USES core words atlas geometry motion body massage state answers drawing picture ui gl render desk LIBRARIES fmt::fmt)
dorsum_module(window USES core words atlas geometry motion body massage state answers drawing picture gl ui desk opening LIBRARIES glfw X11::X11 dorsum_imgui fmt::fmt)
dorsum_module(reports USES core words sentences atlas geometry motion body massage state answers LIBRARIES fmt::fmt)
dorsum_module(terminal USES core atlas geometry motion body massage state io opening gl drawing render LIBRARIES fmt::fmt)
dorsum_module(sitting USES core words atlas geometry motion body massage state answers drawing picture gl render ui io imports sculpt opening workshop desk easel window terminal
              LIBRARIES fmt::fmt)

# All that a viewer needs, whatever window it has: opens packs, draws, and holds the desk. It links without what sculpts and
# imports and without a window's library (tests/viewer), and keeps to the C++ of all machines (tests/house/common_cpp.cmake).
add_library(dorsum_viewer INTERFACE)
target_link_libraries(dorsum_viewer INTERFACE dorsum_opening dorsum_desk dorsum_easel dorsum_reports)
set_property(GLOBAL PROPERTY dorsum_viewer_modules core words sentences geometry atlas motion body massage state answers io drawing picture gl render ui
                                                   opening desk easel reports)
