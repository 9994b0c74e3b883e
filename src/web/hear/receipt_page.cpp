#include "web/hear/receipt_page.hpp"

#include "hear/answer/follow_up.hpp"
#include "hear/hear.hpp"
#include "hear/progress.hpp"
#include "publish/publish.hpp"
#include "templates/described.hpp"
#include "web/hear/complaint/progress_steps.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct ReceiptView {
  std::string back = "/";
  std::string receipt;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (back, receipt, errors))

// A change in the words that the council chose for the public; never the title of an action.
struct ChangeView {
  std::string we_did;
  std::string could_not;
  std::string worked;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (we_did, could_not, worked))

struct ProgressView {
  std::string back = "/receipt";
  std::string receipt;
  std::string kind;
  std::string received;
  std::string status;
  std::string status_class;
  bool looking = false;
  std::string closed;
  std::string outcome;
  std::string answer;
  std::vector<StepView> steps;  // of a complaint
  std::vector<ChangeView> changes;
  int changing = 0;  // actions that nothing has been written about for the public
  std::vector<OptionView> fixed;
  std::string said;
  std::string words;
  bool thanked = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ProgressView, (),
                      (back, receipt, kind, received, status, status_class, looking, closed,
                       outcome, answer, steps, changes, changing, fixed, said, words, thanked,
                       errors))

std::string long_date(const std::string& text) {
  const auto date = base::date_from_text(text);
  return date ? base::to_long_text(*date) : "";
}

void fill_changes(ProgressView& view, store::Reader& reader, const std::string& council,
                  const hear::Progress& told) {
  for (const auto& change : told.changes) {
    if (change.kind != record::NodeKind::action) continue;
    const auto entry = publish::action_to_word(reader, council, change.ref);
    if (!entry || !entry->wording.shown) {
      ++view.changing;
      continue;
    }
    view.changes.push_back({entry->wording.we_did, entry->wording.could_not,
                            std::string(publish::sentence(entry->worked))});
  }
}

void fill_fixed(ProgressView& view, store::Reader& reader, const std::string& council) {
  const auto found = hear::find_by_receipt(reader, council, view.receipt);
  if (!found || found->status != hear::Status::closed) return;
  std::string said;
  if (const auto all = hear::follow_ups_of(reader, council, found->ref);
      !all.empty() && all.front().stands) {
    said = hear::to_text(all.front().fixed);
    view.said = hear::label(all.front().fixed);
    view.words = all.front().words;
  }
  view.fixed = {option("yes", "Yes", said), option("partly", "Partly", said),
                option("no", "No", said)};
}

ProgressView view_of(store::Reader& reader, const std::string& council, const hear::Progress& told,
                     const std::string& typed, base::Date today) {
  ProgressView view;
  view.receipt = base::tidy_receipt(typed);
  view.kind = hear::label(told.kind);
  view.received = base::to_long_text(told.received);
  view.status = hear::label(told.status);
  view.looking = told.status == hear::Status::looking_into;
  view.status_class = told.status == hear::Status::closed ? "govuk-tag--green" : "govuk-tag--blue";
  view.closed = long_date(told.closed);
  view.outcome = hear::answer_heading(told.outcome);
  view.answer = told.answer;
  if (told.complaint) {
    const bool closed = told.status == hear::Status::closed;
    view.steps = complaint_steps(*told.complaint, closed, today);
    if (closed) view.outcome = "Our answer";
  }
  fill_changes(view, reader, council, told);
  fill_fixed(view, reader, council);
  // What was written is not shown back: someone else may hold the reference.
  view.words.clear();
  return view;
}

http::Response refuse(Call& call, const std::string& typed, const std::string& message,
                      int status) {
  ReceiptView view;
  view.receipt = typed;
  view.errors = form_errors({base::ErrorKind::invalid, "", {{"receipt", message}}});
  return page(call, "hear/receipt.html", templates::to_value(view), status);
}

// The page for a reference, or what to say when there is none; the last pages of it share this.
struct Shown {
  std::optional<ProgressView> view;
  http::Response instead;
};

Shown progress_of(Call& call, GuessLimit& limit) {
  const auto typed = call.request.form.get("receipt");
  if (typed.find_first_not_of(" \t") == std::string::npos) {
    return {std::nullopt, refuse(call, typed, "Enter your reference", 400)};
  }
  const auto& address = call.request.remote_address;
  if (!limit.may_try(address, call.work.now)) {
    return {std::nullopt,
            refuse(call, typed,
                   "Too many references were tried from here. Wait a few minutes, then try again",
                   429)};
  }
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<ProgressView> {
    const auto told = hear::progress(reader, call.authority.id, typed);
    if (!told) return std::nullopt;
    return view_of(reader, call.authority.id, *told, typed, call.work.today());
  });
  if (view) return {std::move(view), {}};
  limit.was_wrong(address, call.work.now);
  return {std::nullopt,
          refuse(call, typed, "We have nothing with this reference. Check each letter and number",
                 400)};
}

}  // namespace

http::Response receipt_page(Call& call) {
  return page(call, "hear/receipt.html", templates::to_value(ReceiptView{}));
}

http::Response show_progress(Call& call, GuessLimit& limit) {
  auto shown = progress_of(call, limit);
  if (!shown.view) return std::move(shown.instead);
  return page(call, "hear/progress.html", templates::to_value(*shown.view));
}

http::Response receive_fixed(Call& call, GuessLimit& limit) {
  auto before = progress_of(call, limit);
  if (!before.view) return std::move(before.instead);
  const auto fixed = hear::fixed_from_text(call.request.form.get("fixed"));
  if (!fixed) {
    before.view->errors =
        form_errors({base::ErrorKind::invalid, "", {{"fixed", "Choose yes, partly or no"}}});
    return page(call, "hear/progress.html", templates::to_value(*before.view), 400);
  }
  const auto said = call.database.write([&](store::Writer& writer) {
    return hear::say_whether_fixed(writer, call.work, before.view->receipt, *fixed);
  });
  if (!said) return error_page(call, said.error());
  auto after = progress_of(call, limit);
  if (!after.view) return std::move(after.instead);
  after.view->thanked = true;
  return page(call, "hear/progress.html", templates::to_value(*after.view));
}

http::Response receive_fixed_words(Call& call, GuessLimit& limit) {
  auto shown = progress_of(call, limit);
  if (!shown.view) return std::move(shown.instead);
  const auto words = call.request.form.get("words");
  const auto kept = call.database.write([&](store::Writer& writer) {
    return hear::add_follow_up_words(writer, call.work, shown.view->receipt, words);
  });
  if (kept) return redirect_with_message(call, "/receipt", "Thank you. We have what you added");
  if (kept.error().kind == base::ErrorKind::not_found) return error_page(call, kept.error());
  shown.view->words = words;
  shown.view->thanked = true;
  shown.view->errors = form_errors(kept.error());
  return page(call, "hear/progress.html", templates::to_value(*shown.view), 400);
}

}  // namespace throughline::web
