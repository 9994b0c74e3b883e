// What the pages of easy read share, and the two that ask with words: their own, and how to talk.

#include "templates/described.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"
#include "web/hear/tell_us.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace throughline::web {

namespace {

struct EasyWordsView {
  std::string back;
  std::string from;
  std::string words;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EasyWordsView, (), (back, from, words, errors))

struct EasyTalkView {
  std::string back;
  std::string from;
  std::vector<EasyChoiceView> choices;
  std::string name;
  std::string phone;
  bool complaint = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EasyTalkView, (), (back, from, choices, name, phone, complaint, errors))

constexpr std::array steps = {"about", "service", "what", "feeling",
                              "words", "you",     "talk", "check"};

// The first of these with which a word of a service's name begins says which drawing it gets.
constexpr std::array<std::array<std::string_view, 2>, 20> drawings = {{
    {"carers", "family"},   {"home care", "carer"}, {"care home", "care-home"},
    {"transport", "bus"},   {"day ", "day-centre"}, {"payment", "money"},
    {"financ", "money"},    {"charg", "money"},     {"hospital", "hospital"},
    {"mental", "mind"},     {"learning", "people"}, {"equipment", "wheelchair"},
    {"reablement", "walk"}, {"safeguard", "lock"},  {"sensory", "eye"},
    {"assess", "meeting"},  {"review", "meeting"},  {"contact", "phone"},
    {"advice", "phone"},    {"supported", "home"},
}};

EasyTalkView talk_view(const Call& call, const hear::Draft& draft, std::string_view chosen) {
  EasyTalkView view;
  view.back = easy_back(call, EasyStep::talk);
  view.from = came_from(call);
  view.choices = {
      {"me", "Yes, talk to me", "phone", chosen == "me"},
      {"supporter", "Yes, talk to the person who helps me", "supporter", chosen == "supporter"},
      {"no", "No. Do not ask who I am", "lock", chosen == "no"}};
  view.name = draft.given.identity.contact.name;
  view.phone = draft.given.identity.contact.phone;
  view.complaint = draft.given.kind == hear::Kind::complaint;
  return view;
}

http::Response show_easy_words(Call& call, const std::string& words,
                               std::vector<base::Problem> problems) {
  EasyWordsView view{easy_back(call, EasyStep::words), came_from(call), words, no_errors()};
  if (view.words.starts_with('\n') || view.words.starts_with('\r')) view.words.insert(0, "\n");
  if (problems.empty()) {
    return page(call, "hear/easy_read/words.html", templates::to_value(view));
  }
  view.errors = form_errors({base::ErrorKind::invalid, "", std::move(problems)});
  return page(call, "hear/easy_read/words.html", templates::to_value(view), 400);
}

}  // namespace

std::string path_of(EasyStep step) {
  return std::string("/easy-read/") + steps.at(static_cast<std::size_t>(step));
}

std::optional<hear::Draft> easy_draft(Call& call) {
  auto draft = draft_of(call);
  if (!draft.easy_read || !draft.easy_read->topic) return std::nullopt;
  return draft;
}

EasyChoosingView easy_choosing(const Call& call, EasyStep step) {
  EasyChoosingView view;
  view.action = path_of(step);
  view.back = easy_back(call, step);
  view.from = came_from(call);
  return view;
}

std::string easy_next(const Call& call, EasyStep step) {
  if (!came_from(call).empty()) return path_of(EasyStep::check);
  return path_of(static_cast<EasyStep>(static_cast<int>(step) + 1));
}

std::string easy_back(const Call& call, EasyStep step) {
  if (!came_from(call).empty()) return path_of(EasyStep::check);
  if (step == EasyStep::about) return "/easy-read";
  return path_of(static_cast<EasyStep>(static_cast<int>(step) - 1));
}

std::string picture_of_service(std::string_view name) {
  std::string plain = " " + std::string(name);
  std::ranges::transform(plain, plain.begin(),
                         [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
  for (const auto& [word, drawing] : drawings) {
    if (plain.find(" " + std::string(word)) != std::string::npos) return std::string(drawing);
  }
  return "people";
}

http::Response easy_read_page(Call& call) {
  return page(call, "hear/easy_read/start.html",
              templates::Fields{{"back", "/"}, {"errors", no_errors()}});
}

http::Response begin_easy_read(Call& call) {
  // Whoever sat here before has left nothing for the next person to find.
  call.database.write(
      [&](store::Writer& writer) { hear::drop_draft(writer, call.work, call.visitor); });
  return http::Response::redirect(path_of(EasyStep::about));
}

http::Response easy_words_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return http::Response::redirect(path_of(EasyStep::about));
  return show_easy_words(call, draft->easy_read->own_words, {});
}

http::Response receive_easy_words(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return http::Response::redirect(path_of(EasyStep::about));
  const auto words = call.request.form.get("words");
  const bool blank = words.find_first_not_of(" \t\r\n") == std::string::npos;
  if (!blank) {
    if (auto problems = hear::problems_of_words(words); !problems.empty()) {
      return show_easy_words(call, words, std::move(problems));
    }
    if (hear::characters(words) > hear::most_easy_words_characters) {
      return show_easy_words(call, words,
                             {{"words", "Your words are too long. Use 5,000 letters or fewer"}});
    }
  }
  draft->easy_read->own_words = blank ? "" : words;
  keep_draft(call, *draft);
  return http::Response::redirect(easy_next(call, EasyStep::words));
}

http::Response easy_talk_page(Call& call) {
  const auto draft = easy_draft(call);
  if (!draft) return http::Response::redirect(path_of(EasyStep::about));
  std::string_view chosen = draft->contact_answered ? "me" : "";
  if (draft->anonymous) chosen = "no";
  if (draft->easy_read->supporter) chosen = "supporter";
  return page(call, "hear/easy_read/talk.html",
              templates::to_value(talk_view(call, *draft, chosen)));
}

http::Response receive_easy_talk(Call& call) {
  auto draft = easy_draft(call);
  if (!draft) return http::Response::redirect(path_of(EasyStep::about));
  const auto& form = call.request.form;
  const auto chosen = form.get("talk");
  const bool yes = chosen == "me" || chosen == "supporter";
  auto& contact = draft->given.identity.contact;
  contact = {};
  draft->anonymous = !yes;
  draft->contact_answered = yes || chosen == "no";
  draft->easy_read->supporter = chosen == "supporter";
  if (yes) {
    contact.name = form.get("name");
    contact.phone = form.get("phone");
    contact.by = hear::ContactBy::phone;
    contact.consents = true;
    if (auto problems = hear::problems_of(contact); !problems.empty()) {
      auto view = talk_view(call, *draft, chosen);
      view.errors = form_errors({base::ErrorKind::invalid, "", std::move(problems)});
      return page(call, "hear/easy_read/talk.html", templates::to_value(view), 400);
    }
  }
  keep_draft(call, *draft);
  return http::Response::redirect(easy_next(call, EasyStep::talk));
}

}  // namespace throughline::web
