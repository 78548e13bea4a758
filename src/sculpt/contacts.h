#pragma once
// Where surfaces that must keep apart touch, and how far each has to give way there.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "settle.h"
#include "soft_body.h"

namespace dorsum::sculpt {

/// Finds again and again, while the bodies move, what bounds their displacements.
class Contacts {
 public:
  explicit Contacts(std::span<const Settled> bodies);
  ~Contacts();
  Contacts(const Contacts&) = delete;
  Contacts& operator=(const Contacts&) = delete;

  /// The bounds for each body, in the bodies' order; `soft` holds one a body, null for those that never move.
  [[nodiscard]] std::vector<std::vector<Bound>> find(const std::vector<std::unique_ptr<SoftBody>>& soft);

  /// As found last: the parts of the bodies' surfaces that lie deeper than half a mm in flesh, summed, of each what goes
  /// beyond a small part.
  [[nodiscard]] float sunk() const;

 private:
  struct Field;  // a body's distances as it stands
  struct Pair {  // a sample of one body near another
    std::uint32_t sample;
    std::uint32_t other;
    float last;   // mm to the other's surface when it was found last
    float reach;  // mm within which it will be found until pairs are found anew
  };
  struct Touch {  // what one body's sample asks of another body
    std::uint32_t other;
    Bound bound;
  };

  void renew_fields(const std::vector<std::unique_ptr<SoftBody>>& soft);
  void renew_pairs(std::size_t body);
  void touch(std::size_t body, const std::vector<std::unique_ptr<SoftBody>>& soft, std::vector<Bound>& own,
             std::vector<Touch>& others);  // keeps what each pair found

  std::span<const Settled> bodies_;
  std::vector<Field> fields_;
  std::vector<std::vector<Pair>> pairs_;  // of each body
  std::vector<float> sunk_;               // of each body, the part of its surface deeper in flesh than half a mm
  int round_ = 0;
};

}  // namespace dorsum::sculpt
