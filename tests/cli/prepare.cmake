# Bad input for the cases of CMakeLists.txt. Each function is given the folder in which the program will run.

# A pack with good facts (of no structure that would need a mesh) and meshes that say they are glTF.
function(write_facts folder extra)
  file(WRITE ${folder}/pack/atlas.json "{\"format_version\": 1, \"name\": \"x\", \"provenance\": \"x\", \"licence\": \"x\"${extra},
 \"structures\": [], \"landmarks\": {}, \"lacking\": []}")
endfunction()

function(copy_built_in folder)
  get_filename_component(build ${program} DIRECTORY)
  file(COPY ${build}/atlas/atlas.json ${build}/atlas/meshes.glb DESTINATION ${folder}/pack)
endfunction()

function(prepare_empty_pack folder)
  file(MAKE_DIRECTORY ${folder}/pack)
endfunction()

function(prepare_half_pack folder)
  write_facts(${folder} "")
endfunction()

function(prepare_unknown_field folder)
  copy_built_in(${folder})
  write_facts(${folder} ", \"colour\": 1")
endfunction()

function(prepare_cut_meshes folder)
  copy_built_in(${folder})
  execute_process(COMMAND truncate -s 100000 ${folder}/pack/meshes.glb COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(prepare_bad_landmark folder)
  file(COPY ${source}/assets/content DESTINATION ${folder})
  file(READ ${folder}/content/muscles/teres-major.json text)
  string(REGEX REPLACE "inferior-angle|spinous-process" "no-such-process" text "${text}")
  file(WRITE ${folder}/content/muscles/teres-major.json "${text}")
endfunction()

function(prepare_empty_archive folder)
  file(MAKE_DIRECTORY ${folder}/archive)
endfunction()

function(prepare_faceless_archive folder)
  file(WRITE ${folder}/archive/FJ1.obj "# Concept ID : FMA7163\nv 0 0 0\nv 1 0 0\nv 0 1 0\n")
endfunction()

function(prepare_archive_and_work folder)
  file(WRITE ${folder}/archive/FJ1.obj "# Concept ID : FMA7163
v 0 0 0\nv 100 0 0\nv 0 100 0\nv 0 0 1000\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n")
  file(WRITE ${folder}/work/thesis.txt "years of work")
endfunction()
