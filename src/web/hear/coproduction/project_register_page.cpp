#include "web/hear/coproduction/project_register_page.hpp"

#include "formats/bar_chart.hpp"
#include "formats/csv.hpp"
#include "formats/number.hpp"
#include "hear/coproduction/summary.hpp"
#include "record/bank_holidays.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "stats/intervals.hpp"
#include "templates/described.hpp"
#include "web/hear/share_values.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <sstream>

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct ProjectLineView {
  std::string href;
  std::string title;
  std::string service;
  std::string stage;
  bool early = false;
  std::string given;
  std::string asks;
  std::string state;
  std::string state_class;
};
BOOST_DESCRIBE_STRUCT(ProjectLineView, (),
                      (href, title, service, stage, early, given, asks, state, state_class))

struct CountView {
  std::string name;
  std::int64_t count = 0;
  std::string share;
};
BOOST_DESCRIBE_STRUCT(CountView, (), (name, count, share))

struct ProjectRegisterView {
  std::vector<OptionView> stages;
  std::vector<OptionView> states;
  std::vector<OptionView> services;
  std::string said;
  std::string time_said;
  std::string asks_said;
  std::vector<CountView> joined;
  std::vector<CountView> outcomes;
  templates::Value chart;
  std::vector<ProjectLineView> projects;
  std::string file;
  std::vector<OptionView> measures;
  bool may_add = false;
  bool may_count = false;
};
BOOST_DESCRIBE_STRUCT(ProjectRegisterView, (),
                      (stages, states, services, said, time_said, asks_said, joined, outcomes,
                       chart, projects, file, measures, may_add, may_count))

co::ProjectFilter filter_in(const http::Form& query) {
  co::ProjectFilter filter;
  filter.stage = co::stage_from_text(query.get("stage"));
  filter.state = co::state_from_text(query.get("state"));
  filter.service_ref = query.get("service");
  return filter;
}

std::string file_of(const co::ProjectFilter& filter) {
  http::Form query;
  if (filter.stage) query.add("stage", std::string(co::to_text(*filter.stage)));
  if (filter.state) query.add("state", std::string(co::to_text(*filter.state)));
  if (!filter.service_ref.empty()) query.add("service", filter.service_ref);
  const auto text = http::encode_form(query);
  return "/co-production.csv" + (text.empty() ? "" : "?" + text);
}

std::string state_class(co::State state) {
  if (state == co::State::stuck) return "govuk-tag--red";
  if (state == co::State::finished) return "govuk-tag--green";
  return "govuk-tag--blue";
}

ProjectLineView line_of(const co::Project& each) {
  ProjectLineView line;
  line.href = record::page_of(each.ref);
  line.title = each.title;
  line.service = each.service_name;
  line.stage = co::label(each.stage);
  line.early = co::is_early(each.stage);
  if (const auto days = each.days_given()) {
    line.given = std::to_string(*days) + (*days == 1 ? " day" : " days");
  }
  line.asks = each.asks.empty() ? "None written down"
                                : std::to_string(each.asks_that(co::Outcome::changed)) + " of " +
                                      std::to_string(each.asks.size()) + " changed something";
  line.state = co::label(each.state());
  line.state_class = state_class(each.state());
  return line;
}

std::string percent_of(std::int64_t part, std::int64_t all) {
  if (all == 0) return "";
  return formats::to_grouped_text(100.0 * static_cast<double>(part) / static_cast<double>(all), 0) +
         "%";
}

void fill_choices(ProjectRegisterView& view, const co::ProjectFilter& filter,
                  const std::vector<record::Service>& services) {
  const auto stage = filter.stage ? co::to_text(*filter.stage) : "";
  view.stages.push_back(option("", "At any time", stage));
  for (const auto each : co::all_stages) {
    view.stages.push_back(option(co::to_text(each), co::label(each), stage));
  }
  const auto state = filter.state ? co::to_text(*filter.state) : "";
  view.states.push_back(option("", "Any", state));
  for (const auto each : co::all_states) {
    view.states.push_back(option(co::to_text(each), co::label(each), state));
  }
  view.services.push_back(option("", "Every service", filter.service_ref));
  for (const auto& each : services) {
    view.services.push_back(option(each.ref, each.name, filter.service_ref));
  }
}

void fill_summary(ProjectRegisterView& view, const co::Summary& counted) {
  if (counted.projects == 0) return;
  const auto all = std::to_string(counted.projects);
  view.said = "People joined " + std::to_string(counted.early) + " of " + all +
              (counted.projects == 1 ? " project" : " projects") +
              " early enough to shape it: at the idea or the design (" +
              percent_of(counted.early, counted.projects) + ").";
  if (counted.middle_days) {
    view.time_said = "Half the time people had " +
                     formats::to_grouped_text(*counted.middle_days, 0) +
                     " days or fewer to answer.";
  }
  const auto asks = counted.asks();
  const auto of = [&](co::Outcome outcome) {
    return counted.by_outcome.at(static_cast<std::size_t>(outcome));
  };
  view.asks_said = asks == 0
                       ? "Nobody has written down what people asked for."
                       : "Of " + std::to_string(asks) + " things that people asked for, " +
                             std::to_string(of(co::Outcome::changed)) + " changed something, " +
                             std::to_string(of(co::Outcome::not_changed)) + " did not, and " +
                             std::to_string(of(co::Outcome::open)) + " have no answer yet.";
  formats::BarChart chart;
  chart.id = "joined";
  chart.title = "When people joined";
  chart.description =
      "The share of projects by when people joined, with how sure it would be of projects like "
      "these. The figures stand in the table below.";
  for (const auto stage : co::all_stages) {
    const auto count = counted.by_stage.at(static_cast<std::size_t>(stage));
    view.joined.push_back(
        {std::string(co::label(stage)), count, percent_of(count, counted.projects)});
    const auto share = stats::wilson_interval(count, counted.projects);
    if (!share) continue;
    chart.rows.push_back(
        {std::string(co::label(stage)),
         {{share->share, share->lower, share->upper, percent_of(count, counted.projects)}}});
  }
  for (const auto outcome : co::all_outcomes) {
    view.outcomes.push_back(
        {std::string(co::label(outcome)), of(outcome), percent_of(of(outcome), asks)});
  }
  view.chart = templates::Value::safe(formats::bar_chart(chart));
}

std::string date_text(const std::optional<base::Date>& date) {
  return date ? base::to_text(*date) : "";
}

std::vector<std::string> row_of(const co::Project& each) {
  const auto days = each.days_given();
  const auto working = each.working_days_given(record::working_days());
  std::string groups;
  for (const auto& group : each.groups) groups += (groups.empty() ? "" : "; ") + group.name;
  return {each.ref,
          each.title,
          each.service_name,
          groups,
          each.open_to_all ? "yes" : "no",
          std::string(co::label(each.stage)),
          base::to_text(each.asked_on),
          date_text(each.wanted_by),
          days ? std::to_string(*days) : "",
          working ? std::to_string(*working) : "",
          date_text(each.decided_on),
          std::string(co::label(each.state())),
          std::to_string(each.people())};
}

}  // namespace

http::Response project_register_page(Call& call) {
  const auto filter = filter_in(call.request.query);
  ProjectRegisterView view;
  view.may_add = call.may("POST", "/co-production");
  view.may_count = call.may("POST", "/co-production/values");
  call.database.read([&](store::Reader& reader) {
    fill_choices(view, filter, record::services(reader, call.authority.id));
    const auto found = co::projects(reader, call.authority.id, filter);
    for (const auto& each : found) view.projects.push_back(line_of(each));
    fill_summary(view, co::summary_of(found));
    if (view.may_count) view.measures = percent_measures(reader, call.authority.id);
  });
  view.file = file_of(filter);
  return page(call, "hear/coproduction/register.html", templates::to_value(view));
}

http::Response project_register_file(Call& call) {
  std::ostringstream text;
  formats::CsvWriter writer(text, formats::CsvFor::spreadsheets);
  writer.row({"ref", "title", "service", "groups", "open_to_all", "joined", "asked_on", "wanted_by",
              "days_given", "working_days_given", "decided_on", "state", "people", "asked_for",
              "outcome", "answer"});
  call.database.read([&](store::Reader& reader) {
    for (const auto& each :
         co::projects(reader, call.authority.id, filter_in(call.request.query))) {
      const auto row = row_of(each);
      if (each.asks.empty()) {
        auto alone = row;
        alone.insert(alone.end(), {"", "", ""});
        writer.row(alone);
      }
      // One row for each thing asked for, each with the whole project.
      for (const auto& ask : each.asks) {
        auto with = row;
        with.insert(with.end(), {ask.asked, std::string(co::label(ask.outcome)), ask.answer});
        writer.row(with);
      }
    }
  });
  return http::Response::download(text.str(), "text/csv; charset=utf-8", "co-production.csv");
}

http::Response receive_early_values(Call& call) {
  const auto today = call.work.today();
  co::ProjectFilter filter;
  filter.from = first_counted_month(today);
  filter.to = last_counted_day(today);
  const auto found = call.database.read(
      [&](store::Reader& reader) { return co::projects(reader, call.authority.id, filter); });
  std::vector<MonthShare> shares;
  for (const auto& each : co::early_by_month(found)) {
    shares.push_back({each.month, each.early, each.all});
  }
  return keep_shares(call, shares, "Counted from the register of co-production",
                     "Nobody was asked to join in a month that is over");
}

}  // namespace throughline::web
