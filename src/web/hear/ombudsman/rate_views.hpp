#pragma once

// The Ombudsman's rates in words: "60% (3 of 5); 95% sure: 23% to 88%".

#include "hear/ombudsman/rates.hpp"

#include <boost/describe/class.hpp>
#include <string>

namespace throughline::web {

struct RatesView {
  std::string upheld;
  std::string compliance;
  std::string remedied;
  std::string per_100_000;
};
BOOST_DESCRIBE_STRUCT(RatesView, (), (upheld, compliance, remedied, per_100_000))

[[nodiscard]] RatesView rates_view(const hear::OmbudsmanRates& rates);

}  // namespace throughline::web
