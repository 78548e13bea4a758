# Gathers the texts of the code into a .pot file; with a second file, fails where that one has others.
#   cmake -DXGETTEXT= -DSOURCE= -P gather.cmake -- FILE [TO_COMPARE_WITH]
math(EXPR last "${CMAKE_ARGC} - 1")
set(files "")
set(seen FALSE)
foreach(i RANGE ${last})
  if(seen)
    list(APPEND files ${CMAKE_ARGV${i}})
  elseif(CMAKE_ARGV${i} STREQUAL "--")
    set(seen TRUE)
  endif()
endforeach()
list(GET files 0 made)

file(GLOB_RECURSE sources RELATIVE ${SOURCE} ${SOURCE}/src/*.cpp ${SOURCE}/src/*.h ${SOURCE}/include/*.h)
list(SORT sources)
list(JOIN sources "\n" list)
file(WRITE ${made}.sources "${list}\n")
# Without line numbers: a file is enough to find a text by, and does not change with every line that is added above it.
execute_process(
  COMMAND ${XGETTEXT} --language=C++ --from-code=UTF-8 --keyword --keyword=say:1 --keyword=say_in:1c,2 --keyword=say_filled:1
          --keyword=say_counted:1,2 --keyword=to_say:1 --keyword=to_fill:1 --flag=say_filled:1:no-c-format --flag=to_fill:1:no-c-format --flag=say_counted:1:no-c-format
          --flag=say_counted:2:no-c-format --add-location=file --sort-by-file --no-wrap --package-name=Dorsum
          --copyright-holder=the\ Dorsum\ authors --msgid-bugs-address= --files-from=${made}.sources --output=${made}
  WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE result ERROR_VARIABLE said)
file(REMOVE ${made}.sources)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "xgettext failed: ${said}")
endif()
# The day it was made says nothing, nor does that a text of fmt's is none of printf's.
file(READ ${made} text)
string(REPLACE "#, no-c-format\n" "" text "${text}")
string(REGEX REPLACE "\"POT-Creation-Date:[^\n]*\n" "" text "${text}")
file(WRITE ${made} "${text}")

list(LENGTH files count)
if(count GREATER 1)
  list(GET files 1 kept)
  file(READ ${kept} other)
  if(NOT text STREQUAL other)
    execute_process(COMMAND diff ${kept} ${made})
    message(FATAL_ERROR "${kept} has not the texts of the code: ninja update_words")
  endif()
endif()
