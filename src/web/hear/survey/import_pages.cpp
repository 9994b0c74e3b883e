#include "web/hear/survey/import_pages.hpp"

#include "base/digits.hpp"
#include "hear/survey/answer_file.hpp"
#include "templates/described.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

constexpr std::size_t most_problems_shown = 200;

struct ImportView {
  std::string ref;
  std::string survey_title;
  std::string name;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ImportView, (), (ref, survey_title, name, errors))

struct HeadingView {
  std::string id;  // "heading-3"
  std::string heading;
  std::string sample;
  std::vector<OptionView> meanings;
};
BOOST_DESCRIBE_STRUCT(HeadingView, (), (id, heading, sample, meanings))

struct RowProblemView {
  int row = 0;
  std::string column;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(RowProblemView, (), (row, column, message))

struct HeadingsView {
  std::string ref;
  std::string survey_title;
  std::string name;
  std::size_t rows = 0;
  std::vector<HeadingView> headings;
  bool read = false;
  std::size_t good = 0;
  std::size_t wrong = 0;
  std::vector<RowProblemView> problems;
  bool more_problems = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(HeadingsView, (),
                      (ref, survey_title, name, rows, headings, read, good, wrong, problems,
                       more_problems, errors))

struct Found {
  survey::Wave wave;
  survey::Survey of;
  std::vector<survey::Question> questions;
  std::optional<formats::CsvTable> table;
};

std::optional<Found> found_in(store::Reader& reader, const Call& call) {
  const auto& council = call.authority.id;
  const auto wave = survey::find_wave(reader, council, call.parameter("ref"));
  if (!wave) return std::nullopt;
  return Found{*wave, *survey::find_survey(reader, council, wave->survey_ref),
               survey::questions(reader, council, wave->survey_ref),
               survey::kept_table(reader, call.work, *wave)};
}

http::Response no_wave(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "No such wave", {}});
}

http::Response show_import(Call& call, const Found& found, const base::Error* error) {
  ImportView view{found.wave.ref, found.of.title, found.wave.name, no_errors()};
  if (error) {
    auto shown = *error;
    if (shown.problems.empty()) shown.problems.push_back({"file", shown.message});
    for (auto& problem : shown.problems) problem.field = "file";
    view.errors = form_errors(shown);
  }
  return page(call, "hear/survey/import.html", templates::to_value(view), error ? 400 : 200);
}

std::string sample_of(const formats::CsvTable& table, std::size_t column) {
  for (const auto& row : table.rows) {
    const auto& text = row.field(column);
    if (text.empty()) continue;
    if (text.size() <= 80) return text;
    std::size_t end = 80;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end) + " ...";
  }
  return "";
}

std::vector<OptionView> meanings_for(const Found& found, int chosen) {
  const auto value = std::to_string(chosen);
  std::vector<OptionView> options{
      option("0", "Not used", value),
      option(std::to_string(survey::reference_column), "The reference of the response", value),
      option(std::to_string(survey::received_column), "The date of the response", value)};
  for (const auto& question : found.questions) {
    auto label = question.label;
    if (label.size() > 90) label = label.substr(0, label.find(' ', 75)) + " ...";
    options.push_back(option(std::to_string(question.number),
                             std::to_string(question.position) + ". " + label, value));
  }
  return options;
}

HeadingsView view_of(const Found& found, const survey::Headings& headings) {
  HeadingsView view;
  view.ref = found.wave.ref;
  view.survey_title = found.of.title;
  view.name = found.wave.name;
  view.rows = found.table->rows.size();
  const auto& names = found.table->heading;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const auto known = headings.find(names[at]);
    view.headings.push_back(
        {"heading-" + std::to_string(at), names[at], sample_of(*found.table, at),
         meanings_for(found, known == headings.end() ? survey::not_used : known->second)});
  }
  return view;
}

// What was chosen for each heading; anything that is no choice is not used.
survey::Headings typed_in(const http::Form& form, const Found& found) {
  survey::Headings headings;
  const auto& names = found.table->heading;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const auto text = form.get("heading-" + std::to_string(at));
    int meaning = survey::not_used;
    std::from_chars(text.data(), text.data() + text.size(), meaning);
    const bool known = meaning == survey::reference_column || meaning == survey::received_column ||
                       survey::find_question(found.questions, meaning);
    headings[names[at]] = known ? meaning : survey::not_used;
  }
  return headings;
}

std::size_t rows_with_problems(const survey::AnswerFile& file) {
  std::size_t rows = 0;
  int last = 0;
  for (const auto& problem : file.problems) {
    if (problem.row != last) ++rows;
    last = problem.row;
  }
  return rows;
}

void add_problems(HeadingsView& view, const survey::AnswerFile& file) {
  view.read = true;
  view.good = file.good.size();
  view.wrong = rows_with_problems(file);
  for (const auto& problem : file.problems) {
    if (view.problems.size() == most_problems_shown) {
      view.more_problems = true;
      break;
    }
    view.problems.push_back({problem.row, problem.field, problem.message});
  }
}

http::Response show_headings(Call& call, HeadingsView view, base::Error error) {
  if (error.problems.empty()) error.problems.push_back({"headings", error.message});
  for (auto& problem : error.problems) problem.field = "headings";
  view.errors = form_errors(error);
  return page(call, "hear/survey/headings.html", templates::to_value(view), 400);
}

std::string rows_in_words(std::size_t rows, const char* one, const char* many) {
  return std::to_string(rows) + " " + (rows == 1 ? one : many);
}

base::Result<survey::AnswersImported> keep(Call& call, const Found& found,
                                           const survey::AnswerFile& file) {
  return call.database.write([&](store::Writer& writer) {
    auto kept = survey::import_answers(writer, call.work, found.wave, file);
    if (kept) survey::drop_table(writer, call.work, found.wave);
    return kept;
  });
}

}  // namespace

http::Response answer_import_page(Call& call) {
  const auto found =
      call.database.read([&](store::Reader& reader) { return found_in(reader, call); });
  if (!found) return no_wave(call);
  return show_import(call, *found, nullptr);
}

http::Response receive_answer_file(Call& call) {
  const auto found =
      call.database.read([&](store::Reader& reader) { return found_in(reader, call); });
  if (!found) return no_wave(call);
  const auto& uploads = call.request.uploads;
  if (uploads.empty() || uploads.front().size == 0) {
    const base::Error error{base::ErrorKind::invalid, "", {{"file", "Choose a file"}}};
    return show_import(call, *found, &error);
  }
  std::string bytes;
  if (uploads.front().size <= survey::most_answer_file_bytes) {
    std::ifstream stream(uploads.front().path, std::ios::binary);
    std::ostringstream all;
    all << stream.rdbuf();
    bytes = all.str();
  } else {
    bytes.resize(survey::most_answer_file_bytes + 1);  // refused below, in the same words
  }
  const auto table = survey::read_answer_table(bytes);
  if (!table) return show_import(call, *found, &table.error());
  call.database.write(
      [&](store::Writer& writer) { survey::keep_table(writer, call.work, found->wave, *table); });
  return http::Response::redirect("/waves/" + found->wave.ref + "/import/headings");
}

http::Response headings_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto found = found_in(reader, call);
    if (!found) return no_wave(call);
    if (!found->table) {
      return http::Response::redirect("/waves/" + found->wave.ref + "/import");
    }
    const auto headings = survey::suggested_headings(reader, call.authority.id, found->of.ref,
                                                     found->questions, found->table->heading);
    return page(call, "hear/survey/headings.html", templates::to_value(view_of(*found, headings)));
  });
}

http::Response receive_headings(Call& call) {
  const auto found =
      call.database.read([&](store::Reader& reader) { return found_in(reader, call); });
  if (!found) return no_wave(call);
  if (!found->table) {
    return redirect_with_message(call, "/waves/" + found->wave.ref + "/import",
                                 "The file is no longer here: choose it again");
  }
  const auto headings = typed_in(call.request.form, *found);
  auto view = view_of(*found, headings);
  const auto file = survey::read_answers(*found->table, headings, found->questions, found->wave,
                                         call.work.today());
  if (!file) return show_headings(call, std::move(view), file.error());
  call.database.write([&](store::Writer& writer) {
    survey::remember_headings(writer, call.work, found->of.ref, headings);
  });
  const auto wrong = rows_with_problems(*file);
  const bool keep_good = call.request.form.get("keep_good") == "yes";
  if (wrong > 0 && (!keep_good || file->good.empty())) {
    add_problems(view, *file);
    return show_headings(
        call, std::move(view),
        {base::ErrorKind::invalid,
         "",
         {{"headings", "Nothing was imported: " + rows_in_words(wrong, "row has", "rows have") +
                           " problems"}}});
  }
  const auto kept = keep(call, *found, *file);
  if (!kept) return show_headings(call, std::move(view), kept.error());
  auto message = rows_in_words(kept->added, "response added", "responses added") + ", " +
                 std::to_string(kept->already_here) + " were here already";
  if (wrong > 0) message += ", " + rows_in_words(wrong, "row was", "rows were") + " left out";
  return redirect_with_message(call, "/waves/" + found->wave.ref, message);
}

}  // namespace throughline::web
