#include "base/random.hpp"
#include "formats/encoding.hpp"
#include "hear/case.hpp"
#include "hear/redaction/travel.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/event.hpp"
#include "record/line.hpp"

#include <array>

namespace throughline::publish::report {
namespace {

struct WordsField {
  std::string_view name;
  std::string Words::*words;
  std::string_view missing;
};

constexpr std::array<WordsField, 4> fields = {{
    {"subjects", &Words::subjects, "what the complaints were about"},
    {"importance", &Words::importance,
     "any matters of general importance, or that there were none"},
    {"handling", &Words::handling, "how complaints were handled, and what arose from that"},
    {"improvement", &Words::improvement, "what has been or will be done to improve services"},
}};

bool blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

// The history of what is written for a period hangs on the period until a report is kept.
std::string subject_of(const Period& period) {
  return "complaints report " + period.key();
}

void put_report_node(store::Writer& writer, const std::string& authority_id, const std::string& ref,
                     const Period& period, const std::string& kept, bool replaced) {
  record::put_node(writer, authority_id,
                   {ref, period.title(), kept, replaced ? "replaced" : "kept"});
}

std::string london_day(const std::string& instant) {
  return base::to_text(base::london_date(base::instant_from_text(instant).value()));
}

void replace_earlier(store::Writer& writer, const record::Work& work, const Report& made) {
  for (const auto& each : kept_reports(writer, work.authority_id)) {
    if (each.period != made.period || each.ref == made.ref || !each.replaced_by.empty()) continue;
    writer.execute(
        "update complaint_reports set replaced_by = $3 where authority_id = $1 and ref = $2",
        {work.authority_id, each.ref, made.ref});
    put_report_node(writer, work.authority_id, each.ref, each.period, london_day(each.kept_at),
                    true);
    record::append_event(writer, work, each.ref, "replaced", {{"by", made.ref}});
  }
}

}  // namespace

WrittenWords words_of(store::Reader& reader, const std::string& authority_id,
                      const Period& period) {
  WrittenWords written;
  const auto row = reader.row(
      "select subjects, importance, handling, improvement, version, saved_at, saved_by from "
      "complaint_report_words where authority_id = $1 and period = $2",
      {authority_id, period.key()});
  if (!row) return written;
  written.words = {row->text(0), row->text(1), row->text(2), row->text(3)};
  written.version = row->integer(4);
  written.saved_at = row->text(5);
  written.saved_by = row->text(6);
  return written;
}

base::Result<void> write_words(store::Writer& writer, const record::Work& work,
                               const Period& period, std::int64_t version, const Words& words) {
  std::vector<base::Problem> problems;
  for (const auto& field : fields) {
    const auto& text = words.*field.words;
    if (!formats::is_utf8(text) || text.find('\0') != std::string::npos ||
        hear::characters(text) > most_words) {
      problems.push_back({std::string(field.name), "This must be 10,000 characters or fewer"});
    } else {
      // A report is for anyone who asks for it.
      hear::check_travel(writer, work.authority_id, {}, std::string(field.name), text, problems);
    }
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  const store::Values values = {
      work.authority_id, period.key(), words.subjects,          words.importance, words.handling,
      words.improvement, version + 1,  base::to_text(work.now), work.actor.name};
  const auto rows =
      version == 0 ? writer.execute(
                         "insert into complaint_report_words (authority_id, period, subjects, "
                         "importance, handling, improvement, version, saved_at, saved_by) values "
                         "($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing",
                         values)
                   : writer.execute(
                         "update complaint_report_words set subjects = $3, importance = $4, "
                         "handling = $5, improvement = $6, version = $7, saved_at = $8, "
                         "saved_by = $9 where authority_id = $1 and period = $2 and "
                         "version = $7 - 1",
                         values);
  if (rows == 0) {
    return base::refuse(base::ErrorKind::conflict,
                        "Someone changed these words while you had them open. Read what changed, "
                        "then save again");
  }
  record::append_event(writer, work, subject_of(period), "written",
                       {{"version", std::to_string(version + 1)}});
  return {};
}

Report report_now(store::Reader& reader, const record::Authority& authority, const Period& period,
                  base::Date today) {
  Report report;
  report.council = authority.name;
  report.period = period;
  report.as_at = today;
  report.figures = count_complaints(reader, authority.id, period, today);
  for (const auto& quarter : period.quarters()) {
    report.quarters.push_back(count_complaints(reader, authority.id, quarter, today));
  }
  report.words = words_of(reader, authority.id, period).words;
  return report;
}

std::vector<std::string> not_ready(const Report& report) {
  std::vector<std::string> problems;
  if (report.as_at <= report.period.last()) {
    problems.push_back("It can be kept when the period is over, after " +
                       base::to_long_text(report.period.last()));
  }
  if (report.period.quarter != 0) return problems;
  for (const auto& field : fields) {
    if (blank(report.words.*field.words)) {
      problems.push_back("The annual report must say " + std::string(field.missing));
    }
  }
  return problems;
}

base::Result<Report> keep_report(store::Writer& writer, const record::Work& work,
                                 const record::Authority& authority, const Period& period) {
  auto report = report_now(writer, authority, period, work.today());
  std::vector<base::Problem> problems;
  for (auto& each : not_ready(report)) problems.push_back({"keep", std::move(each)});
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto content = to_json(report);
  report.ref = record::next_ref(writer, work, record::NodeKind::report);
  report.kept_by = work.actor.name;
  report.content_hash = base::sha256_hex(content);
  writer.execute(
      "insert into complaint_reports (authority_id, ref, period, content, content_hash, kept_at, "
      "kept_by_ref, kept_by, replaced_by) values ($1, $2, $3, $4, $5, $6, $7, $8, '')",
      {work.authority_id, report.ref, period.key(), content, report.content_hash,
       base::to_text(work.now), work.actor.user_ref, work.actor.name});
  put_report_node(writer, work.authority_id, report.ref, period, base::to_text(work.today()),
                  false);
  replace_earlier(writer, work, report);
  record::append_event(writer, work, report.ref, "kept",
                       {{"period", period.key()}, {"hash", report.content_hash}});
  return report;
}

std::optional<Report> find_report(store::Reader& reader, const std::string& authority_id,
                                  const std::string& ref) {
  const auto row = reader.row(
      "select content, content_hash, kept_by, replaced_by from complaint_reports where "
      "authority_id = $1 and ref = $2",
      {authority_id, ref});
  if (!row) return std::nullopt;
  auto report = report_from_json(row->text(0));
  report.ref = ref;
  report.content_hash = row->text(1);
  report.kept_by = row->text(2);
  report.replaced_by = row->text(3);
  return report;
}

std::vector<KeptReport> kept_reports(store::Reader& reader, const std::string& authority_id) {
  std::vector<KeptReport> kept;
  for (const auto& row :
       reader.rows("select ref, period, kept_at, kept_by, replaced_by from complaint_reports where "
                   "authority_id = $1 order by length(ref) desc, ref desc",
                   {authority_id})) {
    kept.push_back(
        {row.text(0), period_from_key(row.text(1)).value(), row.text(2), row.text(3), row.text(4)});
  }
  return kept;
}

void rebuild_reports(store::Writer& writer, const std::string& authority_id) {
  for (const auto& each : kept_reports(writer, authority_id)) {
    put_report_node(writer, authority_id, each.ref, each.period, london_day(each.kept_at),
                    !each.replaced_by.empty());
  }
}

}  // namespace throughline::publish::report
