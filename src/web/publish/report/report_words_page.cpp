#include "web/publish/report/report_words_page.hpp"

#include "base/digits.hpp"
#include "publish/report/complaints_report.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

namespace report = publish::report;

struct ReportWordsFormView {
  std::string period;
  std::string name;
  bool annual = false;
  std::string version;
  std::string subjects;
  std::string importance;
  std::string handling;
  std::string improvement;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReportWordsFormView, (),
                      (period, name, annual, version, subjects, importance, handling, improvement,
                       errors))

ReportWordsFormView view_of(const report::Period& period, const report::Words& words,
                            std::int64_t version) {
  return {period.key(),   period.name(),    period.quarter == 0, std::to_string(version),
          words.subjects, words.importance, words.handling,      words.improvement};
}

report::WrittenWords written(Call& call, const report::Period& period) {
  return call.database.read(
      [&](store::Reader& reader) { return report::words_of(reader, call.authority.id, period); });
}

http::Response no_such_report(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such report", {}});
}

}  // namespace

http::Response report_words_page(Call& call) {
  const auto period = report::period_from_key(call.parameter("period"));
  if (!period || period->first() > call.work.today()) return no_such_report(call);
  const auto now = written(call, *period);
  return page(call, "publish/report/words.html",
              templates::to_value(view_of(*period, now.words, now.version)));
}

http::Response receive_report_words(Call& call) {
  const auto period = report::period_from_key(call.parameter("period"));
  if (!period || period->first() > call.work.today()) return no_such_report(call);
  const auto& form = call.request.form;
  const report::Words words{form.get("subjects"), form.get("importance"), form.get("handling"),
                            form.get("improvement")};
  const auto version = base::digits(form.get("version")).value_or(-1);
  const auto saved = call.database.write([&](store::Writer& writer) {
    return report::write_words(writer, call.work, *period, version, words);
  });
  if (saved) return redirect_with_message(call, "/reports/complaints/" + period->key(), "Saved");
  // With the newest version, so that saving once more, now knowingly, goes through.
  auto view = view_of(*period, words, written(call, *period).version);
  view.errors = form_errors(saved.error());
  return page(call, "publish/report/words.html", templates::to_value(view),
              saved.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace throughline::web
