#include "dorsum/opening/language.h"

#include "dorsum/io/read_file.h"
#include "dorsum/opening/places.h"

namespace dorsum::opening {

Result<words::Catalogue> catalogue_of(const std::string& language) {
  if (language.empty() || language == "en") return words::Catalogue();
  if (language != "pseudo") return wrong_usage(to_fill("--language: there is no \"{}\"", language.substr(0, 40)), to_say("leave it out: English is the one there is"));
  const auto places = find_places();
  if (!places) return Failure(places.error());
  const std::filesystem::path file = places->words / "dorsum.pot";
  const auto texts = io::read_file(file);
  if (!texts) return Failure(texts.error());
  return words::Catalogue::pseudo(*texts, file.string());
}

}  // namespace dorsum::opening
