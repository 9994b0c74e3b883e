#pragma once

// Answers that another survey tool collected, from its CSV or Excel file: a heading row, then a row
// for each person. Which heading is which question is said once and remembered for the survey.
// Importing a file twice adds nothing: a row is known by its reference, or else by what it says.

#include "formats/csv.hpp"
#include "hear/survey/response.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear::survey {

inline constexpr std::size_t most_answer_file_bytes = 10'000'000;
inline constexpr std::size_t most_answer_rows = 20'000;
inline constexpr std::size_t most_answer_columns = 300;

// What a heading can mean beside a question.
inline constexpr int not_used = 0;
inline constexpr int reference_column = -1;  // what the tool calls the row: "Respondent ID"
inline constexpr int received_column = -2;   // the day on which it was answered

using Headings = std::map<std::string, int>;  // a heading -> the number of a question, or the above

// The table of a file, CSV or Excel by its content.
// Errors: too_large; unsupported; invalid, when there is nothing to read.
[[nodiscard]] base::Result<formats::CsvTable> read_answer_table(std::string_view bytes);

// Keeps the table for two hours, for whoever is at work, while they say what its headings mean.
void keep_table(store::Writer& writer, const record::Work& work, const Wave& wave,
                const formats::CsvTable& table);
[[nodiscard]] std::optional<formats::CsvTable> kept_table(store::Reader& reader,
                                                          const record::Work& work,
                                                          const Wave& wave);
void drop_table(store::Writer& writer, const record::Work& work, const Wave& wave);

// What is known or can be seen of the headings: said before, or the words of a question.
[[nodiscard]] Headings suggested_headings(store::Reader& reader, const std::string& authority_id,
                                          const std::string& survey_ref,
                                          const std::vector<Question>& questions,
                                          const std::vector<std::string>& heading);
// Remembers them for the survey's next file.
void remember_headings(store::Writer& writer, const record::Work& work,
                       const std::string& survey_ref, const Headings& headings);

struct AnswerFile {
  std::vector<Response> good;
  std::vector<base::Problem> problems;  // in the order of the file, each with its row
};

// Reads the rows with what the headings mean.
// Errors: invalid, when two headings mean the same question, or none means any.
[[nodiscard]] base::Result<AnswerFile> read_answers(const formats::CsvTable& table,
                                                    const Headings& headings,
                                                    const std::vector<Question>& questions,
                                                    const Wave& wave, base::Date today);

struct AnswersImported {
  std::size_t added = 0;
  std::size_t already_here = 0;
};
// Adds the good rows; all of them or, when something goes wrong, none.
[[nodiscard]] base::Result<AnswersImported> import_answers(store::Writer& writer,
                                                           const record::Work& work,
                                                           const Wave& wave,
                                                           const AnswerFile& file);

}  // namespace throughline::hear::survey
