# The OpenGL loader is generated, not copied: python3-glad writes it at configure time from the registry it
# ships, offline and the same on every machine. 4.1 core is the floor (design.md); GL_KHR_debug and
# GL_KHR_robustness are asked for by name because 4.1 has no debug callback and no reset status of its own.

set(glad_asked --api gl:core=4.1 --extensions GL_KHR_debug,GL_KHR_robustness)
string(SHA1 glad_key "${glad_asked}")
set(glad_dir ${CMAKE_BINARY_DIR}/glad/${glad_key})  # another when something else is asked for
if(NOT EXISTS ${glad_dir}/src/gl.c)
  # /usr/bin/python3 has Debian's module; another interpreter first on the PATH would not.
  execute_process(
    COMMAND /usr/bin/python3 -m glad ${glad_asked} --reproducible --quiet
            --out-path ${glad_dir} c
    RESULT_VARIABLE glad_result OUTPUT_QUIET ERROR_VARIABLE glad_error)
  if(NOT glad_result EQUAL 0)
    message(FATAL_ERROR "glad could not write the OpenGL loader (is python3-glad installed?): ${glad_error}")
  endif()
endif()
add_library(dorsum_glad STATIC ${glad_dir}/src/gl.c)
target_include_directories(dorsum_glad SYSTEM PUBLIC ${glad_dir}/include)
target_link_libraries(dorsum_glad PUBLIC ${CMAKE_DL_LIBS})
