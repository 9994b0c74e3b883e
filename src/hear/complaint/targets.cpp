#include "hear/complaint/targets.hpp"

#include "base/digits.hpp"
#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/waiting.hpp"
#include "record/event.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

std::string said(const Targets& targets, Complexity complexity) {
  const auto found = targets.find(complexity);
  if (found == targets.end()) return "none";
  return std::to_string(found->second.days) + " " + std::string(label(found->second.unit));
}

std::string said(const std::optional<base::Date>& day) {
  return day ? base::to_long_text(*day) : "none";
}

base::Result<Targets> read(const std::map<Complexity, TargetForm>& given) {
  Targets targets;
  std::vector<base::Problem> problems;
  for (const auto& [complexity, form] : given) {
    const auto name = std::string(to_text(complexity));
    if (form.days.find_first_not_of(" ") == std::string::npos) continue;
    const auto days = base::digits(form.days);
    if (!days || *days < 1 || *days > most_target_days) {
      problems.push_back({"days-" + name, "The number of days must be between 1 and 366"});
    }
    if (!form.unit) problems.push_back({"unit-" + name, "Choose working or calendar days"});
    if (days && form.unit) targets[complexity] = {*days, *form.unit};
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return targets;
}

void keep(store::Writer& writer, const std::string& authority_id, const Targets& targets) {
  writer.execute("delete from complaint_targets where authority_id = $1", {authority_id});
  for (const auto& [complexity, target] : targets) {
    writer.execute(
        "insert into complaint_targets (authority_id, complexity, days, unit) "
        "values ($1, $2, $3, $4)",
        {authority_id, std::string(to_text(complexity)), std::int64_t{target.days},
         std::string(to_text(target.unit))});
  }
}

std::int64_t move_open_complaints(store::Writer& writer, const record::Work& work,
                                  const Targets& targets) {
  std::int64_t moved = 0;
  std::vector<record::NewEvent> events;
  const auto rows =
      writer.rows("select " + std::string(complaint_columns) +
                      " from complaints p join cases c on c.authority_id = p.authority_id "
                      "and c.ref = p.case_ref where p.authority_id = $1 and p.ended = '' "
                      "and c.status in ('received', 'looking_into') order by c.number",
                  {work.authority_id});
  for (const auto& row : rows) {
    auto complaint = read_complaint(row);
    const auto before = complaint.target_by;
    set_target(complaint, targets);
    if (complaint.target_by == before) continue;
    writer.execute(
        "update complaints set target_by = $3, version = version + 1 "
        "where authority_id = $1 and case_ref = $2",
        {work.authority_id, complaint.case_ref, stored(complaint.target_by)});
    put_waiting(writer, work.authority_id, complaint.case_ref);
    events.push_back({complaint.case_ref,
                      "target moved",
                      {{"target", said(before) + " to " + said(complaint.target_by)}},
                      ""});
    ++moved;
  }
  record::append_events(writer, work, events);
  return moved;
}

}  // namespace

Targets targets_of(store::Reader& reader, const std::string& authority_id) {
  Targets targets;
  for (const auto& row :
       reader.rows("select complexity, days, unit from complaint_targets where authority_id = $1",
                   {authority_id})) {
    targets[complexity_from_text(row.text(0)).value()] = {static_cast<int>(row.integer(1)),
                                                          day_unit_from_text(row.text(2)).value()};
  }
  return targets;
}

base::Result<std::int64_t> set_targets(store::Writer& writer, const record::Work& work,
                                       const std::map<Complexity, TargetForm>& given) {
  const auto targets = read(given);
  if (!targets) return tl::make_unexpected(targets.error());
  const auto before = targets_of(writer, work.authority_id);
  if (*targets == before) return std::int64_t{0};
  keep(writer, work.authority_id, *targets);
  record::Details details;
  for (const auto complexity : all_complexities) {
    const auto was = said(before, complexity);
    const auto is = said(*targets, complexity);
    if (was != is) details.emplace_back(std::string(to_text(complexity)), was + " to " + is);
  }
  record::append_event(writer, work, "COMPLAINT-TARGETS", "changed", details);
  return move_open_complaints(writer, work, *targets);
}

}  // namespace throughline::hear
