#include "web/hear/idea/idea_words.hpp"

namespace throughline::web {

std::vector<ChoiceView> listened_choices(const std::optional<hear::Fixed>& said) {
  return {choice("yes", "Yes", said == hear::Fixed::yes),
          choice("partly", "Partly", said == hear::Fixed::partly),
          choice("no", "No", said == hear::Fixed::no)};
}

std::string listened_words(const std::optional<hear::Fixed>& said) {
  if (!said) return "";
  if (*said == hear::Fixed::yes) return "They feel listened to";
  return *said == hear::Fixed::partly ? "They feel partly listened to"
                                      : "They do not feel listened to";
}

}  // namespace throughline::web
