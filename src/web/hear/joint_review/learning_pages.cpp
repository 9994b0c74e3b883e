#include "web/hear/joint_review/learning_pages.hpp"

#include "base/digits.hpp"
#include "hear/joint_review/learning.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/joint_review/looked.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

constexpr int learning_on_page = 20;

struct LearningFormView {
  std::string ref;
  std::string href;
  std::string title;
  std::string version;
  std::string learning;
  std::string no_actions_why;
  bool names_parties = false;
  bool said = false;  // an organisation said what it thinks of the note as it stands
  std::vector<OptionView> themes;
  std::vector<std::string> learned;  // what each says that it learned
  bool changed_meanwhile = false;
  bool confirm = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LearningFormView, (),
                      (ref, href, title, version, learning, no_actions_why, names_parties, said,
                       themes, learned, changed_meanwhile, confirm, errors))

struct OtherwiseView {
  std::string who;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(OtherwiseView, (), (who, words))

struct SharedView {
  std::string id;
  std::string title;
  std::string service;
  std::string learning;
  std::string when;
  std::string who;
  std::vector<OtherwiseView> otherwise;
};
BOOST_DESCRIBE_STRUCT(SharedView, (), (id, title, service, learning, when, who, otherwise))

struct SharedLearningView {
  std::string back;
  std::string back_text;
  std::vector<SharedView> entries;
  std::string previous;
  std::string next;
};
BOOST_DESCRIBE_STRUCT(SharedLearningView, (), (back, back_text, entries, previous, next))

jr::LearningForm typed_learning(const http::Form& form) {
  return {form.get("learning"),
          form.get("no_actions_why"),
          form.get("names_parties") == "yes",
          form.all("themes"),
          base::digits(form.get("version")).value_or(0),
          looked_in(form)};
}

// The form as it stands, or as it was typed.
std::optional<LearningFormView> load(Call& call, const jr::LearningForm* typed) {
  return call.database.read([&](store::Reader& reader) -> std::optional<LearningFormView> {
    const auto review = jr::find_review(reader, call.work, call.parameter("ref"));
    if (!review) return std::nullopt;
    LearningFormView view;
    view.ref = review->ref;
    view.href = record::page_of(review->ref);
    view.title = review->title;
    view.version = std::to_string(review->version);
    view.learning = typed ? typed->learning : review->learning;
    view.no_actions_why = typed ? typed->no_actions_why : review->no_actions_why;
    view.names_parties = typed ? typed->names_parties : review->names_parties;
    const auto chosen =
        typed ? typed->theme_refs : jr::theme_refs(reader, call.authority.id, review->ref);
    for (const auto& theme : understand::active_themes(reader, call.authority.id)) {
      const bool is_chosen = std::ranges::find(chosen, theme.ref) != chosen.end();
      view.themes.push_back(option(theme.ref, theme.name, is_chosen ? theme.ref : ""));
    }
    for (const auto& party : review->parties) {
      view.said = view.said || party.view.has_value();
      if (party.part && !party.part->learned.empty()) {
        view.learned.push_back(party.name + ": " + party.part->learned);
      }
    }
    return view;
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such joint review", {}});
}

std::string joined_names(const std::vector<std::string>& names) {
  std::string said;
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (at > 0) said += at + 1 == names.size() ? " and " : ", ";
    said += names[at];
  }
  return said;
}

SharedView shared_view(const jr::SharedLearning& each) {
  SharedView view{each.ref,
                  each.title,
                  each.service_name,
                  each.learning,
                  base::to_long_text(each.closed_on),
                  joined_names(each.parties),
                  {}};
  for (const auto& other : each.otherwise) {
    view.otherwise.push_back(
        {other.party_name.empty() ? "An organisation that took part" : other.party_name,
         other.words});
  }
  return view;
}

}  // namespace

http::Response review_learning_page(Call& call) {
  const auto view = load(call, nullptr);
  if (!view) return not_found(call);
  return page(call, "hear/joint_review/learning.html", templates::to_value(*view));
}

http::Response receive_review_learning(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_learning(call.request.form);
  const auto kept = call.database.write(
      [&](store::Writer& writer) { return jr::keep_learning(writer, call.work, ref, typed); });
  if (kept) {
    return redirect_with_message(call, record::page_of(ref),
                                 "Saved. Those who take part can say whether they agree");
  }
  auto view = load(call, &typed);
  if (!view || kept.error().kind == base::ErrorKind::not_found) return not_found(call);
  const bool conflict = kept.error().kind == base::ErrorKind::conflict;
  view->changed_meanwhile = conflict;
  view->confirm = jr::warns_of_names(kept.error());
  auto error = kept.error();
  if (error.problems.empty()) error.problems.push_back({"", error.message});
  view->errors = form_errors(error);
  return page(call, "hear/joint_review/learning.html", templates::to_value(*view),
              conflict ? 409 : 400);
}

http::Response shared_learning_page(Call& call) {
  const int number =
      std::clamp(base::digits(call.request.query.get("page")).value_or(1), 1, 10'000);
  const int offset = (number - 1) * learning_on_page;
  SharedLearningView view;
  const bool partner = call.work.actor.role == record::Role::partner;
  view.back = partner ? "/partner" : call.may("GET", "/voices") ? "/voices" : "/home";
  view.back_text = partner ? "Your organisation" : call.may("GET", "/voices") ? "Voices" : "Today";
  call.database.read([&](store::Reader& reader) {
    const auto count = jr::count_shared_learning(reader, call.authority.id);
    for (const auto& each :
         jr::shared_learning(reader, call.authority.id, offset, learning_on_page)) {
      view.entries.push_back(shared_view(each));
    }
    const auto at = [](int page) { return "/shared-learning?page=" + std::to_string(page); };
    if (number > 1) view.previous = at(number - 1);
    if (offset + learning_on_page < count) view.next = at(number + 1);
  });
  return page(call, "hear/joint_review/shared.html", templates::to_value(view));
}

}  // namespace throughline::web
