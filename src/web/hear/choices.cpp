#include "web/hear/choices.hpp"

namespace throughline::web {

namespace {

std::string_view meaning(hear::Kind kind) {
  switch (kind) {
    case hear::Kind::complaint:
      return "Something went wrong, and you want it looked into and an answer in writing";
    case hear::Kind::concern:
      return "Something worries you, and you want it put right";
    case hear::Kind::compliment:
      return "Something was done well, and you want people to know";
    case hear::Kind::suggestion:
      return "Something could be done better";
    case hear::Kind::idea:
      return "Something new that we could try";
  }
  return "";
}

std::string_view of_oneself(hear::Relationship relationship) {
  switch (relationship) {
    case hear::Relationship::person:
      return "I draw on care or support, or I have asked for it";
    case hear::Relationship::unpaid_carer:
      return "I look after someone, unpaid";
    case hear::Relationship::family:
      return "I am a family member or friend";
    case hear::Relationship::advocate:
      return "I am an advocate, or I speak for someone";
    case hear::Relationship::neighbour:
      return "I am a neighbour or I live in the area";
    case hear::Relationship::staff:
      return "I work in health or care";
    case hear::Relationship::partner:
      return "I work for an organisation that works with the council";
    case hear::Relationship::other:
      return "Someone else";
  }
  return "";
}

}  // namespace

ChoiceView choice(std::string_view value, std::string_view text, bool chosen,
                  std::string_view hint) {
  ChoiceView view{std::string(value), std::string(text), chosen, chosen, std::nullopt};
  if (!hint.empty()) view.hint = HintView{std::string(hint)};
  return view;
}

std::vector<ChoiceView> kind_choices(std::string_view chosen) {
  std::vector<ChoiceView> views;
  for (const auto kind : hear::all_kinds) {
    const auto value = hear::to_text(kind);
    views.push_back(choice(value, hear::label(kind), value == chosen, meaning(kind)));
  }
  return views;
}

std::vector<ChoiceView> own_relationship_choices(std::string_view chosen) {
  std::vector<ChoiceView> views;
  for (const auto who : hear::all_relationships) {
    const auto value = hear::to_text(who);
    views.push_back(choice(value, of_oneself(who), value == chosen));
  }
  return views;
}

std::vector<ChoiceView> service_choices(const std::vector<record::Service>& services,
                                        std::string_view chosen) {
  std::vector<ChoiceView> views;
  for (const auto& service : services) {
    views.push_back(choice(service.ref, service.name, service.ref == chosen));
  }
  return views;
}

}  // namespace throughline::web
