#include "hear/people/personal_tables.hpp"

#include "formats/csv.hpp"
#include "formats/encoding.hpp"
#include "hear/people/reason.hpp"
#include "record/data.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

namespace throughline::hear {
namespace {

constexpr std::array<std::string_view, 5> verbs = {"keep", "delete", "blank", "redact",
                                                   "pseudonym"};

}  // namespace

Treatment treatment_of(const std::string& text) {
  std::istringstream words(text);
  Treatment read;
  words >> read.verb;
  for (std::string column; words >> column;) read.columns.push_back(column);
  return read;
}

bool is_sound(const Treatment& treatment) {
  return std::ranges::find(verbs, treatment.verb) != verbs.end() &&
         (treatment.verb == "blank") == !treatment.columns.empty();
}

void check_reason(std::vector<base::Problem>& problems, const std::string& reason,
                  const std::string& missing) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"reason", missing});
  } else if (!formats::is_utf8(reason) || reason.size() > most_reason_bytes) {
    problems.push_back({"reason", "Your reason must be 1,000 characters or fewer"});
  }
}

base::Result<std::vector<PersonalTable>> read_personal_tables(std::string_view csv) {
  const auto table = formats::read_csv(csv);
  if (!table) return tl::make_unexpected(table.error());
  std::vector<PersonalTable> tables;
  for (const auto& row : table->rows) {
    PersonalTable read{row.field(0),
                       row.field(1),
                       row.field(2),
                       treatment_of(row.field(3)),
                       treatment_of(row.field(4)),
                       row.field(5)};
    if (!is_sound(read.erasure) || !is_sound(read.pseudonymising)) {
      return base::refuse(
          {{"erasure", "Say keep, delete, blank COLUMN, redact or pseudonym", row.line}});
    }
    tables.push_back(std::move(read));
  }
  return tables;
}

const std::vector<PersonalTable>& personal_tables() {
  static const std::vector<PersonalTable> tables = [] {
    auto read = read_personal_tables(base::embedded_file(record::embedded_data(), "personal.csv"));
    if (!read) throw std::logic_error("data/personal.csv: " + read.error().message);
    return *std::move(read);
  }();
  return tables;
}

}  // namespace throughline::hear
