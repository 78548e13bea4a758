# Compiles a module in a tree that has nothing but itself and the modules it is said to need: what it includes beyond them
# isn't there.
#   cmake -DSOURCE_DIR=... -DWORK_DIR=... -DMODULE=render "-DNEEDS=core|geometry" -DCOMPILER=c++ "-DINCLUDES=dir|dir" -P alone.cmake
cmake_minimum_required(VERSION 3.25)
string(REPLACE "|" ";" NEEDS "${NEEDS}")
string(REPLACE "|" ";" INCLUDES "${INCLUDES}")
file(REMOVE_RECURSE "${WORK_DIR}")
file(MAKE_DIRECTORY "${WORK_DIR}/include/dorsum" "${WORK_DIR}/src")
foreach(module IN LISTS NEEDS MODULE)
  file(COPY "${SOURCE_DIR}/include/dorsum/${module}" DESTINATION "${WORK_DIR}/include/dorsum")
endforeach()
file(COPY "${SOURCE_DIR}/src/${MODULE}" DESTINATION "${WORK_DIR}/src")
# At once, as one file: names in unnamed namespaces are good for a whole module.
file(GLOB sources "${WORK_DIR}/src/${MODULE}/*.cpp")
list(LENGTH sources count)
if(count EQUAL 0)
  message(FATAL_ERROR "alone.cmake: ${MODULE} has no sources")
endif()
list(TRANSFORM sources REPLACE "(.+)" "#include \"\\1\"\n")
list(JOIN sources "" text)
file(WRITE "${WORK_DIR}/all.cpp" "${text}")
list(FILTER INCLUDES EXCLUDE REGEX "^${SOURCE_DIR}/(include|src)|^/usr/include$")  # the compiler has the last by itself
list(TRANSFORM INCLUDES PREPEND "-isystem")
execute_process(COMMAND ${COMPILER} -std=c++20 -fsyntax-only -DFMT_SHARED -I${WORK_DIR}/include -I${WORK_DIR}/src/${MODULE} ${INCLUDES} ${WORK_DIR}/all.cpp
                RESULT_VARIABLE failed ERROR_VARIABLE complaint)
if(failed)
  message(NOTICE "${complaint}")
  message(FATAL_ERROR "${MODULE} does not compile beside ${NEEDS} alone")
endif()
message(STATUS "${count} files of ${MODULE} compile beside ${NEEDS}")
