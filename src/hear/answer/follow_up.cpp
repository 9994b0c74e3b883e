#include "hear/answer/follow_up.hpp"

#include "formats/encoding.hpp"
#include "hear/answer/follow_up_row.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

namespace throughline::hear {
namespace {

struct FixedWords {
  Fixed fixed;
  std::string_view text;
  std::string_view label;
};
constexpr std::array<FixedWords, 3> fixed_words{{
    {Fixed::yes, "yes", "Fixed"},
    {Fixed::partly, "partly", "Partly fixed"},
    {Fixed::no, "no", "Not fixed"},
}};

std::optional<FollowUp> standing(store::Reader& reader, const std::string& authority_id,
                                 const std::string& case_ref) {
  const auto all = follow_ups_of(reader, authority_id, case_ref);
  if (all.empty() || !all.front().stands) return std::nullopt;
  return all.front();
}

void put_on_line(store::Writer& writer, const record::Work& work, const FollowUp& said) {
  record::put_node(writer, work.authority_id, follow_up_node(said));
  record::add_link(writer, work, {said.case_ref, record::Relation::followed_by, said.ref});
}

FollowUp keep_new(store::Writer& writer, const record::Work& work, const std::string& case_ref,
                  Fixed fixed) {
  FollowUp said;
  said.ref = record::next_ref(writer, work, record::NodeKind::follow_up);
  said.case_ref = case_ref;
  said.fixed = fixed;
  said.said = work.today();
  writer.execute(
      "insert into follow_ups (authority_id, ref, number, case_ref, fixed, words, said_at, "
      "said_on, stands, read_at, read_by) values ($1, $2, $3, $4, $5, '', $6, $7, 1, '', '')",
      {work.authority_id, said.ref, std::stoll(said.ref.substr(said.ref.find('-') + 1)), case_ref,
       std::string(to_text(fixed)), base::to_text(work.now), base::to_text(said.said)});
  return said;
}

}  // namespace

std::string_view to_text(Fixed fixed) {
  return fixed_words.at(static_cast<std::size_t>(fixed)).text;
}
std::string_view label(Fixed fixed) {
  return fixed_words.at(static_cast<std::size_t>(fixed)).label;
}
std::optional<Fixed> fixed_from_text(std::string_view text) {
  for (const auto& each : fixed_words) {
    if (each.text == text) return each.fixed;
  }
  return std::nullopt;
}

std::string title(const FollowUp& follow_up) {
  return std::string(label(follow_up.fixed)) + ", the person says, " +
         base::to_long_text(follow_up.said);
}

record::Node follow_up_node(const FollowUp& said) {
  return {said.ref, title(said), base::to_text(said.said), std::string(label(said.fixed))};
}

base::Result<std::string> say_whether_fixed(store::Writer& writer, const record::Work& work,
                                            std::string_view typed_receipt, Fixed fixed) {
  const auto found = find_by_receipt(writer, work.authority_id, typed_receipt);
  if (!found)
    return base::refuse(base::ErrorKind::not_found, "We have nothing with this reference");
  if (found->status != Status::closed) {
    return base::refuse(base::ErrorKind::conflict,
                        "We are still looking into it. You can tell us once we have answered");
  }
  auto said = standing(writer, work.authority_id, found->ref);
  if (said && said->fixed == fixed) return said->ref;
  const bool again = said.has_value();
  if (again) {
    said->fixed = fixed;
    said->said = work.today();
    writer.execute(
        "update follow_ups set fixed = $3, said_at = $4, said_on = $5, read_at = '', read_by = '' "
        "where authority_id = $1 and ref = $2",
        {work.authority_id, said->ref, std::string(to_text(fixed)), base::to_text(work.now),
         base::to_text(said->said)});
  } else {
    said = keep_new(writer, work, found->ref, fixed);
  }
  put_on_line(writer, work, *said);
  record::append_event(writer, work, found->ref,
                       again ? "said anew whether it is fixed" : "said whether it is fixed",
                       {{"they say", std::string(label(fixed))}, {"follow-up", said->ref}});
  return said->ref;
}

base::Result<void> add_follow_up_words(store::Writer& writer, const record::Work& work,
                                       std::string_view typed_receipt, const std::string& words) {
  const auto found = find_by_receipt(writer, work.authority_id, typed_receipt);
  const auto said = found ? standing(writer, work.authority_id, found->ref) : std::nullopt;
  if (!said) return base::refuse(base::ErrorKind::not_found, "Tell us first whether it is fixed");
  if (words.find_first_not_of(" \t\r\n") == std::string::npos) return {};
  if (!formats::is_utf8(words) || words.find('\0') != std::string::npos ||
      characters(words) > most_follow_up_characters) {
    return base::refuse({{"words", "What you add must be 2,000 characters or fewer"}});
  }
  writer.execute(
      "update follow_ups set words = $3, read_at = '', read_by = '' "
      "where authority_id = $1 and ref = $2",
      {work.authority_id, said->ref, words});
  record::append_event(writer, work, found->ref, "added words to whether it is fixed",
                       {{"follow-up", said->ref}});
  return {};
}

base::Result<void> note_follow_up_read(store::Writer& writer, const record::Work& work,
                                       const std::string& ref) {
  const auto said = find_follow_up(writer, work.authority_id, ref);
  if (!said) return base::refuse(base::ErrorKind::not_found, "There is no such follow-up");
  if (!said->read_at.empty()) {
    return base::refuse(base::ErrorKind::conflict, "Someone has noted this already");
  }
  writer.execute(
      "update follow_ups set read_at = $3, read_by = $4 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, base::to_text(work.now), work.actor.name});
  record::append_event(writer, work, said->case_ref, "left closed after a follow-up",
                       {{"follow-up", ref}});
  return {};
}

base::Result<void> reopen_from_follow_up(store::Writer& writer, const record::Work& work,
                                         const std::string& ref) {
  const auto said = find_follow_up(writer, work.authority_id, ref);
  if (!said) return base::refuse(base::ErrorKind::not_found, "There is no such follow-up");
  const auto found = find_case(writer, work.authority_id, said->case_ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such case");
  return reopen(writer, work, found->ref, found->version,
                "The person says: " + std::string(label(said->fixed)) + " (" + ref + ")");
}

void past_follow_ups(store::Writer& writer, const record::Work& work, const std::string& case_ref) {
  writer.execute(
      "update follow_ups set stands = 0 where authority_id = $1 and case_ref = $2 and stands = 1",
      {work.authority_id, case_ref});
}

}  // namespace throughline::hear
