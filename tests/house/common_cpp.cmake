# The C++ that every machine's compiler has (libc++ 13 among them), in all that a viewer is made of, and threads in one place.
#   cmake -DSOURCE_DIR=... "-DMODULES=core|geometry|..." -P common_cpp.cmake
cmake_minimum_required(VERSION 3.25)
string(REPLACE "|" ";" MODULES "${MODULES}")

# Each rule: what a line must not hold, what to write in its place, the files that may (a pattern; ^$ for none).
set(rules
    "std::(ranges|views)::" "an algorithm of std, with begin and end" "^$"
    "std::(jthread|async|future|stop_token)|std::thread" "parallel_for or later (core/parallel.h)" "^(src|include/dorsum)/core/parallel\\."
    "std::bit_cast|std::format\\(|<expected>" "std::memcpy, fmt::format, core/result.h" "^$"
    # Whole numbers every library reads; the files that may are those that read such.
    "from_chars" "leading_number or number_in (core/number.h)"
    "^src/(core/number|gl/fault|words/po|words/plural_rule|io/whole_file|picture/labels)\\.cpp$"
    "(const )?auto[ ]*\\*[ ]*(const )?[a-z_]+ = std::(find|find_if|lower_bound|upper_bound|min_element|max_element)\\(" "auto: an iterator need be no pointer" "^$")

set(violations 0)
set(files_read 0)
foreach(module IN LISTS MODULES)
  file(GLOB_RECURSE files "${SOURCE_DIR}/src/${module}/*.cpp" "${SOURCE_DIR}/src/${module}/*.h" "${SOURCE_DIR}/include/dorsum/${module}/*.h")
  foreach(file IN LISTS files)
    math(EXPR files_read "${files_read} + 1")
    file(RELATIVE_PATH shown "${SOURCE_DIR}" "${file}")
    list(LENGTH rules count)
    math(EXPR last "${count} - 1")
    foreach(i RANGE 0 ${last} 3)
      math(EXPR instead_at "${i} + 1")
      math(EXPR may_at "${i} + 2")
      list(GET rules ${i} pattern)
      list(GET rules ${instead_at} instead)
      list(GET rules ${may_at} may)
      if(shown MATCHES "${may}")
        continue()
      endif()
      file(STRINGS "${file}" lines REGEX "${pattern}")
      foreach(line IN LISTS lines)
        message(SEND_ERROR "${shown}: ${line}\n  write ${instead}")
        math(EXPR violations "${violations} + 1")
      endforeach()
    endforeach()
  endforeach()
endforeach()
if(files_read EQUAL 0)
  message(FATAL_ERROR "common_cpp.cmake: no source file found under ${SOURCE_DIR}")
endif()
message(STATUS "${files_read} files read, ${violations} violations")
