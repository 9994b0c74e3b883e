// GET /compliments/{ref} and what is done with one.

#include "base/digits.hpp"
#include "hear/compliment/compliment.hpp"
#include "record/user.hpp"
#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/compliment/compliment_pages.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

constexpr std::string_view usual_thanks =
    "Thank you for telling us. We have passed on what you said to the people you praised.";

struct WorkerView {
  std::string number;
  std::string name;
  std::string thanked;
  std::vector<ChoiceView> ways;
  std::string field;
};
BOOST_DESCRIBE_STRUCT(WorkerView, (), (number, name, thanked, ways, field))

struct ComplimentView {
  std::string ref;
  std::string title;
  std::string words;
  std::vector<std::string> themes;
  bool acknowledged = false;
  std::string answer;
  std::string typed_answer;
  std::vector<WorkerView> workers;
  std::string name;
  std::vector<ChoiceView> users;
  std::string passed_up;
  bool shared = false;
  std::string public_words;
  bool may_work = false;
  bool may_share = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ComplimentView, (),
                      (ref, title, words, themes, acknowledged, answer, typed_answer, workers, name,
                       users, passed_up, shared, public_words, may_work, may_share, errors))

std::string thanked_words(const hear::PraisedWorker& worker) {
  if (worker.thanked_on.empty()) return "";
  const auto date = base::date_from_text(worker.thanked_on);
  return "Thanked by " + worker.thanked_by + " on " + (date ? base::to_long_text(*date) : "") +
         (worker.how ? " (" + std::string(hear::label(*worker.how)) + ")" : "");
}

void fill_workers(ComplimentView& view, store::Reader& reader, const std::string& council) {
  for (const auto& worker : hear::praised_workers(reader, council, view.ref)) {
    std::vector<ChoiceView> ways{choice("", "Choose how", false)};
    for (const auto how : hear::all_ways_to_thank) {
      ways.push_back(choice(hear::to_text(how), hear::label(how), false));
    }
    const auto number = std::to_string(worker.number);
    view.workers.push_back({number, worker.name, thanked_words(worker), ways, "how-" + number});
  }
  view.users = {choice("", "Someone who does not sign in here", false)};
  for (const auto& user : record::users(reader, council)) {
    if (user.active) view.users.push_back(choice(user.ref, user.name, false));
  }
}

std::optional<ComplimentView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<ComplimentView> {
    const auto& council = call.authority.id;
    const auto compliment = hear::find_compliment(reader, council, call.parameter("ref"));
    if (!compliment) return std::nullopt;
    ComplimentView view;
    view.may_work = call.may("POST", "/compliments/{ref}/acknowledgement");
    // Leaders read what was passed up to them, and nothing before.
    if (!view.may_work && compliment->passed_up_at.empty()) return std::nullopt;
    view.may_share = call.may("POST", "/compliments/{ref}/sharing");
    view.ref = compliment->found.ref;
    view.title = hear::title(compliment->found);
    view.words = compliment->found.words;
    for (const auto& theme : understand::themes_of(reader, council, view.ref)) {
      view.themes.push_back(theme.name);
    }
    view.acknowledged = compliment->found.status == hear::Status::closed;
    if (view.acknowledged) view.answer = compliment->found.answer;
    view.typed_answer = usual_thanks;
    if (const auto at = base::instant_from_text(compliment->passed_up_at);
        at && !compliment->passed_up_at.empty()) {
      view.passed_up = compliment->passed_up_by + ", " + base::to_london_text(*at);
    }
    view.shared = compliment->shared;
    view.public_words = compliment->public_words;
    fill_workers(view, reader, council);
    return view;
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such compliment", {}});
}

// Runs a verb, and goes back to the compliment or shows what is wrong with what was typed.
template <typename Verb>
http::Response done(Call& call, const Verb& verb, const std::string& message) {
  const auto outcome = call.database.write(
      [&](store::Writer& writer) { return verb(writer, call.parameter("ref")); });
  if (outcome) {
    return redirect_with_message(call, "/compliments/" + call.parameter("ref"), message);
  }
  if (outcome.error().problems.empty()) return error_page(call, outcome.error());
  auto view = view_of(call);
  if (!view) return not_found(call);
  const auto& form = call.request.form;
  if (form.has("answer")) view->typed_answer = form.get("answer");
  if (form.has("name")) view->name = form.get("name");
  if (form.has("public_words")) view->public_words = form.get("public_words");
  view->errors = form_errors(outcome.error());
  return page(call, "hear/compliment/compliment.html", templates::to_value(*view), 400);
}

std::int64_t number_in(const Call& call) {
  return base::digits(call.parameter("number")).value_or(0);
}

}  // namespace

http::Response compliment_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return not_found(call);
  return page(call, "hear/compliment/compliment.html", templates::to_value(*view));
}

http::Response receive_compliment_acknowledgement(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::acknowledge(writer, call.work, ref, call.request.form.get("answer"));
      },
      "The person can read your thanks");
}

http::Response receive_passing_up(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::pass_up(writer, call.work, ref);
      },
      "Passed up to leaders");
}

http::Response receive_sharing(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::share(writer, call.work, ref, call.request.form.get("public_words"));
      },
      "Shared as good practice");
}

http::Response receive_end_of_sharing(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::stop_sharing(writer, call.work, ref);
      },
      "No longer shared");
}

http::Response receive_worker(Call& call) {
  const auto& form = call.request.form;
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::name_worker(writer, call.work, ref, form.get("name"), form.get("user"));
      },
      "Worker added");
}

http::Response receive_worker_removal(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::remove_worker(writer, call.work, ref, number_in(call));
      },
      "Name taken out");
}

http::Response receive_thanks(Call& call) {
  return done(
      call,
      [&](store::Writer& writer, const std::string& ref) {
        return hear::thank_worker(writer, call.work, ref, number_in(call),
                                  hear::thanked_by_from_text(call.request.form.get("how")));
      },
      "Thanks recorded");
}

}  // namespace throughline::web
