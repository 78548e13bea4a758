#pragma once
// What lies under a stroke.

#include "dorsum/massage/strokes.h"

namespace dorsum::massage {

/// Fills in under, points and crossings of a stroke that is laid.
void look_under(const Ground& ground, const WhereNotAreas& where_not, Stroke& stroke);

}  // namespace dorsum::massage
