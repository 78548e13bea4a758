// Never compiled: geometry may use core.
#include "dorsum/core/result.h"
