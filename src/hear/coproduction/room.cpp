#include "hear/coproduction/room.hpp"

#include "hear/fair_voice/population.hpp"

#include <algorithm>

namespace throughline::hear::coproduction {
namespace {

constexpr std::array told_of = {std::string_view("age_band"), std::string_view("sex"),
                                std::string_view("ethnic_group"), std::string_view("disability"),
                                std::string_view("carer")};

std::vector<Missing> missing_from(const EqualityQuestion& question, const PopulationTable& table,
                                  const std::map<std::string, std::int64_t>& answers) {
  std::int64_t answered = 0;
  std::int64_t everybody = 0;
  std::size_t present = 0;
  std::vector<std::int64_t> counts;
  for (const auto& [group, people] : table.groups) {
    const auto count = people_in(question, group, answers);
    counts.push_back(count);
    answered += count;
    present += count > 0 ? 1 : 0;
    everybody += people;
  }
  std::vector<Missing> missing;
  if (answered < least_answers || present < 2 || everybody == 0) return missing;
  for (std::size_t at = 0; at < counts.size(); ++at) {
    const auto share =
        100.0 * static_cast<double>(table.groups[at].second) / static_cast<double>(everybody);
    if (counts[at] > 0 || share < least_share) continue;
    missing.push_back({std::string(category_of(question.field)), table.groups[at].first, share});
  }
  return missing;
}

}  // namespace

Room who_is_in(store::Reader& reader, const std::string& authority_id,
               const std::vector<std::string>& group_refs, base::Date on, Population against) {
  Room room;
  if (group_refs.empty()) return room;
  store::Values values{authority_id, base::to_text(on)};
  std::string in;
  for (const auto& ref : group_refs) {
    values.emplace_back(ref);
    in += (in.empty() ? "$" : ", $") + std::to_string(values.size());
  }
  const std::string chosen =
      " from coproduction_members m where m.authority_id = $1 and m.joined <= $2 and (m.left_on = "
      "'' or m.left_on > $2) and m.group_ref in (" +
      in + ")";
  room.members = reader.number("select count(*)" + chosen, values);
  AnswerCounts answers;
  for (const auto& row :
       reader.rows("select a.question, a.answer, count(*) from coproduction_answers a where "
                   "a.authority_id = $1 and a.member_ref in (select m.ref" +
                       chosen + ") group by a.question, a.answer",
                   values)) {
    answers[row.text(0)][row.text(1)] = row.integer(2);
  }
  room.voices = compare(reader, authority_id, room.members, answers, against);
  if (room.voices.enough) return room;
  const auto tables = populations(reader, authority_id, against);
  for (const auto& question : equality_questions()) {
    if (std::ranges::find(told_of, question.field) == told_of.end()) continue;
    const auto table = std::ranges::find(tables, question.field, &PopulationTable::field);
    if (table == tables.end()) continue;
    for (auto& each : missing_from(question, *table, answers[std::string(question.field)])) {
      room.missing.push_back(std::move(each));
    }
  }
  return room;
}

}  // namespace throughline::hear::coproduction
