#include "base/digits.hpp"
#include "hear/survey/survey.hpp"
#include "templates/described.hpp"
#include "web/hear/survey/question_view.hpp"
#include "web/hear/survey/survey_errors.hpp"
#include "web/hear/survey/survey_pages.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace survey = hear::survey;

struct QuestionFormView {
  std::string ref;
  std::string survey_title;
  int number = 0;  // 0: a new one
  std::vector<ChoiceView> kinds;
  std::string label;
  std::string hint;
  std::vector<ChoiceView> flags;
  std::string options;
  std::vector<ChoiceView> comments;
  std::string source;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(QuestionFormView, (),
                      (ref, survey_title, number, kinds, label, hint, flags, options, comments,
                       source, errors))

std::string_view meaning(survey::QuestionKind kind) {
  switch (kind) {
    case survey::QuestionKind::five_point:
      return "Without answers of your own: from “Strongly agree” to “Strongly disagree”";
    case survey::QuestionKind::long_text:
      return "Up to 5,000 characters";
    case survey::QuestionKind::short_text:
      return "Up to 200 characters";
    default:
      return "";
  }
}

QuestionFormView view_of(const survey::QuestionForm& form) {
  QuestionFormView view;
  for (const auto kind : survey::all_question_kinds) {
    const auto text = survey::to_text(kind);
    view.kinds.push_back(choice(text, survey::label(kind), text == form.kind, meaning(kind)));
  }
  view.label = form.label;
  view.hint = form.hint;
  view.flags = {choice("required", "It must be answered", form.required),
                choice("may_decline", "Offer “Prefer not to say”", form.may_decline,
                       "For questions with a list of answers")};
  view.options = form.options;
  view.comments = {choice("", "Keep it with the results", form.comments.empty(),
                          "It is read on the page of comments"),
                   choice("suggestion", "Make each a suggestion", form.comments == "suggestion",
                          "It becomes a case: it can be given themes and is found by its words"),
                   choice("concern", "Make each a concern", form.comments == "concern"),
                   choice("compliment", "Make each a compliment", form.comments == "compliment"),
                   choice("idea", "Make each an idea", form.comments == "idea")};
  view.source = form.source;
  return view;
}

survey::QuestionForm typed_in(const http::Form& form) {
  survey::QuestionForm typed;
  typed.kind = form.get("kind");
  typed.label = form.get("label");
  typed.hint = form.get("hint");
  for (const auto& flag : form.all("flags")) {
    typed.required = typed.required || flag == "required";
    typed.may_decline = typed.may_decline || flag == "may_decline";
  }
  typed.options = form.get("options");
  typed.comments = form.get("comments");
  typed.source = form.get("source");
  return typed;
}

http::Response show(Call& call, QuestionFormView view, int number, const base::Error* error) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return survey::find_survey(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such survey", {}});
  view.ref = found->ref;
  view.survey_title = found->title;
  view.number = number;
  if (error) view.errors = form_errors(*error);
  const int status = !error ? 200 : error->kind == base::ErrorKind::conflict ? 409 : 400;
  return page(call, "hear/survey/question_form.html", templates::to_value(view), status);
}

int number_of_path(const Call& call) {
  return base::digits(call.parameter("number")).value_or(0);
}

std::string survey_address(const Call& call) {
  return "/surveys/" + call.parameter("ref");
}

http::Response after_change(Call& call, const base::Result<void>& changed,
                            const std::string& message) {
  if (changed) return redirect_with_message(call, survey_address(call), message);
  if (changed.error().kind == base::ErrorKind::invalid) return show_survey(call, &changed.error());
  return error_page(call, changed.error());
}

}  // namespace

http::Response new_question_page(Call& call) {
  survey::QuestionForm form;
  form.comments = "suggestion";
  return show(call, view_of(form), 0, nullptr);
}

http::Response receive_question(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto added = call.database.write([&](store::Writer& writer) {
    return survey::add_question(writer, call.work, call.parameter("ref"), typed);
  });
  if (!added) return show(call, view_of(typed), 0, &added.error());
  if (call.request.form.get("then") == "another") {
    return redirect_with_message(call, survey_address(call) + "/questions/new", "Question added");
  }
  return redirect_with_message(call, survey_address(call), "Question added");
}

http::Response question_page(Call& call) {
  const auto form =
      call.database.read([&](store::Reader& reader) -> std::optional<survey::QuestionForm> {
        const auto all = survey::questions(reader, call.authority.id, call.parameter("ref"));
        const auto* question = question_of_path(call.parameter("number"), all);
        if (!question) return std::nullopt;
        return survey::form_of(*question);
      });
  if (!form) return error_page(call, {base::ErrorKind::not_found, "No such question", {}});
  return show(call, view_of(*form), number_of_path(call), nullptr);
}

http::Response receive_question_change(Call& call) {
  const auto typed = typed_in(call.request.form);
  const auto changed = call.database.write([&](store::Writer& writer) {
    return survey::change_question(writer, call.work, call.parameter("ref"), number_of_path(call),
                                   typed);
  });
  if (changed) return redirect_with_message(call, survey_address(call), "Question changed");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  return show(call, view_of(typed), number_of_path(call), &changed.error());
}

http::Response receive_question_position(Call& call) {
  const int by = call.request.form.get("move") == "up" ? -1 : 1;
  const auto moved = call.database.write([&](store::Writer& writer) {
    return survey::move_question(writer, call.work, call.parameter("ref"), number_of_path(call),
                                 by);
  });
  return after_change(call, moved, "Question moved");
}

http::Response receive_question_removal(Call& call) {
  const auto removed = call.database.write([&](store::Writer& writer) {
    return survey::remove_question(writer, call.work, call.parameter("ref"), number_of_path(call));
  });
  return after_change(call, removed, "Question taken out");
}

}  // namespace throughline::web
