# Every outside library, met here once. The floor is Debian 12 (bookworm): the versions named are its own,
# and the oldest we build against. packages.txt lists the Debian packages; install-packages.sh installs them.

find_package(Threads REQUIRED)
find_package(glm REQUIRED)                            # 0.9.9.8
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Eigen3 3.4 REQUIRED)
find_package(nanoflann 1.4 REQUIRED)                        # 1.4.3, header only
find_package(assimp 5.2 REQUIRED)
find_package(utf8cpp REQUIRED)                        # 3.2.3, header only
find_package(ZLIB REQUIRED)                            # 1.2.13
find_package(embree 3.13 REQUIRED)
find_package(meshoptimizer REQUIRED)                  # 0.18
find_package(glfw3 3.3 REQUIRED)
find_package(X11 REQUIRED)

# OpenVDB's own find module needs its folder on the module path.
list(APPEND CMAKE_MODULE_PATH /usr/lib/${CMAKE_LIBRARY_ARCHITECTURE}/cmake/OpenVDB)
find_package(OpenVDB 10 REQUIRED)

find_package(PkgConfig REQUIRED)
# EGL by pkg-config: CMake's FindOpenGL also demands libOpenGL, which the generated loader makes needless.
pkg_check_modules(egl REQUIRED IMPORTED_TARGET egl)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)    # 2.5
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)  # 2.8
pkg_check_modules(zip REQUIRED IMPORTED_TARGET libzip)            # 1.7; its CMake file asks for its tools, too
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)  # 1.86, backends inside the library
add_library(dorsum_imgui INTERFACE)
target_link_libraries(dorsum_imgui INTERFACE PkgConfig::imgui)

find_path(DORSUM_STB_INCLUDE stb_image.h PATH_SUFFIXES stb REQUIRED)
add_library(dorsum_stb INTERFACE)
target_include_directories(dorsum_stb SYSTEM INTERFACE ${DORSUM_STB_INCLUDE})
