#pragma once

// The Ombudsman's three rates, each with a denominator of its own: how many of the complaints that
// were investigated were upheld; how many of the outcomes of compliance satisfied the Ombudsman;
// how many of those upheld the council had put right before. And upheld complaints per 100,000
// people.
//
// It refuses figures that cannot be: more upheld than investigated, or a rate that no whole number
// of complaints gives.
// Source: lgsco-statistics

#include "base/result.hpp"
#include "hear/ombudsman/ombudsman.hpp"
#include "stats/intervals.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

struct OmbudsmanCounts {
  std::int64_t investigated = 0;
  std::int64_t upheld = 0;
  std::optional<std::int64_t> compliance_outcomes;
  std::optional<std::int64_t> satisfied;
  std::optional<std::int64_t> remedied_before;
  std::optional<std::int64_t> population;
};

// Every reason why the counts cannot be right.
[[nodiscard]] std::vector<base::Problem> problems_of(const OmbudsmanCounts& counts);
// Whether a rate in whole percent can come of a count of a total, rounded either way. When it
// cannot, why: "75% of 7 is not possible: 5 of 7 is 71%, 6 of 7 is 86%".
[[nodiscard]] std::optional<std::string> why_impossible(int percent, std::int64_t total);

// Units: percent.
struct Rate {
  std::int64_t part = 0;
  std::int64_t whole = 0;
  double percent = 0;
  double lower = 0;  // 95%
  double upper = 0;
};
struct OmbudsmanRates {
  std::optional<Rate> upheld;      // of those investigated
  std::optional<Rate> compliance;  // satisfied, of the outcomes of compliance
  std::optional<Rate> remedied;    // put right before, of those upheld
  std::optional<double> upheld_per_100_000;
};
// A rate whose denominator is 0 or not known is nothing.
[[nodiscard]] OmbudsmanRates rates_of(const OmbudsmanCounts& counts);

// What the council's own register gives for a year.
[[nodiscard]] OmbudsmanCounts counts_of(const std::vector<Decision>& decisions);

// --- The published yearly figures ---

// One council's row of a year, as published.
struct PublishedYear {
  std::string council;
  std::string council_type;  // "metropolitan"
  bool own = false;
  std::string year;   // "2023-24"
  std::string scope;  // "all services" or "adult social care"
  OmbudsmanCounts counts;
  std::string source;
};

// Reads council, type, year, scope, investigated, upheld, and if they are there uphold_rate,
// compliance_outcomes, satisfied, compliance_rate, remedied_before, remedy_rate, population,
// source.
// Errors: invalid, with every problem by row.
[[nodiscard]] base::Result<std::vector<PublishedYear>> read_published_years(
    std::string_view csv, const std::string& own_council);
// A council's row for a year and scope takes the place of the one before.
void keep_published_years(store::Writer& writer, const record::Work& work,
                          const std::vector<PublishedYear>& years);
// By year, latest first, our own first.
[[nodiscard]] std::vector<PublishedYear> published_years(store::Reader& reader,
                                                         const std::string& authority_id);

// Our uphold rate of a year beside that of all other councils of our type together.
struct Beside {
  std::string year;
  std::string scope;
  std::string council_type;
  OmbudsmanRates ours;
  OmbudsmanRates others;
  int other_councils = 0;
  std::optional<stats::Difference> difference;  // of the uphold rates; shares, not percent
};
// One for each year and scope of our own figures, latest first.
[[nodiscard]] std::vector<Beside> beside_others(const std::vector<PublishedYear>& years);

// The first year whose uphold rates can be held against later ones: from then on fewer complaints
// are investigated, and more of those are upheld.
inline constexpr std::string_view first_comparable_year = "2022-23";

}  // namespace throughline::hear
