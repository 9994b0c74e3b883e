#include "web/hear/letter/letter_work_pages.hpp"

#include "hear/letter/complaint_step.hpp"
#include "hear/letter/letter.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::web {
namespace {

using hear::letter::Letter;

struct LetterWorkView {
  std::string ref;
  std::string title;
  std::string case_ref;
  std::string version;
  std::string recipient;
  std::string body;
  std::vector<ChoiceView> ways;
  DatePartsView on;
  std::string reason;
  std::string step;  // of the complaint: "acknowledge", "change_plan", "explain_delay", "respond"
  std::string extended_to;
  std::vector<ChoiceView> complexities;
  std::vector<ChoiceView> agreed;
  std::string summary;
  std::vector<ChoiceView> says;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(LetterWorkView, (),
                      (ref, title, case_ref, version, recipient, body, ways, on, reason, step,
                       extended_to, complexities, agreed, summary, says, errors))

std::int64_t version_in(const http::Form& form) {
  const auto text = form.get("version");
  std::int64_t version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version;
}

std::optional<Letter> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::letter::find_letter(reader, call.authority.id, call.parameter("ref"));
  });
}

std::vector<ChoiceView> ways(std::string_view chosen) {
  std::vector<ChoiceView> views;
  for (const auto by : hear::letter::all_ways) {
    const auto text = hear::letter::to_text(by);
    views.push_back(choice(text, hear::letter::label(by), text == chosen));
  }
  return views;
}

LetterWorkView view_of(const Letter& letter) {
  LetterWorkView view;
  view.ref = letter.ref;
  view.title = hear::letter::title(letter);
  view.case_ref = letter.case_ref;
  view.version = std::to_string(letter.version);
  view.recipient = letter.recipient;
  view.body = letter.body;
  view.ways = ways({});
  return view;
}

std::string word_of(hear::letter::Step step) {
  using hear::letter::Step;
  switch (step) {
    case Step::none:
      return "";
    case Step::acknowledge:
      return "acknowledge";
    case Step::change_plan:
      return "change_plan";
    case Step::explain_delay:
      return "explain_delay";
    case Step::respond:
      return "respond";
  }
  return "";
}

// What the complaint wants to know beside, as it was answered in `form`.
void fill_step(Call& call, LetterWorkView& view, const Letter& letter, const http::Form& form) {
  view.step = word_of(call.database.read([&](store::Reader& reader) {
    return hear::letter::step_of(reader, call.authority.id, letter, call.work.today());
  }));
  if (letter.extended_to) view.extended_to = base::to_long_text(*letter.extended_to);
  view.complexities = choices(hear::all_complexities, {form.get("complexity")});
  view.agreed = {choice("yes", "Yes", form.get("agreed") == "yes"),
                 choice("no", "No, we told them", form.get("agreed") == "no")};
  view.summary = form.get("summary");
  const auto said = form.all("says");
  const auto says = [&](std::string_view word, std::string_view text) {
    view.says.push_back(choice(word, text, std::ranges::find(said, word) != said.end()));
  };
  says("considered", "How we considered the complaint, and what we concluded");
  says("done", "What has been done, or will be");
  says("ombudsman", "That they can go to the Ombudsman, and how");
}

hear::letter::Sending sending_in(const http::Form& form, std::vector<base::Problem>& problems) {
  hear::letter::Sending sending;
  sending.by = hear::letter::sent_by_from_text(form.get("by"));
  sending.on = read_date(form, "on", "The day it was sent", problems);
  sending.complexity = hear::complexity_from_text(form.get("complexity"));
  if (const auto agreed = form.get("agreed"); !agreed.empty()) sending.agreed = agreed == "yes";
  sending.summary = form.get("summary");
  for (const auto& said : form.all("says")) {
    sending.says_how_considered = sending.says_how_considered || said == "considered";
    sending.says_what_is_done = sending.says_what_is_done || said == "done";
    sending.says_ombudsman = sending.says_ombudsman || said == "ombudsman";
  }
  return sending;
}

http::Response no_such_letter(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such letter", {}});
}

// The form of a letter that is still a draft; anybody who comes later is sent to the letter.
http::Response form_page(Call& call, const char* template_name) {
  const auto found = find(call);
  if (!found) return no_such_letter(call);
  if (found->state != hear::letter::State::draft) {
    return http::Response::redirect("/letters/" + found->ref);
  }
  auto view = view_of(*found);
  view.on = date_parts(call.work.today());
  fill_step(call, view, *found, call.request.form);
  return page(call, template_name, templates::to_value(view));
}

// With the newest version, so that sending it once more, now knowingly, goes through.
http::Response show_again(Call& call, const char* template_name, LetterWorkView view,
                          const base::Error& error) {
  view.errors = form_errors(error);
  const int status = error.kind == base::ErrorKind::conflict ? 409 : 400;
  return page(call, template_name, templates::to_value(view), status);
}

http::Response back_to_letter(Call& call, const std::string& message) {
  return redirect_with_message(call, "/letters/" + call.parameter("ref"), message);
}

}  // namespace

http::Response letter_change_page(Call& call) {
  const auto found = find(call);
  if (found && found->state == hear::letter::State::draft) {
    // The only form that shows what the letter says; a draft that went meanwhile is sent on below.
    call.database.write([&](store::Writer& writer) {
      return hear::letter::open_letter(writer, call.work, found->ref, hear::letter::Opened::form);
    });
  }
  return form_page(call, "hear/letter/change.html");
}

http::Response receive_letter_change(Call& call) {
  const auto& form = call.request.form;
  const hear::letter::Words words{form.get("recipient"), form.get("body")};
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::letter::change_letter(writer, call.work, call.parameter("ref"), version_in(form),
                                       words);
  });
  if (outcome) return back_to_letter(call, "Letter saved");
  const auto found = find(call);
  if (!found) return no_such_letter(call);
  auto view = view_of(*found);
  view.recipient = words.recipient;
  view.body = words.body;
  return show_again(call, "hear/letter/change.html", std::move(view), outcome.error());
}

http::Response letter_sending_page(Call& call) {
  return form_page(call, "hear/letter/sending.html");
}

http::Response receive_letter_sending(Call& call) {
  const auto& form = call.request.form;
  std::vector<base::Problem> date_problems;
  const auto sending = sending_in(form, date_problems);
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::letter::send_letter(writer, call.work, call.parameter("ref"), version_in(form),
                                     sending);
  });
  if (outcome) return back_to_letter(call, "Recorded as sent");
  const auto found = find(call);
  if (!found) return no_such_letter(call);
  auto error = outcome.error();
  for (auto& problem : error.problems) {
    if (problem.field == "on" && !date_problems.empty()) problem = date_problems.front();
  }
  auto view = view_of(*found);
  view.ways = ways(form.get("by"));
  view.on = date_parts(form, "on");
  fill_step(call, view, *found, form);
  return show_again(call, "hear/letter/sending.html", std::move(view), error);
}

http::Response letter_removal_page(Call& call) {
  return form_page(call, "hear/letter/removal.html");
}

http::Response receive_letter_removal(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = call.database.write([&](store::Writer& writer) {
    return hear::letter::discard_letter(writer, call.work, call.parameter("ref"), version_in(form),
                                        form.get("reason"));
  });
  if (outcome) return back_to_letter(call, "Letter discarded. It was never sent");
  const auto found = find(call);
  if (!found) return no_such_letter(call);
  auto view = view_of(*found);
  view.reason = form.get("reason");
  return show_again(call, "hear/letter/removal.html", std::move(view), outcome.error());
}

}  // namespace throughline::web
