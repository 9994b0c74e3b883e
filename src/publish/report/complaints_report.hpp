#pragma once

// A report of complaints: its figures (figures.hpp) and what people wrote beside them. It can be
// read at any time, counted afresh; and it can be kept, as it stands on a day, for good. A kept
// report stands on the line and can be a source of evidence.
//
// The annual report is the one that the law asks for: it is not kept until each thing that the law
// wants summarised has been written. It holds no case's words, no name and no ref of a case.
// Source: si-2009-309, regulation 18

#include "base/result.hpp"
#include "publish/report/figures.hpp"
#include "publish/report/period.hpp"
#include "record/authority.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace throughline::publish::report {

inline constexpr std::size_t most_words = 10'000;

// What the figures cannot say, each as people wrote it.
struct Words {
  std::string subjects;     // what the complaints were about
  std::string importance;   // matters of general importance that arose from them
  std::string handling;     // how complaints were handled, and what arose from that
  std::string improvement;  // what has been or will be done to improve services
};

struct WrittenWords {
  Words words;
  std::int64_t version = 0;  // 0: nothing written yet
  std::string saved_at;      // instant
  std::string saved_by;
};

struct Report {
  std::string ref;  // "REPORT-2"; empty: not kept
  std::string council;
  Period period;
  base::Date as_at;
  Figures figures;
  // Of a year: those of its quarters, so that what everyone reads of it gives away none of theirs.
  // Empty for a quarter, and for a year that was kept before the program looked at them.
  std::vector<Figures> quarters;
  Words words;
  std::string kept_by;  // empty: not kept
  std::string content_hash;
  std::string replaced_by;  // the ref of a later report of the same period
};

[[nodiscard]] WrittenWords words_of(store::Reader& reader, const std::string& authority_id,
                                    const Period& period);
// Errors: invalid, with every problem; conflict, when they changed since `version`.
[[nodiscard]] base::Result<void> write_words(store::Writer& writer, const record::Work& work,
                                             const Period& period, std::int64_t version,
                                             const Words& words);

// As it stands today.
[[nodiscard]] Report report_now(store::Reader& reader, const record::Authority& authority,
                                const Period& period, base::Date today);

// What stands in the way of keeping a report; empty when nothing does.
[[nodiscard]] std::vector<std::string> not_ready(const Report& report);

// Keeps the report as it stands today. One that was kept before of the same period is replaced.
// Errors: invalid, with what stands in the way.
[[nodiscard]] base::Result<Report> keep_report(store::Writer& writer, const record::Work& work,
                                               const record::Authority& authority,
                                               const Period& period);
[[nodiscard]] std::optional<Report> find_report(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& ref);

struct KeptReport {
  std::string ref;
  Period period;
  std::string kept_at;  // instant
  std::string kept_by;
  std::string replaced_by;
};
// Newest first.
[[nodiscard]] std::vector<KeptReport> kept_reports(store::Reader& reader,
                                                   const std::string& authority_id);

// A kept report is its figures and words as JSON, and nothing else.
[[nodiscard]] std::string to_json(const Report& report);
[[nodiscard]] Report report_from_json(std::string_view json);

// For spreadsheets: part, name, this period, the year before.
[[nodiscard]] std::string to_csv(const Report& report, bool for_everyone);

// Puts the nodes of all reports on the line anew, for `throughline rebuild`.
void rebuild_reports(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::publish::report
