#include "hear/partner/feedback.hpp"

#include "hear/case_row.hpp"
#include "hear/idea/reply_due.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

constexpr std::string_view owed_sort = "partner";  // in replies_owed

// What partners told, from the few rows of it to their cases: in this order, which a planner that
// knows no figures would turn round. More conditions follow.
std::string told_from(std::string_view cases) {
  return " from partner_feedback f cross join replies_owed r cross join " + std::string(cases) +
         " join partners p on p.authority_id = f.authority_id and p.ref = f.partner_ref "
         "left join users writer on writer.authority_id = f.authority_id and writer.ref = "
         "f.user_ref where f.authority_id = $1 and r.authority_id = f.authority_id "
         "and r.case_ref = f.case_ref and c.authority_id = f.authority_id and c.ref = f.case_ref";
}

std::string select_feedback() {
  return "select " + std::string(case_columns) +
         ", f.partner_ref, p.name, coalesce(writer.name, ''), r.due, r.escalated_at, r.listened" +
         told_from(case_tables);
}

Feedback read_feedback(const store::Row& row) {
  constexpr auto at = case_column_count;
  Feedback feedback;
  feedback.found = read_case(row);
  feedback.partner_ref = row.text(at);
  feedback.partner_name = row.text(at + 1);
  feedback.by_name = row.text(at + 2);
  feedback.due = base::date_from_text(row.text(at + 3)).value();
  feedback.escalated_at = row.text(at + 4);
  feedback.listened = fixed_from_text(row.text(at + 5));
  return feedback;
}

std::string condition(const record::Work& work, const FeedbackFilter& filter,
                      store::Values& values) {
  const auto bind = [&](const std::string& value) {
    values.emplace_back(value);
    return "$" + std::to_string(values.size());
  };
  std::string sql;
  if (filter.state == IdeaState::replied) sql += " and c.status = 'closed'";
  if (filter.state == IdeaState::owed) sql += " and c.status <> 'closed'";
  if (filter.state == IdeaState::overdue) {
    sql += " and c.status <> 'closed' and r.due < " + bind(base::to_text(work.today()));
  }
  if (!filter.partner_ref.empty()) sql += " and f.partner_ref = " + bind(filter.partner_ref);
  return sql;
}

}  // namespace

bool Feedback::in_time() const {
  const auto closed = base::date_from_text(found.closed);
  return replied() && closed && *closed <= due;
}

base::Result<std::string> tell_as_partner(store::Writer& writer, const record::Work& work,
                                          const NewFeedback& given) {
  const auto partner = partner_of(writer, work.authority_id, work.actor.user_ref);
  if (!partner) {
    return base::refuse(base::ErrorKind::conflict,
                        "You sign in for no organisation. Ask the council to set it up");
  }
  NewCase made;
  made.kind = given.kind.value_or(Kind::suggestion);
  made.words = given.words;
  made.service_ref = given.service_ref;
  made.relationship = Relationship::partner;
  made.submission_key = given.submission_key;
  const bool may_be = given.kind == Kind::concern || given.kind == Kind::compliment ||
                      given.kind == Kind::suggestion;
  if (!may_be) {
    auto problems = problems_of(made, work.today());
    problems.insert(problems.begin(), {"kind", "Choose what you want to tell us"});
    return base::refuse(std::move(problems));
  }
  auto received = receive(writer, work, made);
  if (!received) return tl::make_unexpected(received.error());
  if (received->again) return received->ref;
  const auto due = reply_due(work.today(), reply_days(writer, work.authority_id));
  writer.execute(
      "insert into replies_owed (authority_id, case_ref, sort, in_confidence, due, escalated_at, "
      "listened) values ($1, $2, $3, 0, $4, '', '')",
      {work.authority_id, received->ref, std::string(owed_sort), base::to_text(due)});
  writer.execute(
      "insert into partner_feedback (authority_id, case_ref, partner_ref, user_ref) values ($1, "
      "$2, "
      "$3, $4)",
      {work.authority_id, received->ref, partner->ref, work.actor.user_ref});
  record::append_event(writer, work, received->ref, "reply promised",
                       {{"to", partner->ref}, {"by", base::to_text(due)}});
  return received->ref;
}

std::optional<Feedback> find_feedback(store::Reader& reader, const std::string& authority_id,
                                      const std::string& ref) {
  const auto row = reader.row(select_feedback() + " and f.case_ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  auto feedback = read_feedback(*row);
  const auto words =
      reader.row("select words from case_words where authority_id = $1 and case_ref = $2",
                 {authority_id, ref});
  if (words) feedback.found.words = words->text(0);
  return feedback;
}

std::vector<Feedback> list_feedback(store::Reader& reader, const record::Work& work,
                                    const FeedbackFilter& filter, int offset, int most) {
  store::Values values{work.authority_id, std::int64_t{most}, std::int64_t{offset}};
  const auto more = condition(work, filter, values);
  std::vector<Feedback> all;
  reader.for_each(select_feedback() + more +
                      " order by case when c.status = 'closed' then 1 else 0 end, "
                      "case when c.status = 'closed' then '' else r.due end, c.closed desc, "
                      "c.number limit $2 offset $3",
                  values, [&](const store::Row& row) { all.push_back(read_feedback(row)); });
  return all;
}

std::int64_t count_feedback(store::Reader& reader, const record::Work& work,
                            const FeedbackFilter& filter) {
  store::Values values{work.authority_id};
  const auto more = condition(work, filter, values);
  return reader.number("select count(*)" + told_from("cases c") + more, values);
}

base::Result<void> partner_says_listened(store::Writer& writer, const record::Work& work,
                                         const std::string& ref, Fixed listened) {
  const auto feedback = find_feedback(writer, work.authority_id, ref);
  const auto partner = partner_of(writer, work.authority_id, work.actor.user_ref);
  if (!feedback || !partner || feedback->partner_ref != partner->ref) {
    return base::refuse(base::ErrorKind::not_found, "There is no such feedback");
  }
  if (!feedback->replied()) {
    return base::refuse(base::ErrorKind::conflict, "There is no reply yet");
  }
  writer.execute("update replies_owed set listened = $3 where authority_id = $1 and case_ref = $2",
                 {work.authority_id, ref, std::string(to_text(listened))});
  record::append_event(writer, work, ref, "said whether they were listened to",
                       {{"they say", std::string(to_text(listened))}});
  return {};
}

}  // namespace throughline::hear
