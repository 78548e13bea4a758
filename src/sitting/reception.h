#pragma once
// Opens what is handed to the window: packs at once, scripts by their commands, other people's models and archives by an
// import that makes a pack of them in the user's own folder. Its work goes on beside the window.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "dorsum/core/parallel.h"
#include "dorsum/core/work.h"
#include "dorsum/desk/opener.h"
#include "dorsum/imports/import.h"
#include "dorsum/opening/handed.h"
#include "dorsum/opening/settings.h"
#include "dorsum/workshop/import_pack.h"

namespace dorsum::sitting {

class Reception : public desk::Opener {
 public:
  /// The recent packs and the last folder stand in `settings`, which outlives it. `woken` is called from other threads when
  /// there is something to look at.
  Reception(opening::Settings& settings, std::function<void()> woken);

  [[nodiscard]] ui::OpenBox& box() override { return box_; }
  void follow(const ui::OpenAsk& ask) override;
  [[nodiscard]] bool look() override;
  [[nodiscard]] std::optional<Arrival> take() override;

  /// The pack under the hand; empty: the built-in one.
  [[nodiscard]] const std::filesystem::path& pack() const { return pack_; }
  /// Another has put it there.
  void note_open(const std::filesystem::path& pack);
  /// Opens the box with what went wrong; `what`: the file, as people know it.
  void tell(const std::string& what, const Error& error);

 private:
  using Body = std::shared_ptr<const body::Body>;
  /// What a piece of work comes to: the list of a model's objects, a question, or a body.
  struct Done {
    std::optional<imports::Listed> listed;
    std::vector<ui::OpenBox::StructureName> structures;
    std::optional<imports::Question> asked;
    std::optional<workshop::PackMade> made;
    Body body;
    std::filesystem::path pack;
  };
  /// What is read of the disk to choose from.
  struct Offer {
    std::filesystem::path folder;
    Result<opening::Listing> listing;
    std::vector<ui::OpenBox::Recent> recent;
  };

  void turn_to(ui::OpenBox::Page page);
  void open(const std::filesystem::path& place);
  void offer(const std::filesystem::path& folder);
  void show(Offer offer);
  void begin(Work<Done>::Task task, const std::string& file);
  void list_model();
  void run_import();
  void answer(std::size_t which);
  void leave();
  void finish(Result<Done> done);
  void show_list(const imports::Listed& listed);
  void show_question();
  [[nodiscard]] std::string repeated_by() const;

  opening::Settings& settings_;
  std::function<void()> woken_;
  ui::OpenBox box_;
  std::filesystem::path pack_;
  workshop::ImportOrder order_;               ///< of the import that is under way
  std::optional<imports::Question> question_;  ///< that it asks
  std::optional<Arrival> arrival_;
  Later<Offer> offer_;
  std::optional<Work<Done>> work_;  // last: it ends first
};

}  // namespace dorsum::sitting
