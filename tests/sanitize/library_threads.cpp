// Linked into every program of the preset threads. Embree and TBB are not built with the thread sanitizer: what they
// do to hand work from thread to thread it can't see, and takes for races.

extern "C" {

// Weak, since it comes into a program by each of its libraries.
[[gnu::weak]] const char* __tsan_default_suppressions() {
  return "called_from_lib:libtbb.so\n"
         "called_from_lib:libembree3.so\n"
         "race:libtbb.so\n"
         "race:libembree3.so\n";
}

}
