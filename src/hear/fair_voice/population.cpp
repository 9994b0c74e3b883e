#include "hear/fair_voice/population.hpp"

#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "hear/case_columns.hpp"
#include "hear/equality.hpp"
#include "record/event.hpp"
#include "store/bulk.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <array>

namespace throughline::hear {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> categories = {{
    {"age_band", "Age"},
    {"sex", "Sex"},
    {"ethnic_group", "Ethnic group"},
    {"disability", "Disability"},
    {"religion", "Religion"},
    {"sexual_orientation", "Sexual orientation"},
    {"carer", "Unpaid carer"},
}};

constexpr int first_year = 1991;
constexpr std::size_t most_rows = 1'000;

const EqualityQuestion* question_of(const std::string& category) {
  const auto wanted = plain(category);
  for (const auto& question : equality_questions()) {
    if (wanted == plain(question.field) || wanted == plain(category_of(question.field)) ||
        wanted == plain(question.label)) {
      return &question;
    }
  }
  return nullptr;
}

// The label of the answer, or of the broad group, that a cell means; "" for none.
std::string group_of(const EqualityQuestion& question, const std::string& cell) {
  const auto wanted = plain(cell);
  for (const auto& option : question.options) {
    if (option.text == prefer_not_to_say) continue;
    if (wanted == plain(option.text) || wanted == plain(option.label)) {
      return std::string(option.label);
    }
    if (!option.group.empty() && wanted == plain(option.group)) return std::string(option.group);
  }
  return {};
}

std::vector<std::string> answers_of(const EqualityQuestion& question) {
  std::vector<std::string> labels;
  for (const auto& option : question.options) {
    if (option.text != prefer_not_to_say) labels.emplace_back(option.label);
  }
  return labels;
}

std::vector<std::string> broad_groups_of(const EqualityQuestion& question) {
  std::vector<std::string> groups;
  for (const auto& option : question.options) {
    if (!option.group.empty() && std::ranges::find(groups, option.group) == groups.end()) {
      groups.emplace_back(option.group);
    }
  }
  return groups;
}

bool holds(const PopulationTable& table, const std::string& group) {
  return std::ranges::any_of(table.groups, [&](const auto& each) { return each.first == group; });
}

// What is missing of the whole list that the table seems to be.
std::vector<std::string> missing_of(const PopulationTable& table) {
  const auto* question = question_of(table.field);
  const auto broad = broad_groups_of(*question);
  const bool is_broad =
      std::ranges::any_of(broad, [&](const std::string& group) { return holds(table, group); });
  std::vector<std::string> missing;
  for (const auto& group : is_broad ? broad : answers_of(*question)) {
    if (!holds(table, group)) missing.push_back(group);
  }
  return missing;
}

// One of the nineteen that stands beside the five; "" when there is none.
std::string beside_broad(const PopulationTable& table) {
  const auto broad = broad_groups_of(*question_of(table.field));
  const auto is_broad = [&](const auto& each) {
    return std::ranges::find(broad, each.first) != broad.end();
  };
  if (std::ranges::none_of(table.groups, is_broad)) return {};
  const auto extra = std::ranges::find_if_not(table.groups, is_broad);
  return extra == table.groups.end() ? "" : extra->first;
}

struct Columns {
  std::size_t category = 0;
  std::size_t group = 0;
  std::size_t count = 0;
  std::size_t source = 0;
  std::size_t year = 0;
};

base::Result<Columns> columns_of(const formats::CsvTable& table) {
  Columns columns;
  std::vector<base::Problem> problems;
  for (const auto& [name, place] :
       {std::pair{"category", &columns.category}, std::pair{"group", &columns.group},
        std::pair{"count", &columns.count}, std::pair{"source", &columns.source},
        std::pair{"year", &columns.year}}) {
    if (const auto found = table.column(name)) {
      *place = *found;
    } else {
      problems.push_back({name, std::string("The file has no column called ") + name, 1});
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return columns;
}

class Reading {
 public:
  Reading(const Columns& columns, int this_year) : columns_(columns), this_year_(this_year) {}

  void read(const formats::CsvRow& row) {
    const auto problem = [&](const char* column, std::string message) {
      problems_.push_back({column, std::move(message), row.line});
    };
    const auto* question = question_of(row.field(columns_.category));
    if (!question) {
      problem("category",
              "Use Age, Sex, Ethnic group, Disability, Religion, Sexual orientation "
              "or Unpaid carer");
      return;
    }
    const auto group = group_of(*question, row.field(columns_.group));
    if (group.empty()) problem("group", "This is none of the answers to the question");
    const auto count = formats::number_from_text(row.field(columns_.count));
    const bool whole = count && count->mark == formats::NumberMark::none && count->value >= 0 &&
                       count->value <= 1e9 &&
                       count->value == static_cast<double>(static_cast<std::int64_t>(count->value));
    if (!whole) problem("count", "Enter a whole number of people, like 12,450");
    const auto source = text::tidied(row.field(columns_.source));
    if (source.empty() || source.size() > 300) problem("source", "Say where the figure is from");
    const auto year = formats::number_from_text(row.field(columns_.year));
    if (!year || year->value < first_year || year->value > this_year_) {
      problem("year", "Enter the year that the figure is about, like 2021");
    }
    if (group.empty() || !whole || source.empty() || !year) return;
    auto& table = table_of(std::string(question->field));
    if (holds(table, group)) {
      problem("group", group + " stands twice");
      return;
    }
    if (!table.groups.empty() &&
        (table.source != source || table.year != static_cast<int>(year->value))) {
      problem("source", "All groups of a category must have the same source and year");
    }
    table.source = source;
    table.year = static_cast<int>(year->value);
    table.groups.emplace_back(group, static_cast<std::int64_t>(count->value));
  }

  base::Result<std::vector<PopulationTable>> outcome() {
    for (const auto& table : tables_) {
      if (const auto extra = beside_broad(table); !extra.empty()) {
        problems_.push_back({"group", extra + " is part of a broad group that is counted already"});
      }
      for (const auto& missing : missing_of(table)) {
        problems_.push_back({"group", std::string(category_of(table.field)) + ": " + missing +
                                          " is missing. Give 0 if there are none"});
      }
    }
    if (tables_.empty() && problems_.empty()) {
      problems_.push_back({"file", "The file holds no rows"});
    }
    if (!problems_.empty()) return base::refuse(std::move(problems_));
    return std::move(tables_);
  }

 private:
  PopulationTable& table_of(const std::string& field) {
    const auto found = std::ranges::find(tables_, field, &PopulationTable::field);
    if (found != tables_.end()) return *found;
    return tables_.emplace_back(PopulationTable{field, {}, {}, 0});
  }

  const Columns& columns_;
  int this_year_;
  std::vector<PopulationTable> tables_;
  std::vector<base::Problem> problems_;
};

}  // namespace

std::string_view category_of(std::string_view field) {
  for (const auto& [key, name] : categories) {
    if (key == field) return name;
  }
  return field;
}

base::Result<std::vector<PopulationTable>> read_population(std::string_view csv, int this_year) {
  const auto table =
      formats::read_csv(csv, {.encoding = formats::CsvEncoding::utf8_or_windows_1252});
  if (!table) return tl::make_unexpected(table.error());
  const auto columns = columns_of(*table);
  if (!columns) return tl::make_unexpected(columns.error());
  if (table->rows.size() > most_rows) {
    return base::refuse({{"file", "The file has more than 1,000 rows"}});
  }
  if (!table->problems.empty()) return base::refuse(table->problems);
  Reading reading(*columns, this_year);
  for (const auto& row : table->rows) reading.read(row);
  return reading.outcome();
}

void keep_population(store::Writer& writer, const record::Work& work, Population population,
                     const std::vector<PopulationTable>& tables) {
  record::Details details{{"population", std::string(to_text(population))}};
  std::vector<store::Values> rows;
  for (const auto& table : tables) {
    writer.execute(
        "delete from population_groups where authority_id = $1 and population = $2 "
        "and question = $3",
        {work.authority_id, std::string(to_text(population)), table.field});
    std::int64_t place = 0;
    for (const auto& [group, people] : table.groups) {
      rows.push_back({work.authority_id, std::string(to_text(population)), table.field, ++place,
                      group, people, table.source, std::int64_t{table.year}});
    }
    details.emplace_back(table.field, table.source + ", " + std::to_string(table.year));
  }
  store::insert_rows(writer,
                     "insert into population_groups (authority_id, population, question, place, "
                     "group_name, people, source, year)",
                     rows);
  record::append_event(writer, work, "population", "population imported", details);
}

std::vector<PopulationTable> populations(store::Reader& reader, const std::string& authority_id,
                                         Population population) {
  std::vector<PopulationTable> tables;
  for (const auto& row :
       reader.rows("select question, group_name, people, source, year from population_groups where "
                   "authority_id = $1 and population = $2 order by question, place",
                   {authority_id, std::string(to_text(population))})) {
    if (tables.empty() || tables.back().field != row.text(0)) {
      tables.push_back({row.text(0), {}, row.text(3), static_cast<int>(row.integer(4))});
    }
    tables.back().groups.emplace_back(row.text(1), row.integer(2));
  }
  return tables;
}

}  // namespace throughline::hear
