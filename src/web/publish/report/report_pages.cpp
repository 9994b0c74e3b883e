#include "web/publish/report/report_pages.hpp"

#include "publish/convert.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/event.hpp"
#include "templates/described.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"
#include "web/publish/report/report_paper.hpp"
#include "web/publish/report/report_view.hpp"

#include <utility>

namespace throughline::web {
namespace {

namespace report = publish::report;
using report::Readers;

struct PeriodView {
  std::string href;
  std::string name;
  std::string state;
  bool annual = false;
};
BOOST_DESCRIBE_STRUCT(PeriodView, (), (href, name, state, annual))

struct KeptView {
  std::string ref;
  std::string title;
  std::string when;
  std::string replaced_by;
};
BOOST_DESCRIBE_STRUCT(KeptView, (), (ref, title, when, replaced_by))

struct ReportListView {
  std::vector<PeriodView> periods;
  std::vector<KeptView> kept;
};
BOOST_DESCRIBE_STRUCT(ReportListView, (), (periods, kept))

struct ReportPageView {
  ReportView report;
  std::string ref;    // empty: not kept
  std::string here;   // the address of this report, before an ending
  std::string query;  // "?for=everyone", or nothing
  std::string other;  // the address of the other version
  std::string words_href;
  std::string kept_by;
  std::string hash;
  std::string replaced_by;
  std::vector<std::string> not_ready;
  std::vector<std::string> missing;
  std::vector<HistoryView> history;
  bool may_keep = false;
  bool may_write = false;
  bool may_add_evidence = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReportPageView, (),
                      (report, ref, here, query, other, words_href, kept_by, hash, replaced_by,
                       not_ready, missing, history, may_keep, may_write, may_add_evidence, errors))

struct Asked {
  std::string name;
  std::string ending;  // empty: the page itself
};

Asked asked_for(const std::string& parameter) {
  const auto dot = parameter.find('.');
  if (dot == std::string::npos) return {parameter, ""};
  return {parameter.substr(0, dot), parameter.substr(dot + 1)};
}

Readers readers_of(const Call& call) {
  return call.request.query.get("for") == "everyone" ? Readers::everyone : Readers::staff;
}

http::Response no_such_report(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such report", {}});
}

http::Response download(Call& call, const report::Report& given, const std::string& ending) {
  auto file = report_file(given, readers_of(call), ending);
  if (!file) return error_page(call, file.error());
  return http::Response::download(std::move(file->content), file->type, file->name);
}

ReportPageView page_view(const Call& call, const report::Report& given, const std::string& here) {
  ReportPageView view;
  const bool everyone = readers_of(call) == Readers::everyone;
  view.report = report_view(given, readers_of(call));
  view.ref = given.ref;
  view.here = here;
  view.query = everyone ? "?for=everyone" : "";
  view.other = everyone ? here : here + "?for=everyone";
  view.words_href = "/reports/complaints/" + given.period.key() + "/words";
  view.kept_by = given.kept_by;
  view.hash = given.content_hash;
  view.replaced_by = given.replaced_by;
  view.missing = publish::missing_downloads();
  view.may_write = given.ref.empty() && call.may("POST", "/reports/complaints/{period}/words");
  view.may_keep = given.ref.empty() && call.may("POST", "/reports/complaints/{period}");
  view.may_add_evidence = !given.ref.empty() && call.may("GET", "/evidence/new");
  if (given.ref.empty()) view.not_ready = report::not_ready(given);
  return view;
}

http::Response show(Call& call, const ReportPageView& view, int status = 200) {
  return page(call, "publish/report/report.html", templates::to_value(view), status);
}

report::Report now(Call& call, const report::Period& period) {
  return call.database.read([&](store::Reader& reader) {
    return report::report_now(reader, call.authority, period, call.work.today());
  });
}

// Of a period that has begun; of the days to come there is nothing to say.
std::optional<report::Period> period_in(Call& call, const std::string& key) {
  const auto period = report::period_from_key(key);
  if (!period || period->first() > call.work.today()) return std::nullopt;
  return period;
}

}  // namespace

http::Response report_list_page(Call& call) {
  ReportListView view;
  const auto today = call.work.today();
  call.database.read([&](store::Reader& reader) {
    const auto kept = report::kept_reports(reader, call.authority.id);
    for (const auto& each : kept) {
      const auto at = base::instant_from_text(each.kept_at);
      view.kept.push_back(
          {each.ref, each.period.title(),
           "Kept " + (at ? base::to_long_text(base::london_date(*at)) : "") + " by " + each.kept_by,
           each.replaced_by});
    }
    const auto first = report::first_complaint(reader, call.authority.id).value_or(today);
    for (const auto& period : report::periods_between(first, today)) {
      PeriodView line;
      line.href = "/reports/complaints/" + period.key();
      line.name = period.name();
      line.name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(line.name[0])));
      line.annual = period.quarter == 0;
      line.state = period.last() >= today ? "Not over yet" : "";
      for (const auto& each : kept) {
        if (each.period == period && each.replaced_by.empty()) line.state = "Kept as " + each.ref;
      }
      view.periods.push_back(std::move(line));
    }
  });
  return page(call, "publish/report/list.html", templates::to_value(view));
}

http::Response report_page(Call& call) {
  const Asked asked = asked_for(call.parameter("period"));
  const auto period = period_in(call, asked.name);
  if (!period) return no_such_report(call);
  const auto given = now(call, *period);
  if (!asked.ending.empty()) return download(call, given, asked.ending);
  return show(call, page_view(call, given, "/reports/complaints/" + asked.name));
}

http::Response receive_report(Call& call) {
  const auto period = period_in(call, call.parameter("period"));
  if (!period) return no_such_report(call);
  const auto kept = call.database.write([&](store::Writer& writer) {
    return report::keep_report(writer, call.work, call.authority, *period);
  });
  if (kept) {
    return redirect_with_message(call, "/reports/" + kept->ref,
                                 "Kept as it stands today. It can be used as evidence");
  }
  auto view = page_view(call, now(call, *period), "/reports/complaints/" + period->key());
  view.errors = form_errors(kept.error());
  return show(call, view, 400);
}

http::Response kept_report_page(Call& call) {
  const Asked asked = asked_for(call.parameter("ref"));
  std::vector<record::Event> history;
  const auto found = call.database.read([&](store::Reader& reader) {
    history = record::history(reader, call.authority.id, asked.name);
    return report::find_report(reader, call.authority.id, asked.name);
  });
  if (!found) return no_such_report(call);
  if (!asked.ending.empty()) return download(call, *found, asked.ending);
  auto view = page_view(call, *found, "/reports/" + asked.name);
  view.history = history_views(history);
  return show(call, view);
}

}  // namespace throughline::web
