#include "web/hear/fair_voice/population_page.hpp"

#include "formats/number.hpp"
#include "hear/equality.hpp"
#include "hear/fair_voice/population.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <fstream>
#include <sstream>

namespace throughline::web {

namespace {

constexpr std::uint64_t most_bytes = 500'000;

struct GroupCountView {
  std::string group;
  std::string people;
};
BOOST_DESCRIBE_STRUCT(GroupCountView, (), (group, people))

struct TableView {
  std::string population;
  std::string category;
  std::string source;
  std::vector<GroupCountView> groups;
};
BOOST_DESCRIBE_STRUCT(TableView, (), (population, category, source, groups))

struct CategoryView {
  std::string category;
  std::string answers;
};
BOOST_DESCRIBE_STRUCT(CategoryView, (), (category, answers))

struct RowProblemView {
  std::string row;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(RowProblemView, (), (row, message))

struct PopulationView {
  std::vector<ChoiceView> populations;
  std::vector<TableView> tables;
  std::vector<CategoryView> categories;
  std::vector<RowProblemView> problems;
  bool may_import = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PopulationView, (),
                      (populations, tables, categories, problems, may_import, errors))

PopulationView view_of(Call& call, const std::string& chosen) {
  PopulationView view;
  view.populations = choices(hear::all_populations, {chosen});
  view.may_import = call.may("POST", "/fair-voice/population");
  for (const auto& question : hear::equality_questions()) {
    CategoryView category{std::string(hear::category_of(question.field)), {}};
    for (const auto& option : question.options) {
      if (option.text == hear::prefer_not_to_say) continue;
      category.answers += (category.answers.empty() ? "" : "; ") + std::string(option.label);
    }
    view.categories.push_back(std::move(category));
  }
  call.database.read([&](store::Reader& reader) {
    for (const auto population : hear::all_populations) {
      for (const auto& table : hear::populations(reader, call.authority.id, population)) {
        TableView shown{std::string(hear::label(population)),
                        std::string(hear::category_of(table.field)),
                        table.source + ", " + std::to_string(table.year),
                        {}};
        for (const auto& [group, people] : table.groups) {
          shown.groups.push_back({group, formats::to_grouped_text(static_cast<double>(people), 0)});
        }
        view.tables.push_back(std::move(shown));
      }
    }
  });
  return view;
}

http::Response refuse(Call& call, const std::string& chosen, base::Error error) {
  auto view = view_of(call, chosen);
  if (error.problems.empty()) error.problems.push_back({"file", error.message});
  std::vector<base::Problem> shown;
  for (auto& problem : error.problems) {
    const bool of_form = problem.field == "population" || problem.field == "file";
    if (of_form) {
      shown.push_back(problem);
    } else {
      view.problems.push_back(
          {problem.row == 0 ? "" : std::to_string(problem.row), problem.message});
    }
  }
  if (!view.problems.empty()) {
    shown.push_back({"file", "Nothing was kept: see what is wrong with each row below"});
  }
  view.errors = form_errors({error.kind, error.message, std::move(shown)});
  return page(call, "hear/fair_voice/population.html", templates::to_value(view), 400);
}

}  // namespace

http::Response population_page(Call& call) {
  return page(call, "hear/fair_voice/population.html", templates::to_value(view_of(call, "")));
}

http::Response receive_population(Call& call) {
  const auto chosen = call.request.form.get("population");
  const auto population = hear::population_from_text(chosen);
  std::vector<base::Problem> problems;
  if (!population) problems.push_back({"population", "Choose whom the figures are about"});
  const auto& uploads = call.request.uploads;
  if (uploads.empty() || uploads.front().size == 0) {
    problems.push_back({"file", "Choose a CSV file"});
  } else if (uploads.front().size > most_bytes) {
    problems.push_back({"file", "The file is bigger than 500 KB"});
  }
  if (!problems.empty()) {
    return refuse(call, chosen,
                  {base::ErrorKind::invalid, "There is a problem", std::move(problems)});
  }
  std::ifstream stream(uploads.front().path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const auto tables =
      hear::read_population(bytes.str(), static_cast<int>(call.work.today().year()));
  if (!tables) return refuse(call, chosen, tables.error());
  call.database.write([&](store::Writer& writer) {
    hear::keep_population(writer, call.work, *population, *tables);
  });
  return redirect_with_message(call, "/fair-voice/population",
                               std::to_string(tables->size()) +
                                   (tables->size() == 1 ? " category" : " categories") +
                                   " kept. What stood there before is replaced");
}

}  // namespace throughline::web
