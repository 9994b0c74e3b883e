#include "count/measure.hpp"

#include "count/measure_form.hpp"
#include "formats/number.hpp"

namespace throughline::count {
namespace {

constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_text = 1000;

// Letters, not bytes: a limit means the same in every language.
std::size_t letters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

void check_target(const MeasureForm& form, Measure& measure, std::vector<base::Problem>& problems) {
  if (is_blank(form.target)) return;
  const auto number = formats::number_from_text(form.target);
  if (!number) {
    problems.push_back({"target", "Target " + number.error().message});
    return;
  }
  if (const auto why = misfit(*number, measure.unit); !why.empty())
    problems.push_back({"target", "Target " + std::string(why)});
  measure.target = number->value;
}

}  // namespace

std::string_view to_text(Frequency frequency) {
  constexpr std::array<std::string_view, 5> words = {"daily", "weekly", "monthly", "quarterly",
                                                     "yearly"};
  return words.at(static_cast<std::size_t>(frequency));
}

std::string_view frequency_label(Frequency frequency) {
  constexpr std::array<std::string_view, 5> labels = {"Every day", "Every week", "Every month",
                                                      "Every quarter", "Every year"};
  return labels.at(static_cast<std::size_t>(frequency));
}

std::optional<Frequency> frequency_from_text(std::string_view text) {
  for (const auto frequency : all_frequencies)
    if (to_text(frequency) == text) return frequency;
  return std::nullopt;
}

base::Result<Measure> read_form(const MeasureForm& form) {
  std::vector<base::Problem> problems;
  Measure measure;
  measure.name = trimmed(form.name);
  measure.counts = trimmed(form.counts);
  measure.source = trimmed(form.source);
  if (measure.name.empty())
    problems.push_back({"name", "Enter a name for the measure"});
  else if (letters(measure.name) > longest_name)
    problems.push_back({"name", "Name must be 120 characters or fewer"});
  if (letters(measure.counts) > longest_text)
    problems.push_back({"counts", "What it counts must be 1,000 characters or fewer"});
  const auto unit = unit_from_text(form.unit);
  if (unit)
    measure.unit = *unit;
  else
    problems.push_back({"unit", "Select what the measure is counted in"});
  const auto improvement = stats::improvement_from_text(form.improvement);
  if (improvement)
    measure.improvement = *improvement;
  else
    problems.push_back({"improvement", "Select which direction is better"});
  check_target(form, measure, problems);
  if (letters(measure.source) > longest_text)
    problems.push_back({"source", "Source must be 1,000 characters or fewer"});
  const auto frequency =
      form.frequency.empty() ? Frequency::monthly : frequency_from_text(form.frequency);
  if (frequency)
    measure.frequency = *frequency;
  else
    problems.push_back({"frequency", "Select how often there is a value"});
  if (!problems.empty()) return base::refuse(std::move(problems));
  return measure;
}

MeasureForm form_of(const Measure& measure) {
  return {.name = measure.name,
          .counts = measure.counts,
          .unit = std::string(to_text(measure.unit)),
          .improvement = std::string(stats::to_text(measure.improvement)),
          .target = measure.target ? formats::to_text(*measure.target) : "",
          .source = measure.source,
          .frequency = std::string(to_text(measure.frequency))};
}

}  // namespace throughline::count
