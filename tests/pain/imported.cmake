# The tests over the import of the real data set, where there is one.
if(NOT EXISTS "${pack}/atlas.json")
  message("DORSUM_REFERENCE_DIR is not set: the imported pack is not tested")
  return()
endif()
execute_process(COMMAND ${program} COMMAND_ERROR_IS_FATAL ANY)
