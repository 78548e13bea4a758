# The program stays within what OpenGL 4.1 and OpenGL ES 3.0 have in common, so that the way to other machines is open: it
# calls no function that isn't in gl_es_3.txt (those of GLES3/gl3.h), but for two that a file asks for by name first, and
# adds nothing up in whole floats, which OpenGL ES blends only with EXT_float_blend.
#   cmake -DSOURCE_DIR=... -P gl_calls.cmake
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/gl_es_3.txt" common)
# Where the context says that it has them (GL_KHR_debug, GL_KHR_robustness).
set(asked_first glDebugMessageCallback glGetGraphicsResetStatus)

file(GLOB_RECURSE files "${SOURCE_DIR}/src/*.cpp" "${SOURCE_DIR}/src/*.h" "${SOURCE_DIR}/include/*.h")
list(FILTER files EXCLUDE REGEX "/src/tools/")  # whoever measures may ask for more
set(calls 0)
foreach(file IN LISTS files)
  file(READ "${file}" text)
  if(text MATCHES "GL_(RGBA32F|RGB32F)")
    message(SEND_ERROR "${file}: ${CMAKE_MATCH_0} can't be blended in OpenGL ES 3.0; half floats can")
  endif()
  string(REGEX MATCHALL "[^a-zA-Z0-9_]gl[A-Z][a-zA-Z0-9]*\\(" found "${text}")
  foreach(call IN LISTS found)
    string(REGEX REPLACE "^.(.*).$" "\\1" function "${call}")
    math(EXPR calls "${calls} + 1")
    if(function IN_LIST common)
      continue()
    endif()
    file(RELATIVE_PATH shown "${SOURCE_DIR}" "${file}")
    if(function IN_LIST asked_first AND text MATCHES "GLAD_GL_KHR_")
      continue()
    endif()
    message(SEND_ERROR "${shown}: ${function} is not in OpenGL ES 3.0")
  endforeach()
endforeach()
if(calls LESS 100)
  message(FATAL_ERROR "gl_calls.cmake: only ${calls} calls found under ${SOURCE_DIR}")
endif()
message(STATUS "${calls} calls of OpenGL read")
