#include "base/digits.hpp"
#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "hear/ombudsman/rates.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace throughline::hear {
namespace {

constexpr std::size_t most_rows = 20'000;
constexpr std::array<std::string_view, 5> types = {"county", "district", "metropolitan", "unitary",
                                                   "london borough"};

class Row {
 public:
  Row(const formats::CsvTable& table, const formats::CsvRow& row,
      std::vector<base::Problem>& problems)
      : table_(table), row_(row), problems_(problems) {}

  void problem(const std::string& column, std::string message) {
    problems_.push_back({column, std::move(message), row_.line});
  }

  std::string text(const std::string& column) const {
    const auto place = table_.column(column);
    return place ? text::tidied(row_.field(*place)) : "";
  }

  std::string needed(const std::string& column, const std::string& missing) {
    auto found = text(column);
    if (found.empty() || found.size() > 200) problem(column, missing);
    return found;
  }

  // Nothing when the cell is empty or wrong; a wrong one is a problem.
  std::optional<std::int64_t> whole(const std::string& column) {
    const auto cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto number = formats::number_from_text(cell);
    if (number && number->mark == formats::NumberMark::none && number->value >= 0 &&
        number->value <= 1e9 &&
        number->value == static_cast<double>(static_cast<std::int64_t>(number->value))) {
      return static_cast<std::int64_t>(number->value);
    }
    problem(column, column + " must be a whole number, like 12");
    return std::nullopt;
  }

  std::int64_t needed_whole(const std::string& column) {
    if (text(column).empty()) problem(column, "Enter " + column);
    return whole(column).value_or(0);
  }

  // A published rate is not kept: it must be one that the counts give.
  void check_rate(const std::string& column, std::optional<std::int64_t> part,
                  std::optional<std::int64_t> total) {
    auto cell = text(column);
    if (cell.empty() || cell == "N/A" || cell == "-") return;
    const auto number = formats::number_from_text(cell);
    if (!number || number->value < 0 || number->value > 100 ||
        number->value != std::floor(number->value)) {
      problem(column, column + " must be a whole percentage, like 60%");
      return;
    }
    if (!total) return;
    const int percent = static_cast<int>(number->value);
    if (const auto why = why_impossible(percent, *total)) {
      problem(column, *why);
    } else if (part && *part <= *total &&
               std::abs(100.0 * static_cast<double>(*part) / static_cast<double>(*total) -
                        percent) > 0.5 + 1e-9) {
      problem(column, std::to_string(percent) + "% does not fit " + std::to_string(*part) + " of " +
                          std::to_string(*total));
    }
  }

 private:
  const formats::CsvTable& table_;
  const formats::CsvRow& row_;
  std::vector<base::Problem>& problems_;
};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string scope_of(const std::string& cell) {
  const auto typed = lower(cell);
  if (typed.empty() || typed == "all" || typed == "all services") return "all services";
  if (typed == "adult social care" || typed == "adult care services") return "adult social care";
  return "";
}

PublishedYear read_row(Row& row, const std::string& own_council) {
  PublishedYear read;
  read.council = row.needed("council", "Enter the council");
  read.own = lower(read.council) == lower(own_council);
  read.council_type = lower(row.text("type"));
  if (std::ranges::find(types, read.council_type) == types.end()) {
    row.problem("type", "type must be county, district, metropolitan, unitary or London borough");
  }
  read.year = row.text("year");
  if (!days_of(read.year)) row.problem("year", "year must be a year to March, like 2023-24");
  read.scope = scope_of(row.text("scope"));
  if (read.scope.empty()) row.problem("scope", "scope must be all services or adult social care");
  auto& counts = read.counts;
  counts.investigated = row.needed_whole("investigated");
  counts.upheld = row.needed_whole("upheld");
  counts.compliance_outcomes = row.whole("compliance_outcomes");
  counts.satisfied = row.whole("satisfied");
  counts.remedied_before = row.whole("remedied_before");
  counts.population = row.whole("population");
  read.source = row.needed("source", "Say where the figures are from");
  for (const auto& problem : problems_of(counts)) row.problem(problem.field, problem.message);
  row.check_rate("uphold_rate", counts.upheld, counts.investigated);
  row.check_rate("compliance_rate", counts.satisfied, counts.compliance_outcomes);
  row.check_rate("remedy_rate", counts.remedied_before, counts.upheld);
  return read;
}

store::Value value_of(const std::optional<std::int64_t>& number) {
  return store::nullable(number);
}

}  // namespace

base::Result<std::vector<PublishedYear>> read_published_years(std::string_view csv,
                                                              const std::string& own_council) {
  const auto table =
      formats::read_csv(csv, {.encoding = formats::CsvEncoding::utf8_or_windows_1252});
  if (!table) return tl::make_unexpected(table.error());
  std::vector<base::Problem> problems = table->problems;
  for (const char* column : {"council", "type", "year", "investigated", "upheld", "source"}) {
    if (!table->column(column)) {
      problems.push_back({column, std::string("The file has no column called ") + column, 1});
    }
  }
  if (table->rows.size() > most_rows) {
    problems.push_back({"file", "The file has more than 20,000 rows", 0});
  }
  if (table->rows.empty()) problems.push_back({"file", "The file holds no rows", 0});
  if (!problems.empty()) return base::refuse(std::move(problems));
  std::vector<PublishedYear> years;
  std::set<std::string> seen;
  for (const auto& each : table->rows) {
    Row row(*table, each, problems);
    years.push_back(read_row(row, own_council));
    const auto& read = years.back();
    if (!seen.insert(read.council + "|" + read.year + "|" + read.scope).second) {
      row.problem("council", read.council + " stands twice for " + read.year);
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return years;
}

void keep_published_years(store::Writer& writer, const record::Work& work,
                          const std::vector<PublishedYear>& years) {
  for (const auto& each : years) {
    const auto& counts = each.counts;
    writer.execute(
        "insert into ombudsman_years (authority_id, council, council_type, own, year, scope, "
        "investigated, upheld, compliance_outcomes, satisfied, remedied_before, population, "
        "source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict "
        "(authority_id, council, year, scope) do update set council_type = excluded.council_type, "
        "own = excluded.own, investigated = excluded.investigated, upheld = excluded.upheld, "
        "compliance_outcomes = excluded.compliance_outcomes, satisfied = excluded.satisfied, "
        "remedied_before = excluded.remedied_before, population = excluded.population, source = "
        "excluded.source",
        {work.authority_id, each.council, each.council_type, std::int64_t{each.own}, each.year,
         each.scope, counts.investigated, counts.upheld, value_of(counts.compliance_outcomes),
         value_of(counts.satisfied), value_of(counts.remedied_before), value_of(counts.population),
         each.source});
  }
  record::append_event(writer, work, "ombudsman", "figures imported",
                       {{"rows", std::to_string(years.size())}});
}

std::vector<PublishedYear> published_years(store::Reader& reader, const std::string& authority_id) {
  std::vector<PublishedYear> years;
  for (const auto& row : reader.rows(
           "select council, council_type, own, year, scope, investigated, upheld, "
           "compliance_outcomes, satisfied, remedied_before, population, source from "
           "ombudsman_years where authority_id = $1 order by year desc, own desc, council, scope",
           {authority_id})) {
    years.push_back({row.text(0),
                     row.text(1),
                     row.yes(2),
                     row.text(3),
                     row.text(4),
                     {row.integer(5), row.integer(6), row.optional_integer(7),
                      row.optional_integer(8), row.optional_integer(9), row.optional_integer(10)},
                     row.text(11)});
  }
  return years;
}

}  // namespace throughline::hear
