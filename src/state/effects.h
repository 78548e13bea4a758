#pragma once
// The effects of those commands that are more than a switch, by subject. Each takes the state to change and what stands
// after the verb, of the types of the form that the table names it for.

#include "dorsum/state/command_table.h"

namespace dorsum::state {

using Effect = Result<void>(State&, const Arguments&, const body::Body&);

[[nodiscard]] inline const std::string& word(const Arguments& arguments, std::size_t i) { return std::get<std::string>(arguments.at(i)); }
[[nodiscard]] inline float number(const Arguments& arguments, std::size_t i) { return std::get<float>(arguments.at(i)); }
[[nodiscard]] inline glm::vec3 place(const Arguments& arguments, std::size_t i) { return std::get<glm::vec3>(arguments.at(i)); }

/// The place of the body that an argument tells: of the surface it names or, of millimetres, of the nearest of the
/// structures (`of`: of this one). Fails when it names nothing in this body.
[[nodiscard]] Result<body::Place> place_of_body(const Argument& argument, const body::Body& body, std::optional<std::size_t> of = {});

// effects_body.cpp: what is peeled, shown and selected.
Effect set_depth, bring_sides_together, hide, show, isolate, isolate_none, show_all, select_one, select_none, reveal;
void write_depth(const State& state, const body::Body& body, std::vector<Command>& script);
void write_isolated(const State& state, const body::Body& body, std::vector<Command>& script);

// effects_pain.cpp: trigger points and the client's pain.
Effect switch_triggers, no_triggers, step, compare, compare_off, unfold_point, open_candidate;
Effect add_region, remove_region, paint, erase_paint, clear_pain;
void write_pain(const State& state, const body::Body& body, std::vector<Command>& script);

// effects_pose.cpp: how the body is bent.
Effect pose, pose_rest;
void write_pose(const State& state, const body::Body& body, std::vector<Command>& script);

// effects_massage.cpp: what hands do, and how the client lies.
Effect lay_stroke, no_stroke, switch_where_not, lie;
void write_stroke(const State& state, const body::Body& body, std::vector<Command>& script);
void write_lie(const State& state, const body::Body& body, std::vector<Command>& script);

// effects_look.cpp: cuts, the probe, the lens and the camera.
Effect cut_straight, cut_oblique, cut_facing, move_cut, no_cut, place_probe, no_probe, place_lens, no_lens;
Effect view, orbit, pan, zoom, focus, set_camera;
void write_camera(const State& state, const body::Body& body, std::vector<Command>& script);

}  // namespace dorsum::state
