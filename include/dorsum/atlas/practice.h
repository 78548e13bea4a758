#pragma once
// What hands do, as said about any atlas: techniques with their strokes, places where no hand presses, the sequence of a
// massage, self-care. No coordinates, only landmark formulas of the right side, as in content.h.
// Files (docs/content.md): assets/content/techniques/<technique>.json, where-not.json, massage.json, self-care.json.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/skin_area.h"

namespace dorsum::atlas {

inline constexpr int highest_pressure = 5;  ///< 1 spreads lotion, 3 moves the top muscle, 5 presses down to bone (massage.json)

/// What touches the skin. Of these the whole hand alone is broad.
enum class HandTool { whole_hand, fist, fingers, thumb };
[[nodiscard]] std::string_view name_of(HandTool tool);  ///< as the files write it

/// A part of a stroke with one pressure.
struct StrokeLeg {
  /// The edge of a flat bone that the leg runs along, between its two anchors, instead of straight from one to the other.
  struct Border {
    std::string bone;         ///< structure id without side: "scapula"
    bool medial = true;       ///< its inner edge, else its outer
    float beside_mm = 0.0F;   ///< off the bone, away from it, before body_scale
  };
  std::string words;
  std::vector<std::string> path;     ///< landmark formulas in order
  Face face = Face::dorsal;          ///< from where they are carried onto the skin
  int pressure = 1;                  ///< 1 to highest_pressure
  std::array<float, 2> speed{};      ///< mm a second, least and most
  std::optional<Border> border;
};

struct StrokeFacts {
  enum class Shape {
    path,  ///< from its first anchor to its last
    loop,  ///< and back to the first
    along, ///< along the fibres of `muscle`, from end to end, over one anchor
    site   ///< to and fro over one anchor, across the fibres of `muscle`
  };
  std::string id;
  Shape shape = Shape::path;
  float width_mm = 0.0F;     ///< of what touches the skin, before body_scale
  HandTool tool = HandTool::thumb;
  bool both_hands = false;   ///< one on each side of the spine at once
  std::vector<StrokeLeg> legs;
  float stroke_mm = 0.0F;    ///< of a site: how far to and fro, before body_scale
  std::string muscle;        ///< whose fibres it is told against; empty: none
  std::vector<std::string> fibre_axis;  ///< of a site: two places on one fibre, to check the direction by; may be empty
  std::string caution;       ///< may be empty
};

/// How a technique is laid on any muscle.
struct OnMuscle {
  enum class Way { along, across, press };  ///< along or across its fibres, or held on one place
  Way way = Way::along;
  float width_mm = 0.0F;
  HandTool tool = HandTool::thumb;
  int pressure = 1;
  std::array<float, 2> speed{};   ///< mm a second; of a press zero
  float stroke_mm = 0.0F;         ///< of `across`
  std::array<float, 2> hold{};    ///< seconds, of a press
};

struct Technique {
  std::string id, name, say_it, group, does_not, tool, oil, client;
  std::vector<std::string> purpose;
  std::array<int, 2> pressure{};  ///< least and most
  int client_scale_max = 0;       ///< of 10, on the client's scale
  std::string pressure_rule, direction, direction_relative, direction_fibres;
  std::optional<OnMuscle> on_muscle;
  std::vector<StrokeFacts> strokes;
  std::array<float, 2> minutes{};
  std::string duration_words;
  std::vector<std::string> steps, muscles, where_not, contraindications, ask, look_for, stop_when, mistakes, variants, sources;
  std::string confidence;
};

/// How hard a hand may press in places of one level.
struct WhereNotLevel {
  std::string words;
  int most_pressure = 0;         ///< 0: no hand at all
  int most_with_whole_hand = 0;
};

struct WhereNotSite {
  std::string id, name, level, why, instead;
  std::vector<SkinArea> areas;
  std::vector<std::string> notes, sources;
};

struct WhereNot {
  std::map<std::string, WhereNotLevel, std::less<>> levels;
  std::string evidence;
  std::vector<WhereNotSite> sites;
  [[nodiscard]] const WhereNotSite* site(std::string_view id) const;
};

/// One step of a whole massage.
struct MassageStep {
  std::string title;
  float minutes = 0.0F;
  std::string technique;  ///< empty: none
  std::string how, ask;   ///< may be empty
};

/// A part of the body that a massage may be about.
struct RegionGroup {
  std::string id, words;
  std::vector<std::string> regions, muscles;
};

/// How a trigger point is pressed.
struct PointHold {
  std::string client, hold, press;
  std::vector<std::string> caution;  ///< sites of WhereNot
};

struct Massage {
  std::vector<std::string> pressure_scale;  ///< words for 1 to highest_pressure
  std::string client_scale, scale_note;
  struct Evidence {
    std::string about, words;
    std::vector<std::string> sources;
  };
  std::vector<Evidence> evidence;
  std::vector<std::string> consent_before, consent_during, consent_after;
  std::string sequence_name;
  std::vector<MassageStep> sequence;
  std::vector<RegionGroup> region_groups;
  std::map<std::string, PointHold, std::less<>> points;  ///< by trigger point, without side
};

struct SelfCareTip {
  std::string title, kind, feel, daily;
  std::vector<std::string> how, avoid_if, sources;
};

struct SelfCare {
  std::string how_long, sleep, massage_tools;
  std::vector<std::string> stop, desk, carrying;
  std::map<std::string, SelfCareTip, std::less<>> muscles;  ///< by muscle
};

}  // namespace dorsum::atlas
