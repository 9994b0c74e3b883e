#include "hear/ombudsman/ombudsman.hpp"
#include "hear/redaction/travel.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::string_view columns =
    "d.ref, d.reference, d.case_ref, d.service_ref, coalesce(s.name, ''), d.category, d.subject, "
    "d.decision, d.decided, d.fault, d.injustice, d.remedied_before, d.remedy, d.compliance, "
    "d.learning, d.version, d.added_at, d.added_by from ombudsman_decisions d left join services s "
    "on s.authority_id = d.authority_id and s.ref = d.service_ref where d.authority_id = $1";

Decision decision_of(const store::Row& row) {
  Decision found;
  found.ref = row.text(0);
  found.reference = row.text(1);
  found.case_ref = row.text(2);
  found.service_ref = row.text(3);
  found.service_name = row.text(4);
  found.topic = topic_from_text(row.text(5)).value_or(Topic::other);
  found.subject = row.text(6);
  found.verdict = verdict_from_text(row.text(7)).value();
  found.decided = base::date_from_text(row.text(8)).value();
  found.fault = row.text(9);
  found.injustice = row.text(10);
  found.remedied_before = row.yes(11);
  found.remedy = row.text(12);
  found.compliance = compliance_from_text(row.text(13)).value_or(Compliance::not_known);
  found.learning = row.text(14);
  found.version = row.integer(15);
  found.added_at = row.text(16);
  found.added_by = row.text(17);
  return found;
}

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

void add_recommendations(store::Reader& reader, const std::string& authority_id,
                         Decision& decision) {
  for (const auto& row :
       reader.rows("select number, what, due, done, evidence from ombudsman_recommendations where "
                   "authority_id = $1 and decision_ref = $2 order by number",
                   {authority_id, decision.ref})) {
    decision.recommendations.push_back({row.integer(0), row.text(1),
                                        base::date_from_text(row.text(2)).value(),
                                        date_in(row.text(3)), row.text(4)});
  }
}

Decision read(const DecisionForm& form) {
  Decision made;
  made.reference = text::tidied(form.reference);
  made.case_ref = text::tidied(form.case_ref);
  std::ranges::transform(made.case_ref, made.case_ref.begin(),
                         [](unsigned char c) { return std::toupper(c); });
  made.service_ref = form.service_ref;
  made.topic = topic_from_text(form.topic).value_or(Topic::other);
  made.subject = text::trimmed(form.subject);
  made.verdict = verdict_from_text(form.verdict).value_or(Verdict::advice);
  if (form.decided) made.decided = *form.decided;
  made.fault = text::trimmed(form.fault);
  made.injustice = text::trimmed(form.injustice);
  made.remedied_before = form.remedied_before == "yes";
  made.remedy = made.remedied_before ? std::string(text::trimmed(form.remedy)) : "";
  made.compliance = compliance_from_text(form.compliance).value_or(Compliance::not_known);
  made.learning = text::trimmed(form.learning);
  return made;
}

// The form as a decision, checked against what is here.
base::Result<Decision> checked(store::Reader& reader, const record::Work& work,
                               const DecisionForm& form) {
  auto problems = problems_of(form, work.today());
  if (!form.decided) problems.push_back({"decided", "Enter the day it was decided"});
  auto made = read(form);
  if (!made.case_ref.empty() && (!made.case_ref.starts_with("CASE-") ||
                                 !record::find_node(reader, work.authority_id, made.case_ref))) {
    problems.push_back({"case", "There is no case " + made.case_ref});
  }
  if (!made.service_ref.empty() &&
      !reader.row("select ref from services where authority_id = $1 and ref = $2",
                  {work.authority_id, made.service_ref})) {
    problems.push_back({"service", "Choose a service in the list"});
  }
  for (const auto& [field, words] :
       {std::pair{"subject", &made.subject}, std::pair{"fault", &made.fault},
        std::pair{"injustice", &made.injustice}, std::pair{"remedy", &made.remedy},
        std::pair{"learning", &made.learning}}) {
    check_travel(reader, work.authority_id, {made.case_ref}, field, *words, problems);
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return made;
}

base::Result<void> check_reference(store::Reader& reader, const record::Work& work,
                                   const Decision& made) {
  if (reader.row("select ref from ombudsman_decisions where authority_id = $1 and reference = $2 "
                 "and ref <> $3",
                 {work.authority_id, made.reference, made.ref})) {
    return base::refuse(base::ErrorKind::conflict, "There is a decision with this reference",
                        {{"reference", "A decision with this reference is here already"}});
  }
  return {};
}

void put_on_line(store::Writer& writer, const record::Work& work, const Decision& made,
                 const std::string& case_before) {
  record::put_node(
      writer, work.authority_id,
      {made.ref, title(made), base::to_text(made.decided), std::string(label(made.verdict))});
  if (case_before == made.case_ref) return;
  if (!case_before.empty()) {
    record::remove_link(writer, work, {case_before, record::Relation::taken_to, made.ref});
  }
  if (!made.case_ref.empty()) {
    record::add_link(writer, work, {made.case_ref, record::Relation::taken_to, made.ref});
  }
}

store::Values values_of(const record::Work& work, const Decision& made) {
  return {work.authority_id,
          made.ref,
          made.reference,
          made.case_ref,
          made.service_ref,
          std::string(to_text(made.topic)),
          made.subject,
          std::string(to_text(made.verdict)),
          base::to_text(made.decided),
          made.fault,
          made.injustice,
          std::int64_t{made.remedied_before},
          made.remedy,
          std::string(to_text(made.compliance)),
          made.learning};
}

}  // namespace

std::optional<Decision> find_decision(store::Reader& reader, const std::string& authority_id,
                                      const std::string& ref) {
  const auto row =
      reader.row("select " + std::string(columns) + " and d.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  auto found = decision_of(*row);
  add_recommendations(reader, authority_id, found);
  return found;
}

std::vector<Decision> decisions(store::Reader& reader, const std::string& authority_id,
                                const DecisionFilter& filter, base::Date today) {
  std::string sql = "select " + std::string(columns);
  store::Values values{authority_id};
  const auto bind = [&](std::string value) {
    values.emplace_back(std::move(value));
    return "$" + std::to_string(values.size());
  };
  if (const auto days = days_of(filter.year)) {
    sql += " and d.decided >= " + bind(base::to_text(days->first));
    sql += " and d.decided <= " + bind(base::to_text(days->second));
  }
  if (filter.verdict) sql += " and d.decision = " + bind(std::string(to_text(*filter.verdict)));
  if (filter.overdue) {
    sql +=
        " and exists (select 1 from ombudsman_recommendations r where r.authority_id = "
        "d.authority_id and r.decision_ref = d.ref and r.done = '' and r.due < " +
        bind(base::to_text(today)) + ")";
  }
  sql += " order by d.decided desc, d.number desc";
  std::vector<Decision> found;
  for (const auto& row : reader.rows(sql, values)) found.push_back(decision_of(row));
  for (auto& each : found) add_recommendations(reader, authority_id, each);
  return found;
}

base::Result<Decision> add_decision(store::Writer& writer, const record::Work& work,
                                    const DecisionForm& form) {
  auto made = checked(writer, work, form);
  if (!made) return made;
  if (auto fine = check_reference(writer, work, *made); !fine) {
    return tl::make_unexpected(fine.error());
  }
  const auto number = record::next_numbers(writer, work.authority_id, "OMBUDSMAN", 1);
  made->ref = "OMBUDSMAN-" + std::to_string(number);
  auto values = values_of(work, *made);
  values.insert(values.end(), {number, base::to_text(work.now), work.actor.name});
  writer.execute(
      "insert into ombudsman_decisions (authority_id, ref, reference, case_ref, service_ref, "
      "category, subject, decision, decided, fault, injustice, remedied_before, remedy, "
      "compliance, learning, number, added_at, added_by, version) values ($1, $2, $3, $4, $5, $6, "
      "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 1)",
      values);
  put_on_line(writer, work, *made, "");
  record::append_event(
      writer, work, made->ref, "added",
      {{"decision", std::string(label(made->verdict))}, {"decided", base::to_text(made->decided)}});
  return *find_decision(writer, work.authority_id, made->ref);
}

base::Result<Decision> change_decision(store::Writer& writer, const record::Work& work,
                                       const std::string& ref, std::int64_t version,
                                       const DecisionForm& form) {
  const auto before = find_decision(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such decision");
  auto made = checked(writer, work, form);
  if (!made) return made;
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this decision while you were writing");
  }
  if (made->verdict != Verdict::upheld && !before->recommendations.empty()) {
    return base::refuse({{"verdict",
                          "This decision has recommendations, which only an upheld "
                          "complaint can have"}});
  }
  made->ref = ref;
  if (auto fine = check_reference(writer, work, *made); !fine) {
    return tl::make_unexpected(fine.error());
  }
  writer.execute(
      "update ombudsman_decisions set reference = $3, case_ref = $4, service_ref = $5, category = "
      "$6, subject = $7, decision = $8, decided = $9, fault = $10, injustice = $11, "
      "remedied_before = $12, remedy = $13, compliance = $14, learning = $15, version = version + "
      "1 where authority_id = $1 and ref = $2",
      values_of(work, *made));
  put_on_line(writer, work, *made, before->case_ref);
  record::Details details;
  const auto note = [&](const char* field, std::string_view was, std::string_view is) {
    if (was != is) details.emplace_back(field, std::string(was) + " to " + std::string(is));
  };
  note("decision", label(before->verdict), label(made->verdict));
  note("decided", base::to_text(before->decided), base::to_text(made->decided));
  note("compliance", label(before->compliance), label(made->compliance));
  record::append_event(writer, work, ref, "changed", details);
  return *find_decision(writer, work.authority_id, ref);
}

base::Result<void> recommend(store::Writer& writer, const record::Work& work,
                             const std::string& ref, const std::string& what,
                             std::optional<base::Date> due) {
  const auto found = find_decision(writer, work.authority_id, ref);
  if (!found) return base::refuse(base::ErrorKind::not_found, "There is no such decision");
  std::vector<base::Problem> problems;
  const std::string tidy(text::trimmed(what));
  if (tidy.empty()) problems.push_back({"what", "Enter what the Ombudsman asked for"});
  if (tidy.size() > 4'000) problems.push_back({"what", "This must be 2,000 characters or fewer"});
  if (!due) problems.push_back({"due", "Enter the day by which it must be done"});
  if (due && *due < found->decided) {
    problems.push_back({"due", "It cannot be due before the decision"});
  }
  if (found->verdict != Verdict::upheld) {
    problems.push_back({"what", "Only an upheld complaint can have recommendations"});
  }
  check_travel(writer, work.authority_id, {found->case_ref}, "what", tidy, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto number = static_cast<std::int64_t>(found->recommendations.size()) + 1;
  writer.execute(
      "insert into ombudsman_recommendations (authority_id, decision_ref, number, what, due, done, "
      "evidence) values ($1, $2, $3, $4, $5, '', '')",
      {work.authority_id, ref, number, tidy, base::to_text(*due)});
  record::append_event(writer, work, ref, "recommendation added", {{"due", base::to_text(*due)}});
  return {};
}

base::Result<void> complete(store::Writer& writer, const record::Work& work, const std::string& ref,
                            std::int64_t number, std::optional<base::Date> done,
                            const std::string& evidence) {
  const auto found = find_decision(writer, work.authority_id, ref);
  const bool known =
      found && number >= 1 && number <= static_cast<std::int64_t>(found->recommendations.size());
  if (!known) return base::refuse(base::ErrorKind::not_found, "There is no such recommendation");
  if (found->recommendations[static_cast<std::size_t>(number - 1)].done) {
    return base::refuse(base::ErrorKind::conflict, "This recommendation is done already");
  }
  std::vector<base::Problem> problems;
  if (!done) problems.push_back({"done", "Enter the day it was done"});
  if (done && (*done > work.today() || *done < found->decided)) {
    problems.push_back({"done", "The day must lie between the decision and today"});
  }
  const std::string tidy(text::trimmed(evidence));
  if (tidy.empty()) problems.push_back({"evidence", "Enter how you know that it was done"});
  if (tidy.size() > 4'000) {
    problems.push_back({"evidence", "This must be 2,000 characters or fewer"});
  }
  check_travel(writer, work.authority_id, {found->case_ref}, "evidence", tidy, problems);
  if (!problems.empty()) return base::refuse(std::move(problems));
  writer.execute(
      "update ombudsman_recommendations set done = $4, evidence = $5 where authority_id = $1 and "
      "decision_ref = $2 and number = $3",
      {work.authority_id, ref, number, base::to_text(*done), tidy});
  record::append_event(writer, work, ref, "recommendation done",
                       {{"number", std::to_string(number)}, {"on", base::to_text(*done)}});
  return {};
}

base::Result<void> join_action(store::Writer& writer, const record::Work& work,
                               const std::string& ref, const std::string& action_ref) {
  if (!find_decision(writer, work.authority_id, ref)) {
    return base::refuse(base::ErrorKind::not_found, "There is no such decision");
  }
  auto action = text::tidied(action_ref);
  std::ranges::transform(action, action.begin(), [](unsigned char c) { return std::toupper(c); });
  if (record::kind_of(action) != record::NodeKind::action ||
      !record::find_node(writer, work.authority_id, action)) {
    return base::refuse({{"action", "Enter an action that is here, like ACTION-4"}});
  }
  record::add_link(writer, work, {ref, record::Relation::raised, action});
  record::append_event(writer, work, ref, "joined", {{"action", action}});
  return {};
}

std::int64_t count_overdue(store::Reader& reader, const std::string& authority_id,
                           base::Date today) {
  return reader.number(
      "select count(*) from ombudsman_recommendations where authority_id = $1 and done = '' and "
      "due < $2",
      {authority_id, base::to_text(today)});
}

void rebuild_ombudsman(store::Writer& writer, const std::string& authority_id) {
  for (const auto& row : writer.rows("select " + std::string(columns), {authority_id})) {
    const auto each = decision_of(row);
    record::put_node(
        writer, authority_id,
        {each.ref, title(each), base::to_text(each.decided), std::string(label(each.verdict))});
  }
}

}  // namespace throughline::hear
