#include "reception.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "dorsum/core/to_say.h"
#include "dorsum/io/stopped.h"
#include "dorsum/io/whole_file.h"
#include "dorsum/opening/open_body.h"
#include "dorsum/opening/places.h"
#include "dorsum/state/command.h"
#include "pack_place.h"

namespace dorsum::sitting {
namespace {

namespace fs = std::filesystem;

using Page = ui::OpenBox::Page;

constexpr std::size_t most_notes = 12;  ///< that are told, of those that matter; the pack keeps all

/// As a shell takes it for one word.
std::string quoted(const std::string& text) {
  static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./+:,=@%";
  if (!text.empty() && text.find_first_not_of(plain) == std::string::npos) return text;
  std::string made = "'";
  for (const char c : text) made += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return made + "'";
}

/// The map that the list stands for. Every thing is in it by its path from the top, so that what is left out stays so under
/// whatever it hangs on, and the file can be corrected by hand.
std::string map_of(const std::vector<ui::OpenBox::Object>& objects) {
  nlohmann::ordered_json map = nlohmann::ordered_json::object();
  for (const ui::OpenBox::Object& object : objects) map["/" + object.path] = object.structure.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(object.structure);
  return map.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

fs::path home() {
  const char* const set = std::getenv("HOME");
  std::error_code trouble;
  return set != nullptr && fs::is_directory(set, trouble) ? fs::path(set) : fs::current_path(trouble);
}

std::vector<ui::OpenBox::Recent> recent_of(const std::vector<std::string>& packs, const fs::path& open) {
  std::vector<ui::OpenBox::Recent> recent;
  for (const std::string& pack : packs) {
    std::error_code trouble;
    recent.push_back({.name = fs::path(pack).filename().string(), .path = pack, .there = opening::kind_of(pack) == opening::Handed::pack,
                      .is_open = !open.empty() && fs::equivalent(pack, open, trouble)});
  }
  return recent;
}

Error error_of(const std::string& file, Saying reason, Saying remedy) { return {Trouble::bad_input, file, std::move(reason), std::move(remedy)}; }

}  // namespace

Reception::Reception(opening::Settings& settings, std::function<void()> woken) : settings_(settings), woken_(std::move(woken)) {}

void Reception::note_open(const fs::path& pack) {
  pack_ = pack;
  opening::take_pack(settings_, pack);
}

void Reception::turn_to(Page page) {
  box_.page = page;
  box_.fresh = true;
}

void Reception::tell(const std::string& what, const Error& error) {
  box_.file = what;
  box_.trouble = error.where.empty() || error.where == what ? error.reason : Error{error.trouble, error.where, error.reason, {}}.saying();
  box_.remedy = error.remedy;
  turn_to(Page::trouble);
}

void Reception::follow(const ui::OpenAsk& ask) {
  using enum ui::OpenAsk::Kind;
  if (work_ && ask.kind != leave) return;  // one thing at a time: its page stands open, with its Cancel
  std::error_code trouble;
  switch (ask.kind) {
    case choose:
      box_.typed.clear();
      turn_to(Page::choose);
      offer(settings_.folder.empty() ? home() : fs::path(settings_.folder));
      break;
    case open: this->open(ask.path); break;
    case enter:
      // "~" is the home in every path that people write.
      if (const fs::path path = ask.path.starts_with("~/") ? home() / ask.path.substr(2) : fs::path(ask.path);
          fs::is_directory(path, trouble) && opening::kind_of(path) != opening::Handed::pack) {
        offer(path);
      } else {
        this->open(path);
      }
      break;
    case forget:
      settings_.recent.erase(std::remove(settings_.recent.begin(), settings_.recent.end(), ask.path), settings_.recent.end());
      box_.recent.erase(std::remove_if(box_.recent.begin(), box_.recent.end(), [&](const auto& each) { return each.path == ask.path; }), box_.recent.end());
      break;
    case make_pack: run_import(); break;
    case answer: this->answer(ask.which); break;
    case to_objects: turn_to(Page::objects); break;
    case leave: this->leave(); break;
  }
}

void Reception::leave() {
  if (work_) {
    work_->stop();
    box_.stops = true;
  } else {
    box_.page = Page::closed;
  }
}

void Reception::offer(const fs::path& folder) {
  offer_ = later(
      [folder, packs = settings_.recent, open = pack_] {
        std::error_code trouble;
        const fs::path whole = fs::absolute(folder, trouble).lexically_normal();
        return Offer{.folder = whole, .listing = opening::list_folder(whole), .recent = recent_of(packs, open)};
      },
      woken_);
}

void Reception::show(Offer offer) {
  box_.recent = std::move(offer.recent);
  box_.built_in_is_open = pack_.empty();
  const fs::path folder = offer.folder.has_filename() ? offer.folder : offer.folder.parent_path();
  box_.folder = folder.string();
  box_.parent = folder.has_relative_path() ? folder.parent_path().string() : std::string();
  box_.typed.clear();
  box_.entries.clear();
  box_.left_out = 0;
  box_.has_models = false;
  box_.trouble = offer.listing ? Saying() : offer.listing.error().saying();
  if (!offer.listing) return;
  settings_.folder = box_.folder;
  for (opening::Listing::Entry& entry : offer.listing->entries) box_.entries.push_back({std::move(entry.name), entry.path.string(), entry.folder});
  box_.left_out = offer.listing->left_out;
  box_.has_models = offer.listing->models > 1;
}

void Reception::begin(Work<Done>::Task task, const std::string& file) {
  box_.file = file;
  box_.what = to_say("Opening the atlas");
  box_.done = 0.0F;
  box_.stops = false;
  turn_to(Page::working);
  work_.emplace(std::move(task), woken_);
}

void Reception::open(const fs::path& place) {
  using opening::Handed;
  const std::string name = place.string();
  const Handed kind = place.empty() ? Handed::pack : opening::kind_of(place);
  switch (kind) {
    case Handed::nothing: tell(name, error_of(name, to_say("there is no such file or folder"), to_say("check the path"))); break;
    case Handed::pack:
      begin(
          [place](const Progress& progress) -> Result<Done> {
            auto body = opening::open_body(place, progress);
            if (!body) return Failure(body.error());
            return Done{.listed = {}, .structures = {}, .asked = {}, .made = {}, .body = *std::move(body), .pack = place};
          },
          name);
      break;
    case Handed::script: {
      auto script = opening::read_script(place);
      if (!script) return tell(name, script.error());
      if (const auto commands = state::parse_script(*script); !commands) return tell(name, commands.error());
      arrival_ = Arrival{.body = {}, .script = *std::move(script)};
      box_.page = Page::closed;
      break;
    }
    case Handed::archive:
      order_ = {.archive = true, .from = place, .model = {}, .pack = {}};
      run_import();
      break;
    case Handed::model:
      order_ = {.archive = false, .from = place, .model = {}, .pack = {}};
      list_model();
      break;
  }
}

void Reception::list_model() {
  begin(
      [from = order_.from, frame = order_.model.frame](const Progress& progress) -> Result<Done> {
        const auto places = opening::find_places();
        if (!places) return Failure(places.error());
        const auto table = atlas::load_structure_table(places->structure_table);
        if (!table) return Failure(table.error());
        auto listed = imports::list_model(from, frame, *table, {}, progress);
        if (!listed) return Failure(listed.error());
        Done done;
        done.listed = *std::move(listed);
        for (const atlas::Structure& structure : *table) done.structures.push_back({structure.id, structure.name});
        return done;
      },
      order_.from.string());
}

/// What is half made when it fails or is stopped goes with it.
void Reception::run_import() {
  auto place = free_pack_place(order_.from);
  if (!place) return tell(order_.from.string(), place.error());
  order_.pack = *std::move(place);
  order_.model.map = order_.archive ? fs::path() : map_beside(order_.pack);
  begin(
      [order = order_, map = map_of(box_.objects)](const Progress& progress) -> Result<Done> {
        const auto made = [&]() -> Result<Done> {
          Done done;
          std::error_code trouble;
          fs::create_directories(order.pack.parent_path(), trouble);
          if (!order.archive) {
            if (const auto written = io::write_whole_file(order.model.map, map); !written) return Failure(written.error());
          }
          auto pack = workshop::import_pack(order, part_of(progress, 0.0F, 0.8F), &done.asked);
          if (!pack && done.asked) return done;
          if (!pack) return Failure(pack.error());
          auto body = opening::open_body(order.pack, part_of(progress, 0.8F, 1.0F));
          if (!body) return Failure(body.error());
          if (!progress(to_say("Opening the atlas"), 1.0F)) return io::stopped();
          done.made = *std::move(pack);
          done.body = *std::move(body);
          done.pack = order.pack;
          return done;
        }();
        if (!made || !made->body) remove_pack(order.pack);
        return made;
      },
      order_.from.string());
}

void Reception::answer(std::size_t which) {
  if (!question_) return;
  imports::StatedFrame& said = order_.model.frame;
  if (which < question_->ways.size()) {
    const imports::StatedFrame change = imports::change_between(question_->read, question_->ways[which]);
    if (change.mm) said.mm = change.mm;
    if (change.up) said.up = change.up;
    if (change.front) said.front = change.front;
    said.mirrored = said.mirrored != change.mirrored;
  } else {
    said.mm = question_->read.mm;
    said.up = question_->read.up;
    said.front = question_->read.front;
  }
  run_import();
}

bool Reception::look() {
  bool changed = false;
  if (offer_.ready()) {
    show(offer_.take());
    changed = true;
  }
  if (!work_) return changed;
  if (auto done = work_->take()) {
    const bool stopped = box_.stops;
    work_.reset();
    if (stopped) {
      box_.page = Page::closed;
    } else {
      finish(*std::move(done));
    }
    return true;
  }
  const WorkNow now = work_->now();
  if (now.what.empty() || (now.what == box_.what && now.done == box_.done)) return changed;
  box_.what = now.what;
  box_.done = now.done;
  return true;
}

void Reception::finish(Result<Done> done) {
  if (!done) return tell(box_.file, done.error());
  if (done->listed) {
    box_.structures = std::move(done->structures);
    return show_list(*done->listed);
  }
  if (done->asked) {
    question_ = std::move(done->asked);
    return show_question();
  }
  arrival_ = Arrival{.body = std::move(done->body), .script = {}};
  note_open(done->pack);
  if (!done->made) {
    box_.page = Page::closed;
    return;
  }
  box_.summary = done->made->summary;
  box_.notes = std::move(done->made->notes);
  box_.more_notes = box_.notes.size() - std::min(done->made->weighty, most_notes);
  box_.notes.resize(box_.notes.size() - box_.more_notes);
  box_.lacking = arrival_->body->atlas().lacking.size();
  box_.pack = done->pack.string();
  box_.command = repeated_by();
  turn_to(Page::done);
}

void Reception::show_list(const imports::Listed& listed) {
  box_.objects.clear();
  for (const imports::ListedObject& object : listed.objects)
    box_.objects.push_back({.path = object.path, .triangles = object.triangles, .size = object.bounds.high - object.bounds.low, .structure = object.structure, .guessed = object.guessed});
  box_.object_search.clear();
  box_.only_left_out = false;
  box_.choosing.reset();
  turn_to(Page::objects);
}

void Reception::show_question() {
  box_.contradictions = question_->contradictions;
  box_.read_unit = imports::name_of_unit(question_->read.mm);
  box_.read_up = imports::name_of(question_->read.up);
  box_.read_front = imports::name_of(question_->read.front);
  box_.said_by_file = question_->said_by_file;
  box_.ways.clear();
  for (const imports::Frame& frame : question_->ways) {
    const imports::StatedFrame change = imports::change_between(question_->read, frame);
    box_.ways.push_back({.unit = change.mm ? imports::name_of_unit(*change.mm) : "",
                         .times = frame.mm / question_->read.mm,
                         .up = change.up ? imports::name_of(*change.up) : "",
                         .front = change.front ? imports::name_of(*change.front) : "",
                         .mirror = change.mirrored});
  }
  turn_to(Page::question);
}

std::string Reception::repeated_by() const {
  const std::string from = quoted(order_.from.string()), pack = quoted(order_.pack.string());
  if (order_.archive) return fmt::format("dorsum import bodyparts3d {} -o {}", from, pack);
  const std::string options = imports::options_of(order_.model.frame);
  return fmt::format("dorsum import model {} --map {}{}{} -o {}", from, quoted(order_.model.map.string()), options.empty() ? "" : " ", options, pack);
}

std::optional<desk::Opener::Arrival> Reception::take() { return std::exchange(arrival_, std::nullopt); }

}  // namespace dorsum::sitting
