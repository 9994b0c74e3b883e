#include "hear/idea/idea.hpp"

#include "hear/idea/reply_due.hpp"
#include "record/event.hpp"
#include "record/user.hpp"

namespace throughline::hear {
namespace {

constexpr std::size_t most_reason_characters = 500;

// In confidence the history says that it was a member of staff, and no more.
record::Work unnamed(const record::Work& work, bool in_confidence) {
  if (!in_confidence) return work;
  return {work.authority_id,
          {"", "A member of staff, in confidence", record::Role::staff},
          work.now,
          work.random};
}

NewCase case_of(const NewIdea& given) {
  NewCase made;
  made.kind = Kind::idea;
  made.words = given.words;
  made.service_ref = given.service_ref;
  made.relationship = Relationship::staff;
  made.submission_key = given.submission_key;
  return made;
}

}  // namespace

std::string_view to_text(IdeaSort sort) {
  return sort == IdeaSort::idea ? "idea" : "gap";
}
std::string_view label(IdeaSort sort) {
  return sort == IdeaSort::idea ? "Idea" : "Gap";
}
std::optional<IdeaSort> idea_sort_from_text(std::string_view text) {
  if (text == "idea") return IdeaSort::idea;
  if (text == "gap") return IdeaSort::gap;
  return std::nullopt;
}

bool Idea::in_time() const {
  const auto closed = base::date_from_text(found.closed);
  return replied() && closed && *closed <= due;
}

std::string title(const Idea& idea) {
  std::string text{label(idea.sort)};
  if (!idea.found.service_name.empty()) text += " about " + idea.found.service_name;
  return text + ", " + base::to_long_text(idea.found.received);
}

base::Result<void> set_reply_days(store::Writer& writer, const record::Work& work, int days) {
  if (days < 1 || days > most_reply_days) {
    return base::refuse({{"days", "Working days to reply must be a number from 1 to 60"}});
  }
  const int before = reply_days(writer, work.authority_id);
  writer.execute(
      "insert into idea_settings (authority_id, working_days) values ($1, $2) "
      "on conflict (authority_id) do update set working_days = excluded.working_days",
      {work.authority_id, std::int64_t{days}});
  record::append_event(writer, work, "ideas", "changed the days to reply",
                       {{"working days", std::to_string(before) + " to " + std::to_string(days)}});
  return {};
}

base::Result<std::string> raise_idea(store::Writer& writer, const record::Work& work,
                                     const NewIdea& given) {
  const auto made = case_of(given);
  if (!given.sort) {
    // All problems at once, those of the words with it.
    auto problems = problems_of(made, work.today());
    problems.insert(problems.begin(), {"sort", "Choose whether it is an idea or a gap"});
    return base::refuse(std::move(problems));
  }
  const auto by = unnamed(work, given.in_confidence);
  auto received = receive(writer, by, made);
  if (!received) return tl::make_unexpected(received.error());
  if (received->again) return received->ref;
  const auto due = reply_due(work.today(), reply_days(writer, work.authority_id));
  writer.execute(
      "insert into replies_owed (authority_id, case_ref, sort, in_confidence, due, escalated_at, "
      "listened) values ($1, $2, $3, $4, $5, '', '')",
      {work.authority_id, received->ref, std::string(to_text(*given.sort)),
       std::int64_t{given.in_confidence ? 1 : 0}, base::to_text(due)});
  writer.execute("insert into idea_raisers (authority_id, case_ref, user_ref) values ($1, $2, $3)",
                 {work.authority_id, received->ref, work.actor.user_ref});
  record::append_event(writer, by, received->ref, "reply promised",
                       {{"sort", std::string(label(*given.sort))}, {"by", base::to_text(due)}});
  return received->ref;
}

base::Result<std::string> look_at_raiser(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    return base::refuse({{"reason", "Enter why you need to know who raised it"}});
  }
  if (characters(reason) > most_reason_characters) {
    return base::refuse({{"reason", "Your reason must be 500 characters or fewer"}});
  }
  const auto row = writer.row(
      "select u.name from idea_raisers i join users u on u.authority_id = i.authority_id and "
      "u.ref = i.user_ref where i.authority_id = $1 and i.case_ref = $2",
      {work.authority_id, ref});
  if (!row) return base::refuse(base::ErrorKind::not_found, "There is no such idea");
  record::append_event(writer, work, ref, "looked at who raised it", {}, reason);
  return row->text(0);
}

base::Result<void> say_listened(store::Writer& writer, const record::Work& work,
                                const std::string& ref, Fixed listened) {
  const auto idea = find_idea(writer, work.authority_id, ref);
  if (!idea || !raised_by(writer, work.authority_id, ref, work.actor.user_ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such idea");
  }
  if (!idea->replied()) {
    return base::refuse(base::ErrorKind::conflict, "There is no reply yet");
  }
  writer.execute("update replies_owed set listened = $3 where authority_id = $1 and case_ref = $2",
                 {work.authority_id, ref, std::string(to_text(listened))});
  record::append_event(writer, unnamed(work, idea->in_confidence), ref,
                       "said whether they were listened to",
                       {{"they say", std::string(to_text(listened))}});
  return {};
}

int escalate_overdue(store::Writer& writer, const record::Work& work) {
  const auto today = base::to_text(work.today());
  const auto rows = writer.rows(
      "select r.case_ref, r.due from replies_owed r join cases c on c.authority_id = "
      "r.authority_id and c.ref = r.case_ref where r.authority_id = $1 and r.due < $2 and "
      "r.escalated_at = '' and c.status <> 'closed' order by r.due, r.case_ref",
      {work.authority_id, today});
  for (const auto& row : rows) {
    writer.execute(
        "update replies_owed set escalated_at = $3 where authority_id = $1 and case_ref = $2",
        {work.authority_id, row.text(0), base::to_text(work.now)});
    record::append_event(writer, work, row.text(0), "reply overdue, leaders told",
                         {{"was due", row.text(1)}});
  }
  return static_cast<int>(rows.size());
}

}  // namespace throughline::hear
