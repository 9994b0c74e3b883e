#include "web/hear/people/retention_page.hpp"

#include "base/date.hpp"
#include "base/digits.hpp"
#include "hear/people/retention.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

constexpr std::size_t most_shown = 100;

struct RuleView {
  std::string kind;
  std::string label;
  std::string contact_years;
  std::string words_years;
};
BOOST_DESCRIBE_STRUCT(RuleView, (), (kind, label, contact_years, words_years))

struct DueView {
  std::string ref;
  std::string href;
  std::string kind;
  std::string closed;
  std::string what;
};
BOOST_DESCRIBE_STRUCT(DueView, (), (ref, href, kind, closed, what))

struct RetentionView {
  std::vector<RuleView> rules;
  std::size_t due = 0;
  std::size_t words = 0;
  std::size_t contacts = 0;
  std::vector<DueView> shown;
  std::size_t not_shown = 0;
  bool more = false;
  std::vector<DueView> held;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(RetentionView, (),
                      (rules, due, words, contacts, shown, not_shown, more, held, errors))

DueView due_view(const hear::Due& due) {
  const auto closed = base::date_from_text(due.closed);
  return {due.case_ref, record::page_of(due.case_ref), std::string(hear::label(due.kind)),
          closed ? base::to_long_text(*closed) : due.closed,
          due.words ? "Everything that they said and who they are" : "Contact details alone"};
}

std::string years(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "";
}

RetentionView view_of(Call& call) {
  RetentionView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto& rule : hear::retention_rules(reader, call.authority.id)) {
      view.rules.push_back({std::string(hear::to_text(rule.kind)),
                            std::string(hear::label(rule.kind)), years(rule.contact_years),
                            years(rule.words_years)});
    }
    const auto preview = hear::preview_retention(reader, call.work);
    view.due = preview.due.size();
    view.more = preview.more;
    for (const auto& each : preview.due) {
      ++(each.words ? view.words : view.contacts);
      if (view.shown.size() < most_shown) view.shown.push_back(due_view(each));
    }
    view.not_shown = view.due - view.shown.size();
    for (const auto& each : preview.held) {
      if (view.held.size() < most_shown) view.held.push_back(due_view(each));
    }
  });
  return view;
}

http::Response refuse(Call& call, RetentionView view, const base::Error& error) {
  if (error.kind == base::ErrorKind::conflict) return error_page(call, error);
  view.errors = form_errors(error);
  return page(call, "hear/people/retention.html", templates::to_value(view), 400);
}

}  // namespace

http::Response retention_page(Call& call) {
  return page(call, "hear/people/retention.html", templates::to_value(view_of(call)));
}

http::Response receive_retention(Call& call) {
  std::vector<hear::RetentionForm> forms;
  for (const auto kind : hear::all_kinds) {
    const std::string name(hear::to_text(kind));
    forms.push_back(
        {kind, call.request.form.get(name + "-contact"), call.request.form.get(name + "-words")});
  }
  const auto kept = call.database.write(
      [&](store::Writer& writer) { return hear::set_retention(writer, call.work, forms); });
  if (kept) {
    return redirect_with_message(call, "/peoples-data/retention",
                                 "Saved. Nothing goes until you confirm it below");
  }
  auto view = view_of(call);
  for (std::size_t at = 0; at < forms.size(); ++at) {
    view.rules[at].contact_years = forms[at].contact_years;
    view.rules[at].words_years = forms[at].words_years;
  }
  return refuse(call, std::move(view), kept.error());
}

http::Response receive_disposal(Call& call) {
  if (call.request.form.get("confirm") != "yes") {
    return refuse(call, view_of(call),
                  {base::ErrorKind::invalid,
                   "There is a problem",
                   {{"confirm", "Confirm that you have read what would go"}}});
  }
  const auto expected = base::digits(call.request.form.get("expected")).value_or(0);
  const auto done = call.database.write([&](store::Writer& writer) {
    return hear::dispose(writer, call.work, static_cast<std::size_t>(expected));
  });
  if (!done) return refuse(call, view_of(call), done.error());
  return redirect_with_message(call, "/peoples-data/retention",
                               "Erased: everything of " + std::to_string(done->words) +
                                   " cases, and the contact details of " +
                                   std::to_string(done->contacts));
}

}  // namespace throughline::web
