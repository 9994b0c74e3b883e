#include "publish/report/figures.hpp"

#include "act/action.hpp"
#include "hear/complaint/complaint.hpp"
#include "hear/kinds.hpp"
#include "publish/report/complaint_rows.hpp"
#include "stats/verdict.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

namespace throughline::publish::report {
namespace {

using Rows = std::vector<ComplaintRow>;
using Member = std::int64_t Pair::*;

// The two periods that a report compares, one after the other.
struct Side {
  Member member;
  Period period;
  Rows rows;
};

std::optional<hear::Overall> overall_of(const ComplaintRow& row) {
  if (row.undecided) return std::nullopt;
  std::vector<hear::ComplaintPoint> points;
  for (const auto finding : row.findings) {
    points.emplace_back();
    points.back().finding = finding;
  }
  return hear::overall(points);
}

void count_totals(Figures& figures, const Side& side) {
  const auto add = [&](Pair& pair, bool yes) { pair.*side.member += yes ? 1 : 0; };
  for (const auto& row : side.rows) {
    const auto whole = overall_of(row);
    add(figures.received, true);
    add(figures.decided, whole.has_value());
    add(figures.well_founded, whole && hear::well_founded(whole->finding));
    add(figures.ombudsman, row.at_ombudsman);
    add(figures.open, !row.closed);
  }
  std::vector<std::int64_t> days;
  for (const auto& row : side.rows) {
    if (row.responded) days.push_back(base::days_between(row.begun, *row.responded));
  }
  figures.middle_days.*side.member = -1;
  if (days.empty()) return;
  // The lower of the two in the middle, so that it is a time that some answer took.
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>((days.size() - 1) / 2);
  std::ranges::nth_element(days, middle);
  figures.middle_days.*side.member = *middle;
}

// Counts those of which it can be said: what was done, or what is past its day.
void count_part(Part& part, Member member, const std::optional<base::Date>& by,
                const std::optional<base::Date>& done, base::Date as_at) {
  if (!by || (!done && as_at <= *by)) return;
  part.of.*member += 1;
  part.met.*member += done && *done <= *by ? 1 : 0;
}

std::vector<Part> count_timeliness(const std::vector<Side>& sides, base::Date as_at) {
  std::vector<Part> parts = {
      {"Acknowledged within three working days",
       "Of complaints that were acknowledged or whose three days are over",
       {},
       {}},
      {"Answered by the day that was agreed",
       "Of complaints with a day agreed with the person, or else a day of the council’s own, that "
       "were answered or whose day is over",
       {},
       {}},
      {"Answered within six months, or a longer time that the person agreed to",
       "Of complaints that were answered or whose time is over",
       {},
       {}}};
  for (const auto& side : sides) {
    for (const auto& row : side.rows) {
      count_part(parts[0], side.member, row.acknowledge_by, row.acknowledged, as_at);
      count_part(parts[1], side.member, row.promised, row.responded, as_at);
      count_part(parts[2], side.member, row.period_ends, row.responded, as_at);
    }
  }
  return parts;
}

// Counts by name, the most of now first; what has none of either is left out.
class Tally {
 public:
  void add(Member member, const std::string& name, std::int64_t count = 1) {
    counts_[name].*member += count;
  }
  [[nodiscard]] std::vector<Line> lines() const {
    std::vector<Line> lines;
    for (const auto& [name, count] : counts_) lines.push_back({name, count});
    std::ranges::stable_sort(lines, [](const Line& one, const Line& other) {
      if (one.count.now != other.count.now) return one.count.now > other.count.now;
      return one.count.before > other.count.before;
    });
    return lines;
  }

 private:
  std::map<std::string, Pair> counts_;
};

template <typename Name>
std::vector<Line> tally(const std::vector<Side>& sides, Name&& name_of) {
  Tally tally;
  for (const auto& side : sides) {
    for (const auto& row : side.rows) {
      for (const std::string& name : name_of(row)) tally.add(side.member, name);
    }
  }
  return tally.lines();
}

using Names = std::vector<std::string>;

template <typename T>
Names label_of(const std::optional<T>& value, const char* otherwise) {
  return {value ? std::string(hear::label(*value)) : std::string(otherwise)};
}

Names outcome_of(const ComplaintRow& row) {
  const auto whole = overall_of(row);
  return {whole ? std::string(hear::label(whole->finding)) : "Not decided yet"};
}

Names findings_of(const ComplaintRow& row) {
  Names names;
  for (const auto finding : row.findings) names.emplace_back(hear::label(finding));
  return names;
}

// Counts that the database makes by itself: a name and a number a row.
std::vector<Line> tally_sql(store::Reader& reader, const std::string& authority_id,
                            const std::vector<Side>& sides, const std::string& sql,
                            std::string (*say)(const std::string&)) {
  Tally tally;
  for (const auto& side : sides) {
    for (const auto& row : reader.rows(sql, {authority_id, base::to_text(side.period.first()),
                                             base::to_text(side.period.last())})) {
      tally.add(side.member, say(row.text(0)), row.integer(1));
    }
  }
  return tally.lines();
}

std::string sentence_case(std::string_view words) {
  std::string text(words);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string as_it_is(const std::string& name) {
  return name;
}
std::string kind_label(const std::string& word) {
  const auto kind = hear::kind_from_text(word);
  return kind ? std::string(hear::label(*kind)) + "s" : word;
}
std::string remedy_label(const std::string& word) {
  const auto remedy = hear::remedy_from_text(word);
  return remedy ? std::string(hear::label(*remedy)) : word;
}

const std::string of_complaints =
    "join complaints p on p.authority_id = x.authority_id and p.case_ref = x.case_ref "
    "where x.authority_id = $1 and p.ended = '' and p.begun >= $2 and p.begun <= $3 ";

std::vector<Table> count_tables(store::Reader& reader, const std::string& authority_id,
                                const std::vector<Side>& sides) {
  const auto sql = [&](const std::string& text, std::string (*say)(const std::string&)) {
    return tally_sql(reader, authority_id, sides, text, say);
  };
  return {{"nature", "What people told us", "Cases received",
           "By the day on which a case came, and by what kind it is now.", true,
           sql("select kind, count(*) from cases where authority_id = $1 and received >= $2 and "
               "received <= $3 group by kind order by kind",
               kind_label)},
          {"services", "Services", "Complaints received", "", true,
           tally(sides,
                 [](const ComplaintRow& row) {
                   return Names{row.service.empty() ? "Not about one service" : row.service};
                 })},
          {"themes", "What they were about", "Complaints received",
           "A complaint can have several themes, or none.", false,
           sql("select t.name, count(*) from case_themes x join themes t on t.authority_id = "
               "x.authority_id and t.ref = x.theme_ref " +
                   of_complaints + "group by t.name order by t.name",
               as_it_is)},
          {"people", "Who complained", "Complaints received", "", true,
           tally(sides,
                 [](const ComplaintRow& row) {
                   return label_of(hear::relationship_from_text(row.relationship), "Not known");
                 })},
          {"outcomes", "Outcomes of complaints", "Complaints received", "", true,
           tally(sides, outcome_of)},
          {"points", "Outcomes of their points", "Points decided",
           "A complaint can make several points.", true, tally(sides, findings_of)},
          {"remedies", "What was put right", "Points with this remedy",
           "A point can have several remedies, or none.", false,
           sql("select x.remedy, count(*) from complaint_remedies x " + of_complaints +
                   "group by x.remedy order by x.remedy",
               remedy_label)},
          {"learning", "What was learned", "Complaints received", "", true,
           tally(sides, [](const ComplaintRow& row) {
             return label_of(hear::learning_from_text(row.learning), "Not said yet");
           })}};
}

std::vector<ActionLine> actions_of(store::Reader& reader, const std::string& authority_id,
                                   const Period& period) {
  std::vector<ActionLine> lines;
  for (const auto& row : reader.rows(
           "select a.ref, a.title, a.status, coalesce((select q.verdict from proofs q where "
           "q.authority_id = a.authority_id and q.action_ref = a.ref order by q.recorded desc, "
           "q.ref desc limit 1), '') from actions a where a.authority_id = $1 and a.ref in "
           "(select l.to_ref from links l join complaints p on p.authority_id = l.authority_id and "
           "p.case_ref = l.from_ref where l.authority_id = $1 and l.relation = 'raised' and "
           "p.ended = '' and p.begun >= $2 and p.begun <= $3) order by length(a.ref), a.ref",
           {authority_id, base::to_text(period.first()), base::to_text(period.last())})) {
    const auto status = act::action_status_from_text(row.text(2));
    const auto verdict = stats::outcome_from_text(row.text(3));
    lines.push_back({row.text(0), row.text(1), status ? std::string(act::label_of(*status)) : "",
                     verdict ? sentence_case(stats::in_words(*verdict)) : ""});
  }
  return lines;
}

}  // namespace

const Table& Figures::table(std::string_view key) const {
  const auto found = std::ranges::find(tables, key, &Table::key);
  if (found == tables.end()) throw std::out_of_range("a report has no such table");
  return *found;
}

Figures count_complaints(store::Reader& reader, const std::string& authority_id,
                         const Period& period, base::Date as_at) {
  std::vector<Side> sides;
  for (const auto& [member, each] :
       {std::pair{&Pair::now, period}, std::pair{&Pair::before, period.year_before()}}) {
    sides.push_back(
        {member, each, complaint_rows(reader, authority_id, each.first(), each.last())});
  }
  Figures figures;
  for (const auto& side : sides) count_totals(figures, side);
  figures.timeliness = count_timeliness(sides, as_at);
  figures.tables = count_tables(reader, authority_id, sides);
  figures.actions = actions_of(reader, authority_id, period);
  return figures;
}

std::optional<base::Date> first_complaint(store::Reader& reader, const std::string& authority_id) {
  const auto first = reader.row(
      "select begun from complaints where authority_id = $1 and ended = '' order by begun limit 1",
      {authority_id});
  if (!first) return std::nullopt;
  return base::date_from_text(first->text(0)).value();
}

}  // namespace throughline::publish::report
