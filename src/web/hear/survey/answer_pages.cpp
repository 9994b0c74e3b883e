#include "web/hear/survey/answer_pages.hpp"

#include "base/digits.hpp"
#include "hear/survey/answering.hpp"
#include "store/database.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/guess_limit.hpp"
#include "web/hear/survey/question_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

using templates::in_language;

namespace survey = hear::survey;

// The wave of the address, with its survey and questions.
struct Asked {
  survey::Wave wave;
  survey::Survey of;
  std::vector<survey::Question> questions;
};

struct StartView {
  std::string slug;
  std::string title;
  std::string introduction;
  std::string closes;
  std::string state;  // "open", "early", "closed", "invited", "used"
  std::string opens;
  bool named = false;
  std::string invitation;
  std::size_t questions = 0;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(StartView, (),
                      (slug, title, introduction, closes, state, opens, named, invitation,
                       questions, errors))

struct NameView {
  std::string slug;
  std::string title;
  std::string name;
  std::string email;
  std::string from;
  std::string back;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NameView, (), (slug, title, name, email, from, back, errors))

struct AskView {
  std::string slug;
  std::string title;
  std::string back;
  std::string from;
  std::size_t of = 0;
  QuestionView question;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(AskView, (), (slug, title, back, from, of, question, errors))

struct GivenView {
  std::string question;
  std::string answer;
  std::string change;
};
BOOST_DESCRIBE_STRUCT(GivenView, (), (question, answer, change))

struct CheckView {
  std::string slug;
  std::string title;
  std::string back;
  bool named = false;
  std::vector<GivenView> answers;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CheckView, (), (slug, title, back, named, answers, errors))

std::optional<Asked> asked_at(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<Asked> {
    const auto& council = call.authority.id;
    const auto wave = survey::wave_at(reader, council, call.parameter("slug"));
    if (!wave) return std::nullopt;
    return Asked{*wave, *survey::find_survey(reader, council, wave->survey_ref),
                 survey::questions(reader, council, wave->survey_ref)};
  });
}

http::Response no_survey(Call& call) {
  return error_page(call, {base::ErrorKind::not_found,
                           "There is no survey at this address. Check that it is written as it "
                           "was given to you",
                           {}});
}

http::Response too_many(Call& call) {
  return error_page(call, {base::ErrorKind::forbidden,
                           "There were too many tries from here. Wait a minute, then try again",
                           {}});
}

std::string start_of(const Asked& asked) {
  return "/answer/" + asked.wave.slug;
}

std::string address_of(const Asked& asked, const survey::Question& question) {
  return start_of(asked) + "/questions/" + std::to_string(question.number);
}

std::optional<survey::Answering> answering_of(Call& call, const Asked& asked) {
  return call.database.read([&](store::Reader& reader) {
    return survey::find_answering(reader, call.work, asked.wave, call.visitor);
  });
}

void keep(Call& call, const Asked& asked, const survey::Answering& answering) {
  call.keep_visitor = true;
  call.database.write([&](store::Writer& writer) {
    survey::keep_answering(writer, call.work, asked.wave, call.visitor, answering);
  });
}

bool came_from_check(const Call& call) {
  const auto& request = call.request;
  const auto from = request.method == "POST" ? request.form.get("from") : request.query.get("from");
  return from == "check";
}

// The first thing that is still to be answered; the answers to check when there is nothing.
std::string next_place(const Asked& asked, const survey::Answering& answering) {
  if (asked.of.named && !answering.named) return start_of(asked) + "/name";
  for (const auto* question : survey::way_through(asked.questions, answering.answers)) {
    if (!answering.answers.contains(question->number)) return address_of(asked, *question);
  }
  return start_of(asked) + "/check";
}

// Without answers here: they were sent, or their two hours are over, or never begun.
http::Response begin_again(Call& call, const Asked& asked) {
  const bool sent = call.database.read([&](store::Reader& reader) {
    return survey::were_sent(reader, call.work, asked.wave, call.visitor);
  });
  return http::Response::redirect(start_of(asked) + (sent ? "/sent" : ""));
}

http::Response show_start(Call& call, const Asked& asked, const std::string& invitation,
                          std::string state, int status) {
  StartView view;
  view.slug = asked.wave.slug;
  view.title = asked.of.title;
  view.introduction = asked.of.introduction;
  view.closes = base::to_long_text(asked.wave.closes);
  view.opens = base::to_long_text(asked.wave.opens);
  view.state = std::move(state);
  view.named = asked.of.named;
  view.invitation = invitation;
  view.questions = asked.questions.size();
  return page(call, "hear/survey/answer_start.html", templates::to_value(view), status);
}

// The start page in the state that the wave is in today.
http::Response start_page_for(Call& call, const Asked& asked, const std::string& invitation) {
  const auto today = call.work.today();
  if (today < asked.wave.opens) return show_start(call, asked, "", "early", 200);
  if (asked.wave.closes < today) return show_start(call, asked, "", "closed", 410);
  if (!asked.wave.invited_only) return show_start(call, asked, "", "open", 200);
  if (invitation.empty()) return show_start(call, asked, "", "invited", 200);
  const bool good = call.database.read([&](store::Reader& reader) {
    return survey::is_invited(reader, call.authority.id, asked.wave.ref, invitation);
  });
  return show_start(call, asked, good ? invitation : "", good ? "open" : "used", good ? 200 : 410);
}

std::string back_from(const Asked& asked, const survey::Answering& answering, int number) {
  std::string back = asked.of.named ? start_of(asked) + "/name" : start_of(asked);
  for (const auto* question : survey::way_through(asked.questions, answering.answers)) {
    if (question->number == number) return back;
    back = address_of(asked, *question);
  }
  return back;
}

http::Response ask(Call& call, const Asked& asked, const survey::Answering& answering,
                   const survey::Question& question, const survey::Answer& answer,
                   const base::Error* error) {
  AskView view;
  view.slug = asked.wave.slug;
  view.title = asked.of.title;
  view.from = came_from_check(call) ? "check" : "";
  view.back = came_from_check(call) ? start_of(asked) + "/check"
                                    : back_from(asked, answering, question.number);
  view.of = asked.questions.size();
  view.question = question_view(question, asked.questions, answer);
  // A browser drops the first line break of a text box; one more keeps the person's own.
  if (view.question.value.starts_with('\n')) view.question.value.insert(0, "\n");
  if (!error) return page(call, "hear/survey/answer_question.html", templates::to_value(view));
  auto shown = *error;
  for (auto& problem : shown.problems) problem.field = view.question.id;
  view.errors = form_errors(shown);
  return page(call, "hear/survey/answer_question.html", templates::to_value(view), 400);
}

// The question of the path, when it is on this person's way.
const survey::Question* question_on_way(const Call& call, const Asked& asked,
                                        const survey::Answering& answering) {
  const auto* question = question_of_path(call.parameter("number"), asked.questions);
  const auto way = survey::way_through(asked.questions, answering.answers);
  return std::ranges::find(way, question) == way.end() ? nullptr : question;
}

base::Result<void> send(Call& call, const Asked& asked) {
  const auto once = [&] {
    return call.database.write([&](store::Writer& writer) {
      return survey::send_answers(writer, call.work, asked.wave, call.visitor);
    });
  };
  try {
    return once();
  } catch (const store::UniqueViolation&) {
    // The button was pressed twice and both arrived at one moment: the other has kept the answers.
    return once();
  }
}

CheckView check_view(const Asked& asked, const survey::Answering& answering) {
  CheckView view;
  view.slug = asked.wave.slug;
  view.title = asked.of.title;
  view.named = asked.of.named;
  view.back = start_of(asked);
  if (asked.of.named) {
    auto who = answering.name;
    if (!answering.email.empty()) who += (who.empty() ? "" : "\n") + answering.email;
    view.answers.push_back({in_language("Your name"), who.empty() ? in_language("Not given") : who,
                            start_of(asked) + "/name?from=check"});
  }
  for (const auto* question : survey::way_through(asked.questions, answering.answers)) {
    const auto answer = survey::shown(*question, answering.answers.at(question->number));
    view.answers.push_back({question->label, answer.empty() ? in_language("Not answered") : answer,
                            address_of(asked, *question) + "?from=check"});
    view.back = address_of(asked, *question);
  }
  return view;
}

http::Response show_name(Call& call, const Asked& asked, const survey::Answering& answering,
                         const base::Error* error) {
  NameView view{asked.wave.slug,
                asked.of.title,
                answering.name,
                answering.email,
                came_from_check(call) ? "check" : "",
                start_of(asked) + (came_from_check(call) ? "/check" : ""),
                no_errors()};
  if (error) view.errors = form_errors(*error);
  return page(call, "hear/survey/answer_name.html", templates::to_value(view), error ? 400 : 200);
}

}  // namespace

http::Response answer_page(Call& call) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  // In the query, which no log holds: with the path, whose link was opened when could be found out.
  return start_page_for(call, *asked, call.request.query.get("invitation"));
}

http::Response begin_answers(Call& call, GuessLimit& limit) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  const auto invitation = call.request.form.get("invitation");
  if (!limit.may_try(call.request.remote_address, call.work.now)) {
    return too_many(call);
  }
  call.keep_visitor = true;
  const auto begun = call.database.write([&](store::Writer& writer) {
    return survey::begin_answering(writer, call.work, asked->wave, call.visitor, invitation);
  });
  if (!begun) {
    if (begun.error().kind == base::ErrorKind::forbidden) {
      limit.was_wrong(call.request.remote_address, call.work.now);
    }
    return start_page_for(call, *asked, invitation);
  }
  return http::Response::redirect(next_place(*asked, survey::Answering{}));
}

http::Response answerer_name_page(Call& call) {
  const auto asked = asked_at(call);
  if (!asked || !asked->of.named) return no_survey(call);
  const auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  return show_name(call, *asked, *answering, nullptr);
}

http::Response receive_answerer_name(Call& call) {
  const auto asked = asked_at(call);
  if (!asked || !asked->of.named) return no_survey(call);
  auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  answering->name = call.request.form.get("name");
  answering->email = call.request.form.get("email");
  base::Error error;
  if (answering->name.find_first_not_of(" \t\r\n") == std::string::npos) {
    error.problems.push_back({"name", "Enter your name"});
  } else if (answering->name.size() > 400) {
    error.problems.push_back({"name", "Your name must be 200 characters or fewer"});
  }
  if (!answering->email.empty() &&
      (answering->email.find('@') == std::string::npos || answering->email.size() > 254)) {
    error.problems.push_back({"email", "Enter an email address like name@example.com"});
  }
  if (!error.problems.empty()) return show_name(call, *asked, *answering, &error);
  answering->named = true;
  keep(call, *asked, *answering);
  return http::Response::redirect(next_place(*asked, *answering));
}

http::Response answer_question_page(Call& call) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  const auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  const auto* question = question_on_way(call, *asked, *answering);
  if (!question) return http::Response::redirect(next_place(*asked, *answering));
  const auto given = answering->answers.find(question->number);
  return ask(call, *asked, *answering, *question,
             given == answering->answers.end() ? survey::Answer{} : given->second, nullptr);
}

http::Response receive_answer(Call& call) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  const auto* question = question_on_way(call, *asked, *answering);
  if (!question) return http::Response::redirect(next_place(*asked, *answering));
  const auto typed = call.request.form.all("q" + std::to_string(question->number));
  const auto answer = survey::read_answer(*question, typed);
  if (!answer) return ask(call, *asked, *answering, *question, typed, &answer.error());
  answering->answers[question->number] = *answer;
  keep(call, *asked, *answering);
  if (!came_from_check(call)) {
    const auto* next = survey::next_after(asked->questions, *question, *answer);
    return http::Response::redirect(next ? address_of(*asked, *next) : start_of(*asked) + "/check");
  }
  return http::Response::redirect(next_place(*asked, *answering));
}

http::Response answers_check_page(Call& call) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  const auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  const auto place = next_place(*asked, *answering);
  if (!place.ends_with("/check")) return http::Response::redirect(place);
  return page(call, "hear/survey/answer_check.html",
              templates::to_value(check_view(*asked, *answering)));
}

http::Response receive_answers(Call& call, GuessLimit& limit) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  if (!limit.may_try(call.request.remote_address, call.work.now)) return too_many(call);
  limit.was_wrong(call.request.remote_address, call.work.now);
  const auto sent = send(call, *asked);
  if (sent) {
    call.keep_visitor = true;
    return http::Response::redirect(start_of(*asked) + "/sent");
  }
  const auto answering = answering_of(call, *asked);
  if (!answering) return begin_again(call, *asked);
  const auto place = next_place(*asked, *answering);
  if (!place.ends_with("/check")) return http::Response::redirect(place);
  auto view = check_view(*asked, *answering);
  view.errors = form_errors(sent.error());
  return page(call, "hear/survey/answer_check.html", templates::to_value(view), 400);
}

http::Response answers_sent_page(Call& call) {
  const auto asked = asked_at(call);
  if (!asked) return no_survey(call);
  const bool sent = call.database.read([&](store::Reader& reader) {
    return survey::were_sent(reader, call.work, asked->wave, call.visitor);
  });
  if (!sent) return http::Response::redirect(start_of(*asked));
  return page(call, "hear/survey/answer_sent.html",
              templates::Fields{{"title", asked->of.title}, {"errors", no_errors()}});
}

}  // namespace throughline::web
