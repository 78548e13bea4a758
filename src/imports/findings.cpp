// "DORSFIND", the version, the stated frame, notes, nodes. Little-endian, as every machine we build for.

#include "findings.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>

#include "dorsum/io/byte_stream.h"

namespace dorsum::imports {
namespace {

constexpr std::string_view magic = "DORSFIND";
constexpr std::uint32_t version = 1;
constexpr std::size_t most_texts = 4096;  // aliases, groups or ids of a node; notes of a file
constexpr std::size_t most_letters = 4096;

void put_texts(io::ByteWriter& out, const std::vector<std::string>& texts) {
  out.number(static_cast<std::uint32_t>(texts.size()));
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> take_texts(io::ByteReader& in) {
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= most_texts);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count && in.ok(); ++i) texts.push_back(in.text(most_letters));
  return texts;
}

void put_axis(io::ByteWriter& out, const std::optional<Axis>& axis) {
  out.number(static_cast<std::int8_t>(axis ? (axis->index + 1) * axis->sign : 0));
}

std::optional<Axis> take_axis(io::ByteReader& in) {
  const int code = in.number<std::int8_t>();
  in.require(code >= -3 && code <= 3);
  if (code == 0 || !in.ok()) return std::nullopt;
  return Axis{std::abs(code) - 1, code < 0 ? -1 : 1};
}

void put_mesh(io::ByteWriter& out, const geometry::TriangleMesh& mesh) {
  out.number(static_cast<std::uint32_t>(mesh.positions.size()));
  out.number(static_cast<std::uint32_t>(mesh.triangles.size()));
  out.raw(mesh.positions.data(), mesh.positions.size() * sizeof(glm::vec3));
  out.raw(mesh.triangles.data(), mesh.triangles.size() * sizeof(geometry::Triangle));
}

geometry::TriangleMesh take_mesh(io::ByteReader& in, std::size_t& triangles_left) {
  static_assert(sizeof(glm::vec3) == 12 && sizeof(geometry::Triangle) == 12);
  geometry::TriangleMesh mesh;
  const std::size_t vertices = in.number<std::uint32_t>(), triangles = in.number<std::uint32_t>();
  in.require(triangles <= triangles_left && (vertices + triangles) * 12 <= in.left());
  if (!in.ok()) return mesh;
  triangles_left -= triangles;
  mesh.positions.resize(vertices);
  mesh.triangles.resize(triangles);
  in.raw(mesh.positions.data(), vertices * 12);
  in.raw(mesh.triangles.data(), triangles * 12);
  for (const glm::vec3& position : mesh.positions) in.require(geometry::is_finite(position));
  for (const geometry::Triangle& triangle : mesh.triangles) {
    in.require(triangle[0] < vertices && triangle[1] < vertices && triangle[2] < vertices);
  }
  return mesh;
}

/// The length of the UTF-8 sequence at the text's start, 0 where there is none (Unicode 15, table 3-7).
std::size_t sequence_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (first >= 0xF0 && first <= 0xF4) return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

}  // namespace

std::string showable(std::string_view text) {
  constexpr std::size_t most_shown = 200;
  std::string made;
  while (!text.empty() && made.size() < most_shown) {
    const std::size_t length = sequence_at(text);
    const bool control = length == 1 && (static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F);
    const bool c1 = length == 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
    if (length == 0 || control || c1) {
      made += length == 0 ? "\xEF\xBF\xBD" : " ";
    } else {
      made += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  if (!text.empty()) made += "...";
  return made;
}

std::string bytes_of(const Findings& findings) {
  io::ByteWriter out;
  out.raw(magic.data(), magic.size());
  out.number(version);
  out.number(findings.stated.mm.value_or(0.0F));
  put_axis(out, findings.stated.up);
  put_axis(out, findings.stated.front);
  out.number(static_cast<std::uint8_t>(findings.stated.mirrored ? 1 : 0));
  put_texts(out, findings.notes);
  out.number(static_cast<std::uint32_t>(findings.nodes.size()));
  for (const FoundNode& node : findings.nodes) {
    out.text(node.name);
    put_texts(out, node.aliases);
    put_texts(out, node.groups);
    put_texts(out, node.ids);
    out.number(node.parent);
    put_mesh(out, node.mesh);
  }
  return std::move(out.bytes());
}

Result<Findings> findings_of(std::string_view bytes, const std::string& name) {
  const auto broken = [&name] { return bad_input(name, "what the reader of mesh files told of it does not hold together", "check the file in another program"); };
  if (!bytes.starts_with(magic)) return broken();
  io::ByteReader in(bytes.substr(magic.size()));
  in.require(in.number<std::uint32_t>() == version);
  Findings findings;
  const float mm = in.number<float>();
  in.require(mm >= 0.0F && mm < 1e7F);
  if (mm > 0.0F) findings.stated.mm = mm;
  findings.stated.up = take_axis(in);
  findings.stated.front = take_axis(in);
  in.require(!findings.stated.up || !findings.stated.front || findings.stated.up->index != findings.stated.front->index);
  findings.stated.mirrored = in.number<std::uint8_t>() != 0;
  findings.notes = take_texts(in);
  for (std::string& note : findings.notes) note = showable(note);
  const std::size_t count = in.number<std::uint32_t>();
  in.require(count <= most_nodes);
  std::size_t triangles_left = most_triangles;
  for (std::size_t i = 0; i < count && in.ok(); ++i) {
    FoundNode node;
    node.name = showable(in.text(most_letters));
    node.aliases = take_texts(in);
    node.groups = take_texts(in);
    node.ids = take_texts(in);
    for (auto* texts : {&node.aliases, &node.groups, &node.ids}) {
      for (std::string& text : *texts) text = showable(text);
    }
    node.parent = in.number<std::uint32_t>();
    in.require(node.parent == FoundNode::no_parent || node.parent < i);
    node.mesh = take_mesh(in, triangles_left);
    findings.nodes.push_back(std::move(node));
  }
  if (!in.ok() || in.left() != 0) return broken();
  return findings;
}

}  // namespace dorsum::imports
