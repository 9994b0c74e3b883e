#include "web/hear/ombudsman/rate_views.hpp"

#include "formats/number.hpp"

namespace throughline::web {

namespace {

std::string percent(double value) {
  return formats::to_grouped_text(value, 0) + "%";
}

std::string words(const std::optional<hear::Rate>& rate, const char* of_none) {
  if (!rate) return of_none;
  return percent(rate->percent) + " (" + std::to_string(rate->part) + " of " +
         std::to_string(rate->whole) + "); 95% sure: " + percent(rate->lower) + " to " +
         percent(rate->upper);
}

}  // namespace

RatesView rates_view(const hear::OmbudsmanRates& rates) {
  return {words(rates.upheld, "None investigated"), words(rates.compliance, "No outcomes known"),
          words(rates.remedied, "None upheld, or not known"),
          rates.upheld_per_100_000 ? formats::to_grouped_text(*rates.upheld_per_100_000, 1)
                                   : "Population not known"};
}

}  // namespace throughline::web
