#include "web/count/measure_words.hpp"

namespace throughline::web {

std::string direction_words(stats::Improvement improvement) {
  switch (improvement) {
    case stats::Improvement::increase:
      return "More is better";
    case stats::Improvement::decrease:
      return "Less is better";
    case stats::Improvement::neutral:
      break;
  }
  return "Neither way is better";
}

TagView variation_tag(stats::Variation variation) {
  using stats::Variation;
  switch (variation) {
    case Variation::improvement_high:
    case Variation::improvement_low:
      return {"Improvement", "govuk-tag--green"};
    case Variation::concern_high:
    case Variation::concern_low:
      return {"Concern", "govuk-tag--orange"};
    case Variation::neutral_high:
      return {"Unusually high", "govuk-tag--blue"};
    case Variation::neutral_low:
      return {"Unusually low", "govuk-tag--blue"};
    case Variation::common_cause:
      break;
  }
  return {"As usual", "govuk-tag--grey"};
}

std::string target_words(stats::Assurance assurance) {
  switch (assurance) {
    case stats::Assurance::consistently_passes:
      return "Met every time";
    case stats::Assurance::consistently_fails:
      return "Missed every time";
    case stats::Assurance::inconsistent:
      return "Hit and missed";
    case stats::Assurance::none:
      break;
  }
  return {};
}

}  // namespace throughline::web
