#include "web/judge/rules.hpp"

namespace throughline::web {

const judge::Rules& judging_rules() {
  static const judge::Rules rules = judge::built_in_rules();
  return rules;
}

}  // namespace throughline::web
