// Never compiled: core may not look into geometry, and the test house.includes_refused sees that it is noticed.
#include "dorsum/geometry/triangle_mesh.h"
