#include "hear/point/point.hpp"

#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::array<std::string_view, faces> labels{"Very bad", "Bad", "Neither good nor bad",
                                                     "Good", "Very good"};
constexpr std::size_t code_letters = 6;

std::string new_code(base::Random& random) {
  std::string code;
  for (const char each : base::new_receipt(random)) {
    if (each != '-' && code.size() < code_letters) {
      code += static_cast<char>(each >= 'A' ? each - 'A' + 'a' : each);
    }
  }
  return code;
}

std::string service_name(store::Reader& reader, const std::string& authority_id,
                         const std::string& ref) {
  const auto row = reader.row("select name from services where authority_id = $1 and ref = $2",
                              {authority_id, ref});
  return row ? row->text(0) : "";
}

std::vector<base::Problem> problems_of(const NewFace& given) {
  std::vector<base::Problem> problems;
  if (!given.face || *given.face < 1 || *given.face > faces) {
    problems.push_back({"face", "Choose a face"});
  }
  if (!formats::is_utf8(given.words) || given.words.find('\0') != std::string::npos) {
    problems.push_back({"words", "Some characters could not be read. Type the words again"});
  } else if (characters(given.words) > most_face_words_characters) {
    problems.push_back({"words", "What you tell us must be 2,000 characters or fewer"});
  }
  return problems;
}

}  // namespace

std::string_view face_label(int face) {
  return labels.at(static_cast<std::size_t>(face - 1));
}

Kind kind_of_face(int face) {
  if (face >= 4) return Kind::compliment;
  return face == 3 ? Kind::suggestion : Kind::concern;
}

base::Result<Point> add_point(store::Writer& writer, const record::Work& work,
                              const std::string& name, const std::string& service_ref) {
  std::vector<base::Problem> problems;
  if (name.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"name", "Enter a name for the place or event"});
  } else if (!formats::is_utf8(name) ||
             name.find_first_of(std::string("\0\n", 2)) != std::string::npos ||
             characters(name) > most_point_name_characters) {
    problems.push_back({"name", "The name must be 80 characters or fewer, on one line"});
  }
  Point point;
  if (!service_ref.empty()) {
    point.service_name = service_name(writer, work.authority_id, service_ref);
    if (point.service_name.empty()) problems.push_back({"service", "Choose a service in the list"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  do {
    point.code = new_code(work.random);
  } while (point_by_code(writer, work.authority_id, point.code));
  point.ref = record::next_ref(writer, work.authority_id, "POINT");
  point.name = name;
  point.service_ref = service_ref;
  writer.execute(
      "insert into points (authority_id, ref, number, code, name, service_ref, asks) "
      "values ($1, $2, $3, $4, $5, $6, 1)",
      {work.authority_id, point.ref, std::stoll(point.ref.substr(point.ref.find('-') + 1)),
       point.code, name, service_ref});
  record::append_event(writer, work, point.ref, "began to ask", {{"name", name}});
  return point;
}

base::Result<void> set_asking(store::Writer& writer, const record::Work& work,
                              const std::string& ref, bool asks) {
  const auto changed =
      writer.execute("update points set asks = $3 where authority_id = $1 and ref = $2",
                     {work.authority_id, ref, std::int64_t{asks ? 1 : 0}});
  if (changed == 0) return base::refuse(base::ErrorKind::not_found, "There is no such place");
  record::append_event(writer, work, ref, asks ? "asks again" : "stopped asking");
  return {};
}

base::Result<std::string> press_face(store::Writer& writer, const record::Work& work,
                                     const std::string& code, const NewFace& given) {
  const auto point = point_by_code(writer, work.authority_id, code);
  if (!point) return base::refuse(base::ErrorKind::not_found, "There is no such page");
  if (!point->asks) {
    return base::refuse(base::ErrorKind::conflict, "We no longer ask here. You can still tell us");
  }
  if (auto problems = problems_of(given); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto key = given.submission_key.empty() ? base::new_token(work.random)
                                                : base::sha256_hex(given.submission_key);
  if (writer.number("select count(*) from faces where authority_id = $1 and submission_key = $2",
                    {work.authority_id, key}) > 0) {
    return std::string();
  }
  Received received;
  if (given.words.find_first_not_of(" \t\r\n") != std::string::npos) {
    NewCase made;
    made.kind = kind_of_face(*given.face);
    made.words = given.words;
    made.service_ref = point->service_ref;
    made.relationship = Relationship::other;
    auto kept = receive(writer, work, made);
    if (!kept) return tl::make_unexpected(kept.error());
    received = *kept;
  }
  writer.execute(
      "insert into faces (authority_id, number, point_ref, submission_key, face, at, said_on, "
      "case_ref) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      {work.authority_id, record::next_numbers(writer, work.authority_id, "FACE", 1), point->ref,
       key, std::int64_t{*given.face}, base::to_text(work.now), base::to_text(work.today()),
       received.ref});
  record::append_event(writer, work, point->ref, "a face was pressed",
                       {{"face", std::string(face_label(*given.face))}});
  return received.receipt;
}

}  // namespace throughline::hear
