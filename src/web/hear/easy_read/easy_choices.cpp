// The questions of easy read that are answered by picking pictures.

#include "base/digits.hpp"
#include "hear/point/point.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"
#include "web/hear/tell_us.hpp"
#include "web/urgent_help.hpp"

#include <array>

namespace throughline::web {

namespace {

constexpr std::string_view no_service = "none";

http::Response to_start() {
  return http::Response::redirect(path_of(EasyStep::about));
}

http::Response ask(Call& call, const EasyChoosingView& view, int status = 200) {
  return page(call, "hear/easy_read/choose.html", templates::to_value(view), status);
}

EasyChoosingView about_view(const Call& call, const hear::Draft& draft) {
  auto view = easy_choosing(call, EasyStep::about);
  view.heading = "What do you want to tell us?";
  view.help = "Choose one picture.";
  view.required = true;
  for (const auto topic : hear::all_easy_topics) {
    view.choices.push_back({std::string(hear::to_text(topic)), std::string(hear::label(topic)),
                            std::string(hear::to_text(topic)),
                            draft.easy_read && draft.easy_read->topic == topic});
  }
  return view;
}

std::string heading_of(hear::EasyTopic topic) {
  if (topic == hear::EasyTopic::happy) return "What was good?";
  return topic == hear::EasyTopic::sad ? "What was bad?" : "What would make it better?";
}

}  // namespace

http::Response easy_about_page(Call& call) {
  return ask(call, about_view(call, draft_of(call)));
}

http::Response receive_easy_about(Call& call) {
  auto draft = draft_of(call);
  const auto topic = hear::easy_topic_from_text(call.request.form.get("choice"));
  if (!topic) {
    auto view = about_view(call, draft);
    view.errors = form_errors({base::ErrorKind::invalid, "", {{"choice", "Choose a picture"}}});
    return ask(call, view, 400);
  }
  if (!draft.easy_read) draft.easy_read.emplace();
  auto& told = *draft.easy_read;
  const bool another = told.topic != topic;
  if (another) told.picks.clear();
  told.topic = topic;
  draft.given.kind = hear::kind_of(*topic);
  if (!draft.given.relationship) draft.given.relationship = hear::Relationship::other;
  if (!draft.contact_answered) draft.anonymous = true;
  keep_draft(call, draft);
  // The pictures of another topic are others: they are asked for again.
  if (another && !came_from(call).empty()) {
    return http::Response::redirect(path_of(EasyStep::what) + "?from=check");
  }
  return http::Response::redirect(easy_next(call, EasyStep::about));
}

http::Response easy_service_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return to_start();
  auto view = easy_choosing(call, EasyStep::service);
  view.heading = "Which service is it about?";
  view.help = "A service is help that you get. Choose one picture, or go on.";
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services_offered(reader, call.authority.id); });
  for (const auto& each : services) {
    view.choices.push_back(
        {each.ref, each.name, picture_of_service(each.name), each.ref == draft->given.service_ref});
  }
  view.choices.push_back({std::string(no_service), "I do not know", "question",
                          draft->service_answered && draft->given.service_ref.empty()});
  return ask(call, view);
}

http::Response receive_easy_service(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return to_start();
  const auto chosen = call.request.form.get("choice");
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services_offered(reader, call.authority.id); });
  draft->given.service_ref.clear();
  for (const auto& each : services) {
    if (each.ref == chosen) draft->given.service_ref = each.ref;
  }
  draft->service_answered = !chosen.empty();
  keep_draft(call, *draft);
  return http::Response::redirect(easy_next(call, EasyStep::service));
}

http::Response easy_what_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return to_start();
  const auto& told = *draft->easy_read;
  auto view = easy_choosing(call, EasyStep::what);
  view.heading = heading_of(*told.topic);
  view.help = "Choose as many pictures as you like. You can choose none.";
  view.many = true;
  for (const auto& each : hear::picks_of(*told.topic)) {
    view.choices.push_back({std::string(each.text), std::string(each.sentence),
                            std::string(each.picture), told.picked(each.text)});
  }
  return ask(call, view);
}

http::Response receive_easy_what(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return to_start();
  auto& told = *draft->easy_read;
  told.picks.clear();
  const auto chosen = call.request.form.all("choice");
  for (const auto& each : hear::picks_of(*told.topic)) {
    for (const auto& one : chosen) {
      if (one == each.text && !told.picked(one)) told.picks.push_back(one);
    }
  }
  keep_draft(call, *draft);
  if (*told.topic == hear::EasyTopic::sad && told.picked(hear::unsafe_pick)) {
    return http::Response::redirect(came_from(call).empty() ? "/easy-read/safe"
                                                            : "/easy-read/safe?from=check");
  }
  return http::Response::redirect(easy_next(call, EasyStep::what));
}

http::Response easy_safe_page(Call& call) {
  const bool checking = !came_from(call).empty();
  return page(call, "hear/easy_read/safe.html",
              templates::Fields{{"back", path_of(EasyStep::what)},
                                {"next", path_of(checking ? EasyStep::check : EasyStep::feeling)},
                                {"urgent", templates::to_value(urgent_help(call))},
                                {"errors", no_errors()}});
}

http::Response easy_feeling_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return to_start();
  auto view = easy_choosing(call, EasyStep::feeling);
  view.heading = "How did you feel?";
  view.help = "Choose one face, or go on.";
  view.faces = true;
  for (int face = hear::faces; face >= 1; --face) {
    view.choices.push_back({std::to_string(face), std::string(hear::feeling_sentence(face)),
                            "face-" + std::to_string(face), face == draft->easy_read->face});
  }
  return ask(call, view);
}

http::Response receive_easy_feeling(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return to_start();
  const auto face = base::digits(call.request.form.get("choice")).value_or(0);
  draft->easy_read->face = face >= 1 && face <= hear::faces ? face : 0;
  keep_draft(call, *draft);
  return http::Response::redirect(easy_next(call, EasyStep::feeling));
}

http::Response easy_you_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return to_start();
  auto view = easy_choosing(call, EasyStep::you);
  view.heading = "Who are you?";
  view.help = "We do not ask your name here. Choose one picture, or go on.";
  constexpr std::array<std::array<std::string_view, 3>, 4> who = {{
      {"person", "I get care or support", "me"},
      {"unpaid_carer", "I look after someone", "carer"},
      {"family", "I am family or a friend", "family"},
      {"advocate", "I am an advocate. I speak up for someone", "speech"},
  }};
  for (const auto& [value, text, picture] : who) {
    view.choices.push_back({std::string(value), std::string(text), std::string(picture),
                            draft->given.relationship == hear::relationship_from_text(value)});
  }
  return ask(call, view);
}

http::Response receive_easy_you(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return to_start();
  draft->given.relationship = hear::relationship_from_text(call.request.form.get("choice"))
                                  .value_or(hear::Relationship::other);
  keep_draft(call, *draft);
  return http::Response::redirect(easy_next(call, EasyStep::you));
}

}  // namespace throughline::web
