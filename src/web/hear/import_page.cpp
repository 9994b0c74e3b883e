#include "web/hear/import_page.hpp"

#include "hear/case_import.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

#include <fstream>

namespace throughline::web {

namespace {

constexpr std::size_t most_problems_shown = 200;

struct RowProblemView {
  int row = 0;
  std::string column;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(RowProblemView, (), (row, column, message))

struct ImportView {
  bool read = false;
  bool kept = false;
  std::string added;
  std::string already_here;
  std::string good;
  std::string wrong;
  std::vector<RowProblemView> problems;
  bool more_problems = false;
  std::vector<std::string> ignored_columns;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (read, kept, added, already_here, good, wrong, problems, more_problems,
                       ignored_columns, errors))

std::size_t rows_with_problems(const hear::CaseFile& file) {
  std::size_t rows = 0;
  int last = 0;
  for (const auto& problem : file.problems) {
    if (problem.row != last) ++rows;
    last = problem.row;
  }
  return rows;
}

// "1 row", "12 rows".
std::string counted(std::size_t rows) {
  return std::to_string(rows) + (rows == 1 ? " row" : " rows");
}

ImportView view_of(const hear::CaseFile& file) {
  ImportView view;
  view.read = true;
  view.good = std::to_string(file.good.size());
  view.wrong = std::to_string(rows_with_problems(file));
  view.ignored_columns = file.ignored_columns;
  for (const auto& problem : file.problems) {
    if (view.problems.size() == most_problems_shown) {
      view.more_problems = true;
      break;
    }
    view.problems.push_back({problem.row, problem.field, problem.message});
  }
  return view;
}

http::Response refuse(Call& call, ImportView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "hear/import.html", templates::to_value(view), 400);
}

}  // namespace

http::Response import_page(Call& call) {
  return page(call, "hear/import.html", templates::to_value(ImportView{}));
}

http::Response receive_import(Call& call) {
  const auto& uploads = call.request.uploads;
  if (uploads.empty() || uploads.front().size == 0) {
    return refuse(call, {}, {base::ErrorKind::invalid, "", {{"file", "Choose a CSV file"}}});
  }
  std::ifstream stream(uploads.front().path, std::ios::binary);
  const auto file = call.database.read([&](store::Reader& reader) {
    return hear::read_case_file(stream, reader, call.authority.id, call.work.today());
  });
  if (!file) {
    auto error = file.error();
    if (error.problems.empty()) error.problems.push_back({"file", error.message});
    for (auto& problem : error.problems) problem.field = "file";
    return refuse(call, {}, error);
  }
  auto view = view_of(*file);
  const bool keep_good = call.request.form.get("keep_good") == "yes";
  if (!file->problems.empty() && !keep_good) {
    return refuse(
        call, std::move(view),
        {base::ErrorKind::invalid,
         "",
         {{"file", "Nothing was imported: " + counted(rows_with_problems(*file)) +
                       (rows_with_problems(*file) == 1 ? " has" : " have") + " problems"}}});
  }
  const auto outcome = call.database.write(
      [&](store::Writer& writer) { return hear::import_cases(writer, call.work, *file); });
  view.kept = true;
  view.added = std::to_string(outcome.added);
  view.already_here = std::to_string(outcome.already_here);
  return page(call, "hear/import.html", templates::to_value(view));
}

}  // namespace throughline::web
