// Only carries the precompiled headers (CMakeLists.txt).
