#pragma once

// How each chapter is counted and gathered from the record; for the sources of this folder only.
// Each gives the same from the same records, in the same order.

#include "publish/local_account/content.hpp"
#include "publish/report/complaints_report.hpp"
#include "record/authority.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>

namespace throughline::publish::local_account {

// What the chapters of one account are counted from.
struct Counting {
  store::Reader& reader;
  const record::Authority& authority;
  report::Period period;  // a whole year
  base::Date as_at;
  report::Report complaints;  // the kept one of the year, or as it stands

  [[nodiscard]] std::string from() const { return base::to_text(period.first()); }
  [[nodiscard]] std::string to() const { return base::to_text(period.last()); }
  // "2025-26" and the year before: the columns of most tables.
  [[nodiscard]] std::vector<std::string> columns() const;
};

[[nodiscard]] Counting counting_of(store::Reader& reader, const record::Authority& authority,
                                   int year, base::Date as_at);
[[nodiscard]] Found found_for(Chapter chapter, const Counting& counting);

[[nodiscard]] Found what_was_heard(const Counting& counting);
[[nodiscard]] Found what_was_done(const Counting& counting);
[[nodiscard]] Found you_said_we_did_in(const Counting& counting);
[[nodiscard]] Found complaints_of(const Counting& counting);
[[nodiscard]] Found praise_of(const Counting& counting);
[[nodiscard]] Found surveys_of(const Counting& counting);
[[nodiscard]] Found made_together(const Counting& counting);
[[nodiscard]] Found voices_of(const Counting& counting);
[[nodiscard]] Found scores_of(const Counting& counting);
[[nodiscard]] Found what_is_next(const Counting& counting);

// "1 action", "3 actions".
[[nodiscard]] std::string counted(std::int64_t count, const char* one, const char* many);

}  // namespace throughline::publish::local_account
