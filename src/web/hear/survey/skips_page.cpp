#include "base/digits.hpp"
#include "hear/survey/survey.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/question_view.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct LeadView {
  std::string id;  // "to-yes"
  std::string label;
  std::vector<OptionView> places;
};
BOOST_DESCRIBE_STRUCT(LeadView, (), (id, label, places))

struct SkipsView {
  std::string ref;
  int number = 0;
  int position = 0;
  std::string label;
  std::vector<LeadView> leads;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(SkipsView, (), (ref, number, position, label, leads, errors))

std::string chosen_for(const survey::Question& question, const std::string& code) {
  const auto found = std::ranges::find(question.skips, code, &survey::Skip::answer);
  if (found == question.skips.end()) return "";
  return found->to == survey::the_end ? "end" : std::to_string(found->to);
}

std::string short_label(const survey::Question& question) {
  auto label = question.label;
  if (label.size() > 60) label = label.substr(0, label.find(' ', 50)) + " ...";
  return std::to_string(question.position) + ". " + label;
}

SkipsView view_of(const std::string& ref, const survey::Question& question,
                  const std::vector<survey::Question>& all) {
  SkipsView view{ref, question.number, question.position, question.label, {}, no_errors()};
  for (const auto& option : survey::options_of(question)) {
    const auto chosen = chosen_for(question, option.code);
    LeadView lead{"to-" + option.code, option.label, {}};
    lead.places.push_back({"", "The next question", chosen.empty(), chosen.empty()});
    for (const auto& each : all) {
      if (each.position <= question.position + 1) continue;
      const auto value = std::to_string(each.number);
      lead.places.push_back({value, short_label(each), value == chosen, value == chosen});
    }
    lead.places.push_back({"end", "The end of the survey", chosen == "end", chosen == "end"});
    view.leads.push_back(std::move(lead));
  }
  return view;
}

}  // namespace

http::Response skips_page(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    const auto& ref = call.parameter("ref");
    const auto all = survey::questions(reader, call.authority.id, ref);
    const auto* question = question_of_path(call.parameter("number"), all);
    if (!question || !survey::can_skip(question->kind)) {
      return error_page(call, {base::ErrorKind::not_found, "No such question", {}});
    }
    return page(call, "hear/survey/skips.html", templates::to_value(view_of(ref, *question, all)));
  });
}

http::Response receive_skips(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto all = call.database.read(
      [&](store::Reader& reader) { return survey::questions(reader, call.authority.id, ref); });
  const auto* question = question_of_path(call.parameter("number"), all);
  if (!question) return error_page(call, {base::ErrorKind::not_found, "No such question", {}});
  auto typed = *question;
  typed.skips.clear();
  for (const auto& option : survey::options_of(*question)) {
    const auto place = call.request.form.get("to-" + option.code);
    if (place.empty()) continue;
    typed.skips.push_back(
        {option.code, place == "end" ? survey::the_end : base::digits(place).value_or(-1)});
  }
  const auto set = call.database.write([&](store::Writer& writer) {
    return survey::set_skips(writer, call.work, ref, question->number, typed.skips);
  });
  if (set) return redirect_with_message(call, "/surveys/" + ref, "Where answers lead is saved");
  if (set.error().kind != base::ErrorKind::invalid) return error_page(call, set.error());
  auto view = view_of(ref, typed, all);
  view.errors = form_errors(set.error());
  return page(call, "hear/survey/skips.html", templates::to_value(view), 400);
}

}  // namespace throughline::web
