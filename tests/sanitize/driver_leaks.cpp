// Linked into every program that draws, in the preset sanitize only. Mesa's llvmpipe keeps a few hundred bytes of
// LLVM's at the end; the leak checker can tell them from ours only while the driver is still loaded.

// Weak, since it comes into a program by each of its libraries.
extern "C" {

/// Takes the place of the C library's: what was loaded stays.
[[gnu::weak]] int dlclose(void*) { return 0; }

[[gnu::weak]] const char* __lsan_default_suppressions() { return "leak:libLLVM\n"; }

}
