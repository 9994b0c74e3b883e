#include "base/digits.hpp"
#include "hear/coproduction/checks.hpp"
#include "hear/coproduction/project.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace throughline::hear::coproduction {
namespace {

constexpr std::int64_t most_people = 100'000;

constexpr std::string_view columns =
    "p.ref, p.title, p.about, p.question, p.service_ref, coalesce(s.name, ''), p.stage, "
    "p.open_to_all, p.asked_on, p.wanted_by, p.decided_on, p.finished_on, p.version, p.added_at, "
    "p.added_by from coproduction_projects p left join services s on s.authority_id = "
    "p.authority_id and s.ref = p.service_ref where p.authority_id = $1";

std::optional<base::Date> date_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return base::date_from_text(text).value();
}

std::string text_of(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

Project project_of(const store::Row& row) {
  Project found;
  found.ref = row.text(0);
  found.title = row.text(1);
  found.about = row.text(2);
  found.question = row.text(3);
  found.service_ref = row.text(4);
  found.service_name = row.text(5);
  found.stage = stage_from_text(row.text(6)).value_or(Stage::idea);
  found.open_to_all = row.yes(7);
  found.asked_on = base::date_from_text(row.text(8)).value();
  found.wanted_by = date_in(row.text(9));
  found.decided_on = date_in(row.text(10));
  found.finished_on = date_in(row.text(11));
  found.version = row.integer(12);
  found.added_at = row.text(13);
  found.added_by = row.text(14);
  return found;
}

// The parts of some projects, by one query a table; `only` is one project, or empty for all.
void add_parts(store::Reader& reader, const std::string& authority_id, const std::string& only,
               std::vector<Project>& found) {
  std::map<std::string, Project*> by_ref;
  for (auto& each : found) by_ref[each.ref] = &each;
  const auto for_each = [&](std::string sql, const std::string& order, const auto& take) {
    store::Values values{authority_id};
    if (!only.empty()) {
      sql += " and t.project_ref = $2";
      values.emplace_back(only);
    }
    for (const auto& row : reader.rows(sql + " order by " + order, values)) {
      if (const auto at = by_ref.find(row.text(0)); at != by_ref.end()) take(*at->second, row);
    }
  };
  for_each(
      "select t.project_ref, t.group_ref, g.name from coproduction_project_groups t join "
      "coproduction_groups g on g.authority_id = t.authority_id and g.ref = t.group_ref where "
      "t.authority_id = $1",
      "t.project_ref, g.number", [](Project& to, const auto& row) {
        to.groups.push_back({row.text(1), row.text(2)});
      });
  for_each(
      "select t.project_ref, t.standing, t.people from coproduction_took_part t where "
      "t.authority_id = $1",
      "t.project_ref, t.standing", [](Project& to, const auto& row) {
        to.took_part.emplace_back(standing_from_text(row.text(1)).value_or(Standing::other),
                                  row.integer(2));
      });
  for_each(
      "select t.project_ref, t.number, t.asked, t.outcome, t.answer, t.answered_on from "
      "coproduction_asks t where t.authority_id = $1",
      "t.project_ref, t.number", [](Project& to, const auto& row) {
        to.asks.push_back({row.integer(1), row.text(2),
                           outcome_from_text(row.text(3)).value_or(Outcome::open), row.text(4),
                           date_in(row.text(5))});
      });
  for_each(
      "select t.project_ref, t.number, t.since, t.why, t.owner, t.freed, t.how from "
      "coproduction_hold_ups t where t.authority_id = $1",
      "t.project_ref, t.number", [](Project& to, const auto& row) {
        to.hold_ups.push_back({row.integer(1), base::date_from_text(row.text(2)).value(),
                               row.text(3), row.text(4), date_in(row.text(5)), row.text(6)});
      });
  for (auto& each : found) std::ranges::sort(each.took_part);
}

void check_dates(std::vector<base::Problem>& problems, const ProjectForm& form, base::Date today) {
  if (!form.asked_on) {
    problems.push_back({"asked_on", "Enter the day on which people were asked"});
    return;
  }
  if (*form.asked_on > today) {
    problems.push_back({"asked_on", "The day on which people were asked cannot be in the future"});
  }
  if (form.wanted_by && *form.wanted_by < *form.asked_on) {
    problems.push_back({"wanted_by", "Answers cannot be wanted before people were asked"});
  }
  const bool after = form.stage == to_text(Stage::after_decision);
  if (after && !form.decided_on) {
    problems.push_back(
        {"decided_on", "Enter the day on which it was decided, since people joined after it"});
  }
  if (after && form.decided_on && *form.decided_on > *form.asked_on) {
    problems.push_back({"decided_on",
                        "People joined after it was decided, so this cannot be later than the day "
                        "on which they were asked"});
  }
  if (!after && form.decided_on && *form.decided_on < *form.asked_on) {
    problems.push_back({"decided_on",
                        "It was decided before people were asked. Say that they joined after it "
                        "was decided, or change the day"});
  }
}

std::vector<base::Problem> problems_of(store::Reader& reader, const record::Work& work,
                                       const ProjectForm& form) {
  const auto& council = work.authority_id;
  std::vector<base::Problem> problems;
  check_words(reader, council, problems, "title", form.title, 120, "Enter what it is called");
  check_words(reader, council, problems, "about", form.about, 4'000, "Enter what it is about");
  check_words(reader, council, problems, "question", form.question, 4'000);
  if (!form.service_ref.empty() &&
      !reader.row("select ref from services where authority_id = $1 and ref = $2",
                  {council, form.service_ref})) {
    problems.push_back({"service", "Choose a service in the list"});
  }
  if (!stage_from_text(form.stage)) {
    problems.push_back({"stage", "Choose when people joined"});
  }
  check_dates(problems, form, work.today());
  for (const auto& group : form.groups) {
    if (!reader.row("select ref from coproduction_groups where authority_id = $1 and ref = $2",
                    {council, group})) {
      problems.push_back({"groups", "Choose groups in the list"});
      break;
    }
  }
  if (form.groups.empty() && form.open_to_all != "yes") {
    problems.push_back({"groups", "Choose a group, or say that anyone could take part"});
  }
  for (std::size_t at = 0; at < form.people.size(); ++at) {
    if (form.people[at].empty()) continue;
    const auto count = base::digits(text::tidied(form.people[at]));
    if (!count || *count > most_people) {
      problems.push_back({"people_" + std::string(to_text(all_standings[at])),
                          "Enter a whole number of people, up to 100,000"});
    }
  }
  return problems;
}

store::Values values_of(const record::Work& work, const std::string& ref, const ProjectForm& form) {
  return {work.authority_id,
          ref,
          text::tidied(form.title),
          std::string(text::trimmed(form.about)),
          std::string(text::trimmed(form.question)),
          form.service_ref,
          form.stage,
          std::int64_t{form.open_to_all == "yes"},
          text_of(form.asked_on),
          text_of(form.wanted_by),
          text_of(form.decided_on)};
}

void keep_parts(store::Writer& writer, const record::Work& work, const std::string& ref,
                const ProjectForm& form) {
  const store::Values whose{work.authority_id, ref};
  writer.execute(
      "delete from coproduction_project_groups where authority_id = $1 and project_ref = $2",
      whose);
  writer.execute("delete from coproduction_took_part where authority_id = $1 and project_ref = $2",
                 whose);
  for (const auto& group : std::set<std::string>(form.groups.begin(), form.groups.end())) {
    writer.execute(
        "insert into coproduction_project_groups (authority_id, project_ref, group_ref) values "
        "($1, $2, $3)",
        {work.authority_id, ref, group});
  }
  for (std::size_t at = 0; at < form.people.size(); ++at) {
    const std::int64_t count = base::digits(text::tidied(form.people[at])).value_or(0);
    if (count == 0) continue;
    writer.execute(
        "insert into coproduction_took_part (authority_id, project_ref, standing, people) values "
        "($1, $2, $3, $4)",
        {work.authority_id, ref, std::string(to_text(all_standings[at])), count});
  }
}

}  // namespace

std::vector<Project> projects(store::Reader& reader, const std::string& authority_id,
                              const ProjectFilter& filter) {
  std::string sql = "select " + std::string(columns);
  store::Values values{authority_id};
  const auto bind = [&](std::string value) {
    values.emplace_back(std::move(value));
    return "$" + std::to_string(values.size());
  };
  if (filter.stage) sql += " and p.stage = " + bind(std::string(to_text(*filter.stage)));
  if (!filter.service_ref.empty()) sql += " and p.service_ref = " + bind(filter.service_ref);
  if (filter.from) sql += " and p.asked_on >= " + bind(base::to_text(*filter.from));
  if (filter.to) sql += " and p.asked_on <= " + bind(base::to_text(*filter.to));
  std::vector<Project> found;
  for (const auto& row : reader.rows(sql + " order by p.asked_on desc, p.number desc", values)) {
    found.push_back(project_of(row));
  }
  add_parts(reader, authority_id, "", found);
  if (filter.state) {
    std::erase_if(found, [&](const Project& each) { return each.state() != *filter.state; });
  }
  return found;
}

std::optional<Project> find_project(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row =
      reader.row("select " + std::string(columns) + " and p.ref = $2", {authority_id, ref});
  if (!row) return std::nullopt;
  std::vector<Project> found{project_of(*row)};
  add_parts(reader, authority_id, ref, found);
  return std::move(found.front());
}

base::Result<Project> add_project(store::Writer& writer, const record::Work& work,
                                  const ProjectForm& form) {
  if (auto problems = problems_of(writer, work, form); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  const auto number = record::next_numbers(writer, work.authority_id, "PROJECT", 1);
  const auto ref = "PROJECT-" + std::to_string(number);
  auto values = values_of(work, ref, form);
  values.insert(values.end(), {number, base::to_text(work.now), work.actor.name});
  writer.execute(
      "insert into coproduction_projects (authority_id, ref, title, about, question, service_ref, "
      "stage, open_to_all, asked_on, wanted_by, decided_on, finished_on, number, added_at, "
      "added_by, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, $13, $14, "
      "1)",
      values);
  keep_parts(writer, work, ref, form);
  auto made = *find_project(writer, work.authority_id, ref);
  put_on_line(writer, work.authority_id, made);
  record::append_event(
      writer, work, ref, "added",
      {{"joined", std::string(label(made.stage))}, {"asked", base::to_text(made.asked_on)}});
  return made;
}

base::Result<Project> change_project(store::Writer& writer, const record::Work& work,
                                     const std::string& ref, std::int64_t version,
                                     const ProjectForm& form) {
  const auto before = find_project(writer, work.authority_id, ref);
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such project");
  if (auto problems = problems_of(writer, work, form); !problems.empty()) {
    return base::refuse(std::move(problems));
  }
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone else changed this project while you were writing");
  }
  writer.execute(
      "update coproduction_projects set title = $3, about = $4, question = $5, service_ref = $6, "
      "stage = $7, open_to_all = $8, asked_on = $9, wanted_by = $10, decided_on = $11, version = "
      "version + 1 where authority_id = $1 and ref = $2",
      values_of(work, ref, form));
  keep_parts(writer, work, ref, form);
  auto made = *find_project(writer, work.authority_id, ref);
  put_on_line(writer, work.authority_id, made);
  record::Details details;
  const auto note = [&](const char* field, const std::string& was, const std::string& is) {
    if (was != is) details.emplace_back(field, was + " to " + is);
  };
  const auto said = [](const std::optional<base::Date>& date) {
    return date ? base::to_text(*date) : std::string("none");
  };
  note("joined", std::string(label(before->stage)), std::string(label(made.stage)));
  note("asked", base::to_text(before->asked_on), base::to_text(made.asked_on));
  note("answers wanted by", said(before->wanted_by), said(made.wanted_by));
  note("decided", said(before->decided_on), said(made.decided_on));
  record::append_event(writer, work, ref, "changed", details);
  return made;
}

void put_on_line(store::Writer& writer, const std::string& authority_id, const Project& project) {
  record::put_node(writer, authority_id,
                   {project.ref, project.title, base::to_text(project.asked_on),
                    std::string(label(project.state()))});
}

void rebuild_projects(store::Writer& writer, const std::string& authority_id) {
  for (const auto& each : projects(writer, authority_id, {})) {
    put_on_line(writer, authority_id, each);
  }
}

}  // namespace throughline::hear::coproduction
