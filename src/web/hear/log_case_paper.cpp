#include "web/hear/log_case_paper.hpp"

#include "base/digits.hpp"
#include "hear/paper_form/paper_form.hpp"
#include "hear/point/point.hpp"

#include <algorithm>
#include <array>

namespace throughline::web {
namespace {

constexpr std::array numbered = {"kind",    "words",   "service", "relationship",
                                 "contact", "details", "picks",   "feeling"};

bool is_picked(const std::vector<std::string>& picked, std::string_view text) {
  return std::ranges::find(picked, text) != picked.end();
}

std::string heading_of(hear::EasyTopic topic) {
  if (topic == hear::EasyTopic::happy) return "If something good happened";
  return topic == hear::EasyTopic::sad ? "If something bad happened" : "If they have an idea";
}

void show_pictures(LogPaperView& view, const http::Form& form) {
  const auto picked = form.all("picks");
  for (const auto topic : hear::all_easy_topics) {
    PaperTicksView ticks{heading_of(topic), "picks", {}};
    if (!view.ticks.empty()) ticks.id += "-" + std::string(hear::to_text(topic));
    for (const auto& pick : hear::picks_of(topic)) {
      ticks.items.push_back(choice(pick.text, pick.sentence, is_picked(picked, pick.text)));
    }
    view.ticks.push_back(std::move(ticks));
  }
  view.faces.push_back(choice("", "No face", form.get("face").empty()));
  for (int face = hear::faces; face >= 1; --face) {
    view.faces.push_back(choice(std::to_string(face), hear::feeling_sentence(face),
                                form.get("face") == std::to_string(face)));
  }
}

void show_last_sheet(LogPaperView& view, const http::Form& form, hear::WayIn way) {
  for (const auto& asked : hear::equality_questions()) {
    const std::string field(asked.field);
    const auto given = form.get(field);
    PaperSelectView question{
        field,
        std::to_string(hear::number_on_paper(way, field)) + ". " + std::string(asked.label),
        {choice("", "Left out", false)}};
    for (const auto& option : asked.options) {
      const auto label = option.group.empty()
                             ? std::string(option.label)
                             : std::string(option.group) + ": " + std::string(option.label);
      question.items.push_back(choice(option.text, label, given == option.text));
    }
    view.equality.push_back(std::move(question));
  }
}

}  // namespace

LogPaperView log_paper_view(const http::Form& form, std::optional<hear::WayIn> way) {
  LogPaperView view;
  templates::Fields numbers;
  for (const auto* field : numbered) {
    const int number = way ? hear::number_on_paper(*way, field) : 0;
    numbers.emplace_back(field, number > 0 ? " (question " + std::to_string(number) + ")" : "");
  }
  view.number = std::move(numbers);
  if (!way) return view;
  view.on_paper = true;
  view.form = "a paper form in standard print";
  if (*way == hear::WayIn::large_print) view.form = "a paper form in large print";
  view.pictures = *way == hear::WayIn::paper_easy_read;
  if (view.pictures) {
    view.form = "an easy read paper form";
    show_pictures(view, form);
  } else {
    show_last_sheet(view, form, *way);
  }
  return view;
}

hear::EqualityAnswers equality_on_paper(const http::Form& form,
                                        std::vector<base::Problem>& problems) {
  hear::EqualityAnswers given;
  for (const auto& asked : hear::equality_questions()) {
    given.emplace_back(asked.field, form.get(asked.field));
  }
  auto answers = hear::equality_answers(given);
  if (answers) return *std::move(answers);
  for (auto& problem : answers.error().problems) problems.push_back(std::move(problem));
  return {};
}

std::string words_with_pictures(const http::Form& form, hear::Kind kind,
                                std::vector<base::Problem>& problems) {
  hear::EasyRead told;
  told.topic = hear::easy_topic_of(kind);
  told.own_words = form.get("words");
  const auto face = base::digits(form.get("face")).value_or(0);
  told.face = face >= 1 && face <= hear::faces ? face : 0;
  const auto known = hear::picks_of(*told.topic);
  for (const auto& each : form.all("picks")) {
    if (std::ranges::find(known, each, &hear::EasyPick::text) == known.end()) {
      problems.push_back({"picks", "Tick only pictures that go with what it is (question 1)"});
      break;
    }
    told.picks.push_back(each);
  }
  return hear::words_of(told);
}

}  // namespace throughline::web
