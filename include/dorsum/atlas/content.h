#pragma once
// What is said about any atlas: muscle facts, trigger points, referral areas, regions, the safety note.
// No coordinates, only landmark formulas, so that it fits every pack (design.md, Words: content).
// Files (docs/content.md): assets/content/muscles/<muscle>.json (facts and the muscle's trigger points), regions.json,
// sources.json, safety.json, and those of the practice (practice.h).

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dorsum/atlas/practice.h"
#include "dorsum/core/result.h"

namespace dorsum::atlas {

struct Source {
  std::string key;    ///< "TS1"
  std::string title;  ///< says "[page not checked]" where the manual was not opened
  std::string url;    ///< empty when none
};

/// A measured size of a muscle, as far as its source gave it.
struct Dimension {
  std::string measure;  ///< "thickness"
  std::string unit;     ///< "mm" or "ml"
  std::optional<double> min, max, typical;
};

struct MusclePart {
  std::string id;  ///< "ascending"
  int ta2 = 0;     ///< number in Terminologia Anatomica 2; 0: none known
  int fma = 0;     ///< concept of the unsided part in the Foundational Model of Anatomy; 0: none known
  std::string name, latin, origin, insertion;
  std::string fibre_direction, fibre_direction_latin;  ///< in plain words, and in the anatomist's, which may be empty
  std::vector<std::string> actions;
};

struct MuscleFacts {
  std::string id;  ///< "trapezius"
  std::string name, latin;
  int ta2 = 0;             ///< as MusclePart's
  int fma = 0;
  int layer = 0;           ///< 1-4; 0 when companion
  bool companion = false;
  std::string group;       ///< "erector-spinae" or empty
  std::vector<MusclePart> parts;
  std::string origin, insertion, nerve, blood_supply, palpation, summary;
  std::string fibre_direction, fibre_direction_latin;  ///< as MusclePart's
  std::vector<std::string> actions;
  std::vector<std::string> disagreements;
  std::string points_elsewhere;  ///< of a muscle without trigger points here: that it has some, and where they are described
  std::vector<Dimension> dimensions;
  std::string dimensions_note;
  std::vector<std::string> origin_formulas, insertion_formulas;  ///< landmark formulas of the attachments
  std::vector<Source> sources;
};

enum class ZoneKind { essential, spillover };
enum class Sensation { pain, gooseflesh };

struct ReferralArea : SkinArea {
  ZoneKind kind = ZoneKind::essential;
  std::string region;  ///< one of region_names()
  std::string words;
  Sensation sensation = Sensation::pain;
};

struct TriggerPoint {
  std::string id;      ///< "trapezius-3", without side
  std::string muscle;  ///< "trapezius"
  std::string part;    ///< may be empty
  std::string number;  ///< "TrP3" or a level; empty when the manual has no separate map (off by default)
  std::string name;
  std::string place_words, place_formula, place_formula_words, project_to;
  std::string depth_words;  ///< "superficial (under skin and fascia)"
  std::string palpation;
  std::vector<ReferralArea> areas;
  std::string quality_of_pain, explanation;
  std::vector<std::string> causes, notes;
  std::string confidence;  ///< "T&S", "cited" or "approximate"
  std::string confidence_location, confidence_referral;
  bool crosses_midline = false;
  std::vector<Source> sources;
};

/// A part of the skin that the list of regions has no name for, for warning signs to speak of.
struct SafetyArea {
  std::string words;        ///< "the saddle area between the legs"
  std::string formula;      ///< its middle, a landmark formula
  float radius_mm = 0.0F;   ///< skin within this straight distance belongs to it, before body_scale
};

/// A pattern of pain that asks for a doctor before anything else.
struct WarningSign {
  std::string id;     ///< "chest-and-left-arm"
  std::string title;  ///< "Chest and left arm: think of the heart first"
  std::string words;  ///< what to do and when
  bool emergency = false;  ///< get help at once; else: see a doctor soon
  /// It fits when of each list at least one place hurts: a region with a side, or without (either side), or an area.
  std::vector<std::vector<std::string>> hurts;
  bool same_side = false;  ///< all of them on one side of the body
  std::vector<std::string> instead_of;  ///< ids of wider signs that need not be told beside it
  std::vector<std::string> sources;     ///< keys of SafetyNote::sources
};

struct SafetyNote {
  std::string short_form;
  struct Group {
    std::string title;
    std::vector<std::string> lines;
  };
  std::vector<Group> groups;  ///< emergency, see a doctor, do not press
  std::map<std::string, SafetyArea, std::less<>> areas;  ///< by id
  std::vector<WarningSign> signs;  ///< the more urgent first
  std::vector<Source> sources;
};

struct Content {
  std::vector<MuscleFacts> muscles;         ///< display order: by layer, then companions
  std::vector<TriggerPoint> trigger_points;  ///< 51, right side described; every one exists on both sides
  std::map<std::string, std::string, std::less<>> regions;  ///< region id -> plain words
  SafetyNote safety;
  std::vector<Technique> techniques;  ///< in the order of a massage: opening, warming, deep, specific
  WhereNot where_not;
  Massage massage;
  SelfCare self_care;
  std::map<std::string, Source, std::less<>> sources;  ///< that techniques and the rest of the practice cite, by key

  [[nodiscard]] const Technique* technique(std::string_view id) const;
  [[nodiscard]] const MuscleFacts* muscle(std::string_view id) const;
  [[nodiscard]] const TriggerPoint* trigger_point(std::string_view id_without_side) const;
};

/// Reads and validates a content folder; the first problem is the Result's error.
[[nodiscard]] Result<Content> load_content(const std::filesystem::path& folder);

/// Every problem of a content folder or of one of its files (for `dorsum validate`); empty when it is good.
[[nodiscard]] std::vector<Error> problems_of_content(const std::filesystem::path& path);

}  // namespace dorsum::atlas
