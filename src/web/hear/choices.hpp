#pragma once

// Choices as the radios, check boxes and selects of GOV.UK Frontend take them.

#include "hear/complaint/words.hpp"
#include "hear/equality.hpp"
#include "hear/kinds.hpp"
#include "record/authority.hpp"
#include "record/service.hpp"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

struct HintView {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(HintView, (), (text))

struct ChoiceView {
  std::string value;
  std::string text;
  bool checked = false;
  bool selected = false;  // selects ask for this word
  std::optional<HintView> hint;
};
BOOST_DESCRIBE_STRUCT(ChoiceView, (), (value, text, checked, selected, hint))

[[nodiscard]] ChoiceView choice(std::string_view value, std::string_view text, bool chosen,
                                std::string_view hint = {});

// Every value of one of hear's lists; `chosen` holds the words of those that are.
template <typename All>
std::vector<ChoiceView> choices(const All& all, const std::vector<std::string>& chosen) {
  std::vector<ChoiceView> views;
  for (const auto value : all) {
    const auto text = hear::to_text(value);
    bool is_chosen = false;
    for (const auto& each : chosen) is_chosen = is_chosen || each == text;
    views.push_back(choice(text, hear::label(value), is_chosen));
  }
  return views;
}

// What kind it is, each with what it means.
[[nodiscard]] std::vector<ChoiceView> kind_choices(std::string_view chosen);
// Who someone is to the service, as they would say it of themselves.
[[nodiscard]] std::vector<ChoiceView> own_relationship_choices(std::string_view chosen);
[[nodiscard]] std::vector<ChoiceView> service_choices(const std::vector<record::Service>& services,
                                                      std::string_view chosen);

}  // namespace throughline::web
