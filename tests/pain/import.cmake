# The real data set as a pack, for pain.imported.
set(archive "$ENV{DORSUM_REFERENCE_DIR}/bodyparts3d/obj")
if("$ENV{DORSUM_REFERENCE_DIR}" STREQUAL "" OR NOT EXISTS "${archive}")
  message("DORSUM_REFERENCE_DIR is not set: the imported pack is not tested")
  return()
endif()
execute_process(COMMAND ${program} import bodyparts3d ${archive} -o ${pack} COMMAND_ERROR_IS_FATAL ANY)
