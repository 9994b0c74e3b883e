#include "web/hear/paper_form/paper_sheet.hpp"

#include "hear/equality.hpp"
#include "hear/identity.hpp"
#include "record/data.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"
#include "web/paper_lines.hpp"

#include <algorithm>

namespace throughline::web {
namespace {

struct TickView {
  std::string text;
  std::string hint;
  std::string picture;
  bool ticked = false;
};
BOOST_DESCRIBE_STRUCT(TickView, (), (text, hint, picture, ticked))

struct TickGroupView {
  std::string label;
  std::vector<TickView> ticks;
};
BOOST_DESCRIBE_STRUCT(TickGroupView, (), (label, ticks))

struct PaperQuestionView {
  int number = 0;
  std::string label;
  std::string hint;
  std::vector<TickGroupView> groups;
};
BOOST_DESCRIBE_STRUCT(PaperQuestionView, (), (number, label, hint, groups))

struct PaperSheetView {
  std::string council;
  std::string language;
  std::string direction;
  std::string form;
  std::string kind;
  std::string code;
  std::string point;
  std::string point_code;
  std::vector<TickView> kinds;
  std::vector<TickView> services;
  std::vector<TickView> relationships;
  std::vector<TickView> contacts;
  std::vector<PaperQuestionView> equality;
  std::vector<TickGroupView> picks;  // easy read: by what it is about
  std::vector<TickView> feelings;
  std::vector<int> lines;
  std::vector<std::string> address;
  std::string phone;
  std::string email;
  std::string safeguarding_phone;
  std::string out_of_hours_phone;
  templates::Value sheet;
};
BOOST_DESCRIBE_STRUCT(PaperSheetView, (),
                      (council, language, direction, form, kind, code, point, point_code, kinds,
                       services, relationships, contacts, equality, picks, feelings, lines, address,
                       phone, email, safeguarding_phone, out_of_hours_phone, sheet))

using templates::in_language;

std::vector<TickView> ticks_of(const std::vector<ChoiceView>& choices) {
  std::vector<TickView> ticks;
  for (const auto& each : choices) {
    ticks.push_back({each.text, each.hint ? each.hint->text : "", "", each.checked});
  }
  return ticks;
}

// A number stands on one line.
std::string unbroken(std::string text) {
  for (auto at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 2)) {
    text.replace(at, 1, "\u00A0");
  }
  return text;
}

void ask_with_words(PaperSheetView& view, const PaperOrder& order) {
  view.kinds = ticks_of(kind_choices(view.kind));
  view.services = ticks_of(service_choices(order.services, order.service_ref));
  view.services.push_back({in_language("It is not about one service"), "", "", false});
  view.services.push_back({in_language("I am not sure"), "", "", false});
  view.relationships = ticks_of(own_relationship_choices(""));
  for (const auto by : {hear::ContactBy::email, hear::ContactBy::phone, hear::ContactBy::post}) {
    view.contacts.push_back({std::string(hear::label(by)), "", "", false});
  }
  view.contacts.push_back({"No, I want to stay anonymous", "", "", false});
  for (const auto& asked : hear::equality_questions()) {
    PaperQuestionView question{hear::number_on_paper(hear::WayIn::paper, asked.field),
                               std::string(asked.label),
                               std::string(asked.hint),
                               {}};
    for (const auto& option : asked.options) {
      if (question.groups.empty() || question.groups.back().label != option.group) {
        question.groups.push_back({std::string(option.group), {}});
      }
      question.groups.back().ticks.push_back({std::string(option.label), "", "", false});
    }
    view.equality.push_back(std::move(question));
  }
}

std::string heading_of(hear::EasyTopic topic) {
  if (topic == hear::EasyTopic::happy) return "What was good?";
  return topic == hear::EasyTopic::sad ? "What was bad?" : "What would make it better?";
}

void ask_with_pictures(PaperSheetView& view, const PaperOrder& order) {
  std::optional<hear::EasyTopic> chosen;
  if (order.kind) chosen = hear::easy_topic_of(*order.kind);
  for (const auto topic : hear::all_easy_topics) {
    view.kinds.push_back(
        {std::string(hear::label(topic)), "", std::string(hear::to_text(topic)), topic == chosen});
    if (chosen && topic != *chosen) continue;
    TickGroupView group{heading_of(topic), {}};
    for (const auto& pick : hear::picks_of(topic)) {
      group.ticks.push_back({std::string(pick.sentence), "", std::string(pick.picture), false});
    }
    view.picks.push_back(std::move(group));
  }
  for (const auto& each : order.services) {
    view.services.push_back(
        {each.name, "", picture_of_service(each.name), each.ref == order.service_ref});
  }
  view.services.push_back({in_language("I do not know"), "", "question", false});
  for (int face = hear::faces; face >= 1; --face) {
    view.feelings.push_back(
        {std::string(hear::feeling_sentence(face)), "", "face-" + std::to_string(face), false});
  }
  view.relationships = {{"I get care or support", "", "me", false},
                        {"I look after someone", "", "carer", false},
                        {"I am family or a friend", "", "family", false},
                        {"I am an advocate. I speak up for someone", "", "speech", false}};
  view.contacts = {{"Yes, talk to me", "", "phone", false},
                   {"Yes, talk to the person who helps me", "", "supporter", false},
                   {"No. Do not ask who I am", "", "lock", false}};
}

}  // namespace

std::string paper_sheet(const PaperOrder& order) {
  const auto& language = templates::spoken();
  const bool pictures = order.form == hear::PaperForm::easy_read;
  PaperSheetView view;
  view.council = order.council;
  view.language = language.code;
  view.direction = language.right_to_left ? "rtl" : "ltr";
  view.form = hear::to_text(order.form);
  if (order.kind) view.kind = hear::to_text(*order.kind);
  view.code = hear::paper_code(order.form);
  if (order.point) {
    view.point = order.point->name;
    view.point_code = order.point->code;
  }
  view.lines.resize(order.form == hear::PaperForm::standard ? 16 : pictures ? 8 : 14);
  view.address = paper_lines(order.details.address);
  view.phone = unbroken(order.details.phone);
  view.email = order.details.email;
  view.safeguarding_phone = unbroken(order.details.safeguarding_phone);
  view.out_of_hours_phone = unbroken(order.details.out_of_hours_phone);
  if (pictures) {
    ask_with_pictures(view, order);
  } else {
    ask_with_words(view, order);
  }
  const auto css = base::embedded_file(record::embedded_data(), "paper_form.css");
  const std::string size = order.form == hear::PaperForm::standard ? "10pt" : "18pt";
  const auto code = view.code + (order.point ? "  " + order.point->code : "");
  view.sheet =
      templates::Value::safe("<style>\n" + std::string(css) + "@page { font-size: " + size +
                             "; @bottom-left { content: \"" + code + "\"; } }\n</style>");
  return templates::render(
      pictures ? "hear/paper_form/easy_sheet.html" : "hear/paper_form/sheet.html",
      templates::to_value(view));
}

}  // namespace throughline::web
