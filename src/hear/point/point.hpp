#pragma once

// Points: places and events where people are asked, there and then, how it was today. Each has a
// short code for a link and a QR code, and may be about one service. A press of one of five faces
// is counted; with words it is a case as well, of a kind that goes with the face and that an
// officer can correct. Nobody is asked who they are.

#include "base/date.hpp"
#include "hear/hear.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

struct Point {
  std::string ref;   // "POINT-3"
  std::string code;  // "7kq4mx": what the link ends in
  std::string name;  // "Day centre, front desk"; "Carers' week stall"
  std::string service_ref;
  std::string service_name;  // empty: not about one service
  bool asks = true;          // false: the link says that it is over
};

inline constexpr std::size_t most_point_name_characters = 80;

// Errors: invalid, with every problem: name, service.
[[nodiscard]] base::Result<Point> add_point(store::Writer& writer, const record::Work& work,
                                            const std::string& name,
                                            const std::string& service_ref);
// Errors: not_found.
[[nodiscard]] base::Result<void> set_asking(store::Writer& writer, const record::Work& work,
                                            const std::string& ref, bool asks);
// Those that ask first, then by name.
[[nodiscard]] std::vector<Point> points(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::optional<Point> find_point(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& ref);
[[nodiscard]] std::optional<Point> point_by_code(store::Reader& reader,
                                                 const std::string& authority_id,
                                                 const std::string& code);

inline constexpr int faces = 5;
// 1 "Very bad" to 5 "Very good". Throws std::out_of_range.
[[nodiscard]] std::string_view face_label(int face);
// What kind a case with words is: bad faces worry, the middle one suggests, good ones praise.
[[nodiscard]] Kind kind_of_face(int face);

struct NewFace {
  std::optional<int> face;
  std::string words;  // may be empty
  std::string submission_key;
};
inline constexpr std::size_t most_face_words_characters = 2'000;

// Gives the receipt of the case that the words became; empty without words, and for a second press
// of the same button. Errors: not_found; conflict, when the point no longer asks; invalid: face,
// words.
[[nodiscard]] base::Result<std::string> press_face(store::Writer& writer, const record::Work& work,
                                                   const std::string& code, const NewFace& given);

// How often each face was pressed at a point since a day; the first is "Very bad".
[[nodiscard]] std::array<std::int64_t, faces> faces_pressed(store::Reader& reader,
                                                            const std::string& authority_id,
                                                            const std::string& point_ref,
                                                            base::Date from);

struct GoodFaces {
  base::Date month;       // its first day
  std::int64_t good = 0;  // "Good" and "Very good"
  std::int64_t all = 0;
};
[[nodiscard]] std::vector<GoodFaces> good_faces_by_month(store::Reader& reader,
                                                         const std::string& authority_id,
                                                         const std::string& point_ref,
                                                         base::Date from, base::Date to);

// What just came in: what, about which service, when; nothing that anyone said and nothing of them.
struct WallLine {
  std::string at;  // instant
  std::string what;
  std::string service;
};
// Newest first.
[[nodiscard]] std::vector<WallLine> wall(store::Reader& reader, const std::string& authority_id,
                                         int most);

}  // namespace throughline::hear
