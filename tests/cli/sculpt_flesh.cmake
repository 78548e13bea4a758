# `dorsum_sculpt --flesh` takes the bones from the pack that is there: with a bone's recipe spoilt the whole can't be
# sculpted, the muscles alone can, and come out as before (the same triangles; a pack rounds what it is written from).
file(REMOVE_RECURSE ${folder})
set(recipes ${folder}/assets/sculpt)
foreach(recipe bones/scapula bones/rib-6 muscles/teres-minor room)
  configure_file(${source}/assets/sculpt/${recipe}.json ${recipes}/${recipe}.json COPYONLY)
endforeach()
set(sculpt ${program} ${recipes} -o ${folder}/pack --table ${source}/assets/structures.json
           --regions ${source}/assets/regions.json --attachments ${source}/assets/attachments.json
           --motions ${source}/assets/motion.json)

execute_process(COMMAND ${sculpt} --flesh ERROR_VARIABLE err RESULT_VARIABLE status)
if(status EQUAL 0 OR NOT err MATCHES "pack")
  message(FATAL_ERROR "among the bones of no pack: status ${status}\n${err}")
endif()
execute_process(COMMAND ${sculpt} OUTPUT_VARIABLE before COMMAND_ERROR_IS_FATAL ANY ERROR_QUIET)
if(NOT before MATCHES "^6 structures, [0-9]+ triangles")
  message(FATAL_ERROR "the whole: ${before}")
endif()

file(READ ${recipes}/bones/scapula.json scapula)
string(JSON scapula SET "${scapula}" figures "{}")
file(WRITE ${recipes}/bones/scapula.json "${scapula}")
execute_process(COMMAND ${sculpt} ERROR_VARIABLE err RESULT_VARIABLE status)
if(NOT status EQUAL 1 OR NOT err MATCHES "scapula.json: figures")
  message(FATAL_ERROR "with a spoilt recipe: status ${status}\n${err}")
endif()
execute_process(COMMAND ${sculpt} --flesh OUTPUT_VARIABLE after ERROR_VARIABLE err RESULT_VARIABLE status)
if(NOT status EQUAL 0 OR NOT after STREQUAL before)
  message(FATAL_ERROR "the muscles alone: status ${status}\n${after}instead of\n${before}${err}")
endif()
