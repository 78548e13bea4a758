#include "dorsum/sentences/landmarks.h"

#include <algorithm>
#include <array>

#include "dorsum/core/side.h"
#include "dorsum/core/to_say.h"

namespace dorsum::sentences {
namespace {

struct Named {
  std::string_view id;  ///< without side
  const char* plain;
  const char* latin;
};

constexpr std::array<Named, 41> single{{
    {"vertex", to_say("crown of the head"), "Vertex"},
    {"external-occipital-protuberance", to_say("bump of the back of the head"), "Protuberantia occipitalis externa"},
    {"sternal-notch", to_say("notch over the breastbone"), "Incisura jugularis"},
    {"xiphoid", to_say("lower end of the breastbone"), "Processus xiphoideus"},
    {"umbilicus-level", to_say("height of the navel"), "Umbilicus"},
    {"pubic-symphysis", to_say("joint of the pubic bones"), "Symphysis pubica"},
    {"coccyx-tip", to_say("tip of the tail bone"), "Os coccygis"},
    {"mastoid", to_say("bone behind the ear"), "Processus mastoideus"},
    {"ear-canal", to_say("opening of the ear"), "Porus acusticus externus"},
    {"temple", to_say("temple"), "Tempora"},
    {"orbit-outer", to_say("outer rim of the eye socket"), "Margo lateralis orbitae"},
    {"angle-of-jaw", to_say("corner of the jaw"), "Angulus mandibulae"},
    {"superior-nuchal-line", to_say("ridge of the back of the head"), "Linea nuchalis superior"},
    {"clavicle-medial-end", to_say("inner end of the collarbone"), "Extremitas sternalis claviculae"},
    {"clavicle-lateral-end", to_say("outer end of the collarbone"), "Extremitas acromialis claviculae"},
    {"coracoid", to_say("front hook of the shoulder blade"), "Processus coracoideus"},
    {"acromion-tip", to_say("point of the shoulder"), "Acromion"},
    {"acromial-angle", to_say("back corner of the shoulder"), "Angulus acromii"},
    {"root-of-scapular-spine", to_say("inner end of the blade's ridge"), "Trigonum spinae scapulae"},
    {"superior-angle-scapula", to_say("upper corner of the shoulder blade"), "Angulus superior scapulae"},
    {"inferior-angle-scapula", to_say("lower corner of the shoulder blade"), "Angulus inferior scapulae"},
    {"greater-tubercle", to_say("outer bump of the upper arm bone"), "Tuberculum majus humeri"},
    {"intertubercular-groove", to_say("groove of the upper arm bone"), "Sulcus intertubercularis"},
    {"deltoid-tuberosity", to_say("where deltoid ends on the arm"), "Tuberositas deltoidea"},
    {"posterior-axillary-fold", to_say("back fold of the armpit"), "Plica axillaris posterior"},
    {"lateral-epicondyle", to_say("outer bump of the elbow"), "Epicondylus lateralis humeri"},
    {"medial-epicondyle", to_say("inner bump of the elbow"), "Epicondylus medialis humeri"},
    {"olecranon", to_say("point of the elbow"), "Olecranon"},
    {"radial-styloid", to_say("wrist bone on the thumb's side"), "Processus styloideus radii"},
    {"ulnar-styloid", to_say("wrist bone on the little finger's side"), "Processus styloideus ulnae"},
    {"tip-of-thumb", to_say("tip of the thumb"), "Apex pollicis"},
    {"tip-of-ring-finger", to_say("tip of the ring finger"), ""},
    {"tip-of-little-finger", to_say("tip of the little finger"), ""},
    {"rib-tip:12", to_say("tip of the last rib"), "Costa duodecima"},
    {"iliac-crest-top", to_say("top of the hip crest"), "Crista iliaca"},
    {"anterior-superior-iliac-spine", to_say("front corner of the hip bone"), "Spina iliaca anterior superior"},
    {"posterior-superior-iliac-spine", to_say("dimple of the low back"), "Spina iliaca posterior superior"},
    {"ischial-tuberosity", to_say("sit bone"), "Tuber ischiadicum"},
    {"greater-trochanter", to_say("bony side of the hip"), "Trochanter major"},
    {"gluteal-tuberosity", to_say("ridge at the back of the thigh bone"), "Tuberositas glutea"},
    {"lateral-femoral-epicondyle", to_say("outer bump of the knee"), "Epicondylus lateralis femoris"},
}};

constexpr std::array<Named, 5> numbered{{
    {"spinous-process", to_say("bump of the spine, {}"), "Processus spinosus {}"},
    {"transverse-process", to_say("side process of {}"), "Processus transversus {}"},
    {"rib-angle", to_say("bend of rib {}"), "Angulus costae {}"},
    {"rib-shaft", to_say("side of rib {}"), "Corpus costae {}"},
    {"knuckle", to_say("knuckle {}"), "Caput ossis metacarpi {}"},
}};

template <class List>
const Named* named_in(const List& list, std::string_view id) {
  const auto found = std::find_if(list.begin(), list.end(), [id](const Named& each) { return each.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

LandmarkName landmark_name(const words::Catalogue& words, std::string_view id) {
  const std::string unsided = without_side(id);
  if (const Named* named = named_in(single, unsided)) return {words.say(named->plain), named->latin};
  const std::size_t colon = std::min(unsided.find(':'), unsided.size());
  const Named* family = named_in(numbered, std::string_view(unsided).substr(0, colon));
  if (family == nullptr || colon == unsided.size()) return {unsided, {}};
  const std::string which = unsided.substr(colon + 1);
  return {fmt::format(fmt::runtime(words.say(family->plain)), which), fmt::format(fmt::runtime(family->latin), which)};
}

}  // namespace dorsum::sentences
