#include "hear/letter/letter.hpp"
#include "record/event.hpp"

#include <algorithm>

namespace throughline::hear::letter {
namespace {

constexpr auto verb = "letter opened";

bool is_written_today(store::Reader& reader, const record::Work& work, const std::string& case_ref,
                      const record::Details& details) {
  const auto events = record::history(reader, work.authority_id, case_ref);
  return std::ranges::any_of(events, [&](const record::Event& event) {
    if (event.verb != verb || event.actor_ref != work.actor.user_ref) return false;
    const auto at = base::instant_from_text(event.at);
    return at && base::london_date(*at) == work.today() && event.details == details;
  });
}

}  // namespace

std::string_view label(Opened how) {
  switch (how) {
    case Opened::page:
      return "As a page";
    case Opened::form:
      return "To change it";
    case Opened::pdf:
      return "As PDF";
    case Opened::word:
      return "For Word";
    case Opened::html:
      return "To print";
  }
  return {};
}

std::optional<Letter> open_letter(store::Writer& writer, const record::Work& work,
                                  const std::string& ref, Opened how) {
  auto found = find_letter(writer, work.authority_id, ref);
  if (!found) return std::nullopt;
  const record::Details details{{"letter", found->ref}, {"how", std::string(label(how))}};
  if (!is_written_today(writer, work, found->case_ref, details)) {
    record::append_event(writer, work, found->case_ref, verb, details);
  }
  return found;
}

}  // namespace throughline::hear::letter
