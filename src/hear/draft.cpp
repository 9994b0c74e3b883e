#include "hear/draft.hpp"

#include <boost/json.hpp>

namespace throughline::hear {
namespace json = boost::json;

namespace {

json::object easy_text(const EasyRead& told) {
  json::array picks;
  for (const auto& each : told.picks) picks.push_back(json::value(each));
  return {{"topic", told.topic ? to_text(*told.topic) : ""},
          {"picks", std::move(picks)},
          {"face", told.face},
          {"own_words", told.own_words},
          {"supporter", told.supporter}};
}

EasyRead easy_from(const json::object& kept) {
  EasyRead told;
  told.topic = easy_topic_from_text(json::value_to<std::string>(kept.at("topic")));
  for (const auto& each : kept.at("picks").as_array()) {
    told.picks.push_back(json::value_to<std::string>(each));
  }
  told.face = json::value_to<int>(kept.at("face"));
  told.own_words = json::value_to<std::string>(kept.at("own_words"));
  told.supporter = kept.at("supporter").as_bool();
  return told;
}

}  // namespace

std::string draft_text(const Draft& draft) {
  const auto& given = draft.given;
  const auto& contact = given.identity.contact;
  json::object equality;
  for (const auto& [field, answer] : given.identity.equality) equality[field] = answer;
  json::object answers{
      {"submission", given.submission_key},
      {"kind", given.kind ? to_text(*given.kind) : ""},
      {"words", given.words},
      {"service", given.service_ref},
      {"relationship", given.relationship ? to_text(*given.relationship) : ""},
      {"name", contact.name},
      {"email", contact.email},
      {"phone", contact.phone},
      {"address", contact.address},
      {"contact_by", to_text(contact.by)},
      {"consents", contact.consents},
      {"equality", std::move(equality)},
      {"service_answered", draft.service_answered},
      {"contact_answered", draft.contact_answered},
      {"anonymous", draft.anonymous},
      {"equality_answered", draft.equality_answered},
  };
  if (draft.easy_read) answers["easy_read"] = easy_text(*draft.easy_read);
  return json::serialize(answers);
}

Draft draft_from_text(const std::string& text) {
  const auto answers = json::parse(text).as_object();
  const auto said = [&](std::string_view name) {
    return json::value_to<std::string>(answers.at(name));
  };
  Draft draft;
  draft.given.submission_key = said("submission");
  draft.given.kind = kind_from_text(said("kind"));
  draft.given.words = said("words");
  draft.given.service_ref = said("service");
  draft.given.relationship = relationship_from_text(said("relationship"));
  draft.given.identity.contact = {said("name"),
                                  said("email"),
                                  said("phone"),
                                  said("address"),
                                  contact_by_from_text(said("contact_by")),
                                  answers.at("consents").as_bool()};
  for (const auto& [field, answer] : answers.at("equality").as_object()) {
    draft.given.identity.equality.emplace_back(field, json::value_to<std::string>(answer));
  }
  draft.service_answered = answers.at("service_answered").as_bool();
  draft.contact_answered = answers.at("contact_answered").as_bool();
  draft.anonymous = answers.at("anonymous").as_bool();
  draft.equality_answered = answers.at("equality_answered").as_bool();
  if (const auto* told = answers.if_contains("easy_read")) {
    draft.easy_read = easy_from(told->as_object());
  }
  return draft;
}

}  // namespace throughline::hear
