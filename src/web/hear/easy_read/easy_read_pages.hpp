#pragma once

// The pages of /easy-read, one idea each: what it is about, which service, what happened, how it
// felt, words, who they are, whether we shall talk, the answers, the thanks; and
// /easy-read/receipt. Nothing but the first question needs an answer.

#include "hear/draft.hpp"
#include "web/call.hpp"
#include "web/guess_limit.hpp"
#include "web/http/message.hpp"
#include "web/page.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::web {

enum class EasyStep { about, service, what, feeling, words, you, talk, check };

[[nodiscard]] std::string path_of(EasyStep step);  // "/easy-read/about"

// A picture with its words, to pick or to read.
struct EasyChoiceView {
  std::string value;
  std::string text;
  std::string picture;
  bool checked = false;
};
BOOST_DESCRIBE_STRUCT(EasyChoiceView, (), (value, text, picture, checked))

// What every page with choices shows.
struct EasyChoosingView {
  std::string action;
  std::string back;
  std::string from;
  std::string heading;
  std::string help;
  bool many = false;      // check boxes
  bool required = false;  // otherwise it may be left out
  bool faces = false;     // drawn as the five faces
  std::vector<EasyChoiceView> choices;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EasyChoosingView, (),
                      (action, back, from, heading, help, many, required, faces, choices, errors))

// The draft as easy read; nothing when the first question has no answer yet.
[[nodiscard]] std::optional<hear::Draft> easy_draft(Call& call);
// The choosing page of a step before it has choices.
[[nodiscard]] EasyChoosingView easy_choosing(const Call& call, EasyStep step);
[[nodiscard]] std::string easy_next(const Call& call, EasyStep step);
[[nodiscard]] std::string easy_back(const Call& call, EasyStep step);
// The drawing for a service, by the words of its name.
[[nodiscard]] std::string picture_of_service(std::string_view name);

[[nodiscard]] http::Response easy_read_page(Call& call);
[[nodiscard]] http::Response begin_easy_read(Call& call);
[[nodiscard]] http::Response easy_about_page(Call& call);
[[nodiscard]] http::Response receive_easy_about(Call& call);
[[nodiscard]] http::Response easy_service_page(Call& call);
[[nodiscard]] http::Response receive_easy_service(Call& call);
[[nodiscard]] http::Response easy_what_page(Call& call);
[[nodiscard]] http::Response receive_easy_what(Call& call);
[[nodiscard]] http::Response easy_safe_page(Call& call);
[[nodiscard]] http::Response easy_feeling_page(Call& call);
[[nodiscard]] http::Response receive_easy_feeling(Call& call);
[[nodiscard]] http::Response easy_words_page(Call& call);
[[nodiscard]] http::Response receive_easy_words(Call& call);
[[nodiscard]] http::Response easy_you_page(Call& call);
[[nodiscard]] http::Response receive_easy_you(Call& call);
[[nodiscard]] http::Response easy_talk_page(Call& call);
[[nodiscard]] http::Response receive_easy_talk(Call& call);
[[nodiscard]] http::Response easy_check_page(Call& call);
[[nodiscard]] http::Response send_easy_read(Call& call);
[[nodiscard]] http::Response easy_thanks_page(Call& call);
[[nodiscard]] http::Response easy_receipt_page(Call& call);
[[nodiscard]] http::Response show_easy_progress(Call& call, GuessLimit& limit);

}  // namespace throughline::web
