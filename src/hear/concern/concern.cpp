#include "hear/concern/concern.hpp"

#include "record/event.hpp"

namespace throughline::hear {
namespace {

constexpr std::string_view at_their_wish = "At the person's wish";

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

void note_logged(store::Writer& writer, const record::Work& work, const std::string& ref,
                 const std::string& logged_by, const std::string& became_complaint) {
  writer.execute(
      "insert into concerns (authority_id, case_ref, logged_by, became_complaint) values ($1, $2, "
      "$3, $4) on conflict (authority_id, case_ref) do update set became_complaint = "
      "excluded.became_complaint",
      {work.authority_id, ref, logged_by, became_complaint});
}

// The field of the form is called "resolved", where close() knows an "answer".
base::Error as_resolved(base::Error error) {
  for (auto& problem : error.problems) {
    if (problem.field != "answer") continue;
    problem.field = "resolved";
    problem.message = problem.message.starts_with("Enter") ? "Enter what was done"
                                                           : "What was done must be 10,000 "
                                                             "characters or fewer";
  }
  return error;
}

}  // namespace

base::Result<Received> log_concern(store::Writer& writer, const record::Work& work,
                                   const NewConcern& given) {
  auto made = given.given;
  made.kind = Kind::concern;
  auto received = receive(writer, work, made);
  if (!received || received->again) return received;
  note_logged(writer, work, received->ref, work.actor.user_ref, "");
  if (is_blank(given.resolved)) return received;
  if (auto closed = close(writer, work, received->ref, 1, {Outcome::did, given.resolved});
      !closed) {
    return tl::make_unexpected(as_resolved(closed.error()));
  }
  return received;
}

base::Result<void> resolve_concern(store::Writer& writer, const record::Work& work,
                                   const std::string& ref, const std::string& done) {
  const auto concern = find_concern(writer, work.authority_id, ref);
  if (!concern) return base::refuse(base::ErrorKind::not_found, "There is no such concern");
  if (concern->found.kind != Kind::concern) {
    return base::refuse(base::ErrorKind::conflict, "This is a complaint now. Answer it as one");
  }
  if (auto closed = close(writer, work, ref, concern->found.version, {Outcome::did, done});
      !closed) {
    return tl::make_unexpected(as_resolved(closed.error()));
  }
  return {};
}

base::Result<void> make_complaint(store::Writer& writer, const record::Work& work,
                                  const std::string& ref, PersonWishes wishes) {
  auto concern = find_concern(writer, work.authority_id, ref);
  if (!concern) return base::refuse(base::ErrorKind::not_found, "There is no such concern");
  auto& found = concern->found;
  if (found.kind != Kind::concern) {
    return base::refuse(base::ErrorKind::conflict, "This is a complaint already");
  }
  if (wishes != PersonWishes::yes) {
    return base::refuse({{"wish", "Confirm that the person wants it to be a complaint"}});
  }
  if (found.status == Status::closed) {
    if (auto opened = reopen(writer, work, ref, found.version, std::string(at_their_wish));
        !opened) {
      return opened;
    }
    ++found.version;
  }
  // The clock runs from the day on which they asked, not from the day of the concern.
  if (auto corrected =
          correct(writer, work, ref, found.version,
                  {Kind::complaint, found.service_ref, std::string(at_their_wish), work.today()});
      !corrected) {
    return corrected;
  }
  note_logged(writer, work, ref, concern->logged_by, base::to_text(work.today()));
  record::append_event(writer, work, ref, "became a complaint", {}, std::string(at_their_wish));
  return {};
}

}  // namespace throughline::hear
