#include "publish/local_account/chapters.hpp"

namespace throughline::publish::local_account {
namespace {

// One figure has one source: what the council keeps as its annual report stands here too.
report::Report report_of(store::Reader& reader, const record::Authority& authority,
                         const report::Period& period, base::Date as_at) {
  for (const auto& each : report::kept_reports(reader, authority.id)) {
    if (each.period != period || !each.replaced_by.empty()) continue;
    return report::find_report(reader, authority.id, each.ref).value();
  }
  return report::report_now(reader, authority, period, as_at);
}

}  // namespace

std::vector<std::string> Counting::columns() const {
  return {year_name(period.year), year_name(period.year - 1)};
}

Counting counting_of(store::Reader& reader, const record::Authority& authority, int year,
                     base::Date as_at) {
  const report::Period period{year, 0};
  return {reader, authority, period, as_at, report_of(reader, authority, period, as_at)};
}

Found found_for(Chapter chapter, const Counting& counting) {
  switch (chapter) {
    case Chapter::foreword:
      return {};
    case Chapter::heard:
      return what_was_heard(counting);
    case Chapter::did:
      return what_was_done(counting);
    case Chapter::you_said:
      return you_said_we_did_in(counting);
    case Chapter::complaints:
      return complaints_of(counting);
    case Chapter::praise:
      return praise_of(counting);
    case Chapter::surveys:
      return surveys_of(counting);
    case Chapter::together:
      return made_together(counting);
    case Chapter::voices:
      return voices_of(counting);
    case Chapter::scores:
      return scores_of(counting);
    case Chapter::next:
      return what_is_next(counting);
  }
  return {};
}

std::string counted(std::int64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace throughline::publish::local_account
