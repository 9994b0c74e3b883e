#include "web/hear/concern/concern_pages.hpp"

#include "base/random.hpp"
#include "hear/concern/concern.hpp"
#include "record/event.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"
#include "web/result_list.hpp"

namespace throughline::web {

namespace {

struct ConcernListView {
  bool sees_all = false;
  bool open_only = false;
  std::string count;
  std::vector<ListedResultView> concerns;
  std::string previous;
  std::string next;
  std::int64_t open = 0;
  std::int64_t resolved = 0;
  std::int64_t became = 0;
};
BOOST_DESCRIBE_STRUCT(ConcernListView, (),
                      (sees_all, open_only, count, concerns, previous, next, open, resolved,
                       became))

struct NewConcernView {
  std::string submission_key;
  std::string words;
  std::vector<ChoiceView> services;
  std::vector<ChoiceView> relationships;
  std::string resolved;
  std::string name;
  std::string phone;
  bool contact_open = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NewConcernView, (),
                      (submission_key, words, services, relationships, resolved, name, phone,
                       contact_open, errors))

struct ConcernView {
  std::string ref;
  std::string title;
  std::string receipt;
  std::string tag;
  std::string tag_class;
  std::string words;
  std::string done;
  std::string closed;
  bool open = false;
  bool is_complaint = false;
  bool mine = false;
  std::string resolved;
  bool may_open_case = false;
  std::vector<HistoryView> history;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ConcernView, (),
                      (ref, title, receipt, tag, tag_class, words, done, closed, open, is_complaint,
                       mine, resolved, may_open_case, history, errors))

bool sees_all(const Call& call) {
  return call.may("GET", "/cases/{ref}");
}

std::string tag_of(const hear::Concern& concern) {
  if (concern.found.kind != hear::Kind::concern) return "Now a complaint";
  return concern.found.status == hear::Status::closed ? "Resolved" : "Open";
}

std::string tag_class_of(const hear::Concern& concern) {
  if (concern.found.kind != hear::Kind::concern) return "govuk-tag--purple";
  return concern.found.status == hear::Status::closed ? "govuk-tag--green" : "govuk-tag--yellow";
}

NewConcernView form_view(Call& call, const http::Form& form) {
  NewConcernView view;
  view.submission_key = form.get("submission_key");
  view.words = form.get("words");
  if (view.words.starts_with('\n')) view.words.insert(0, "\n");
  const auto services = call.database.read(
      [&](store::Reader& reader) { return record::services_offered(reader, call.authority.id); });
  view.services = service_choices(services, form.get("service"));
  view.services.insert(view.services.begin(), choice("", "Not about one service", false));
  view.relationships = choices(hear::all_relationships, {form.get("relationship")});
  view.resolved = form.get("resolved");
  view.name = form.get("name");
  view.phone = form.get("phone");
  view.contact_open = !view.name.empty() || !view.phone.empty();
  return view;
}

hear::NewConcern given_in(const http::Form& form) {
  hear::NewConcern concern;
  auto& given = concern.given;
  given.words = form.get("words");
  given.service_ref = form.get("service");
  given.relationship = hear::relationship_from_text(form.get("relationship"));
  given.channel = hear::Channel::in_person;
  given.submission_key = form.get("submission_key");
  auto& contact = given.identity.contact;
  contact.name = form.get("name");
  contact.phone = form.get("phone");
  contact.by = contact.phone.empty() ? hear::ContactBy::none : hear::ContactBy::phone;
  contact.consents = contact.by != hear::ContactBy::none;
  concern.resolved = form.get("resolved");
  return concern;
}

// Staff come back to what they logged, and to nothing else.
std::optional<ConcernView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<ConcernView> {
    const auto concern = hear::find_concern(reader, call.authority.id, call.parameter("ref"));
    if (!concern) return std::nullopt;
    ConcernView view;
    view.mine = !concern->logged_by.empty() && concern->logged_by == call.work.actor.user_ref;
    if (!view.mine && !sees_all(call)) return std::nullopt;
    const auto& found = concern->found;
    view.ref = found.ref;
    view.title = hear::title(found);
    view.receipt = found.receipt;
    view.tag = tag_of(*concern);
    view.tag_class = tag_class_of(*concern);
    view.words = found.words;
    view.is_complaint = found.kind != hear::Kind::concern;
    view.open = !view.is_complaint && found.status != hear::Status::closed;
    if (found.status == hear::Status::closed) {
      view.done = found.answer;
      if (const auto date = base::date_from_text(found.closed))
        view.closed = base::to_long_text(*date);
    }
    view.may_open_case = sees_all(call);
    view.history = history_views(record::history(reader, call.authority.id, found.ref));
    return view;
  });
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such concern", {}});
}

http::Response show_again(Call& call, ConcernView view, const base::Error& error) {
  view.errors = form_errors(error);
  return page(call, "hear/concern/concern.html", templates::to_value(view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response concern_list_page(Call& call) {
  const NumberedPage asked(call.request.query);
  ConcernListView view;
  view.sees_all = sees_all(call);
  view.open_only = call.request.query.has("open");
  hear::ConcernFilter filter{view.open_only, view.sees_all ? "" : call.work.actor.user_ref};
  const std::string address = std::string("/concerns?") + (view.open_only ? "open=yes&" : "");
  call.database.read([&](store::Reader& reader) {
    const auto count = hear::count_concerns(reader, call.authority.id, filter);
    view.count =
        (count == 0 ? "No" : std::to_string(count)) + (count == 1 ? " concern" : " concerns");
    asked.fill(view, count, address);
    for (const auto& concern : hear::list_concerns(reader, call.authority.id, filter,
                                                   asked.offset(), NumberedPage::size)) {
      view.concerns.push_back({concern.found.ref, hear::title(concern.found),
                               std::string(hear::label(concern.found.relationship)),
                               tag_of(concern), tag_class_of(concern)});
    }
    if (!view.sees_all) return;
    const auto counts =
        hear::concern_counts(reader, call.authority.id, base::add_months(call.work.today(), -12));
    view.open = counts.open;
    view.resolved = counts.resolved;
    view.became = counts.became_complaints;
  });
  return page(call, "hear/concern/list.html", templates::to_value(view));
}

http::Response new_concern_page(Call& call) {
  http::Form fresh;
  fresh.add("submission_key", base::new_token(call.work.random));
  fresh.add("relationship", "person");
  return page(call, "hear/concern/new.html", templates::to_value(form_view(call, fresh)));
}

http::Response receive_concern(Call& call) {
  const auto& form = call.request.form;
  const auto given = given_in(form);
  const auto logged = call.database.write(
      [&](store::Writer& writer) { return hear::log_concern(writer, call.work, given); });
  if (logged) {
    return redirect_with_message(call, "/concerns/" + logged->ref,
                                 given.resolved.empty() ? "Logged" : "Logged and resolved");
  }
  auto view = form_view(call, form);
  view.errors = form_errors(logged.error());
  return page(call, "hear/concern/new.html", templates::to_value(view), 400);
}

http::Response concern_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return not_found(call);
  return page(call, "hear/concern/concern.html", templates::to_value(*view));
}

http::Response receive_resolution(Call& call) {
  auto view = view_of(call);
  if (!view) return not_found(call);
  view->resolved = call.request.form.get("resolved");
  const auto done = call.database.write([&](store::Writer& writer) {
    return hear::resolve_concern(writer, call.work, view->ref, view->resolved);
  });
  if (!done) return show_again(call, *std::move(view), done.error());
  return redirect_with_message(call, "/concerns/" + view->ref, "Resolved");
}

http::Response receive_wish_to_complain(Call& call) {
  auto view = view_of(call);
  if (!view) return not_found(call);
  const auto wishes = call.request.form.get("wish") == "yes" ? hear::PersonWishes::yes
                                                             : hear::PersonWishes::not_said;
  const auto made = call.database.write([&](store::Writer& writer) {
    return hear::make_complaint(writer, call.work, view->ref, wishes);
  });
  if (!made) return show_again(call, *std::move(view), made.error());
  return redirect_with_message(call, "/concerns/" + view->ref,
                               "It is a complaint now, and complaints officers see it");
}

}  // namespace throughline::web
