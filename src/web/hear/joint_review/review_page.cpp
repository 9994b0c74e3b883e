#include "web/hear/joint_review/review_page.hpp"

#include "hear/joint_review/learning.hpp"
#include "hear/joint_review/parties.hpp"
#include "hear/partner/partner.hpp"
#include "publish/convert.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/hear/joint_review/review_after.hpp"
#include "web/hear/joint_review/review_view.hpp"
#include "web/history_view.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

// What was typed into the form that was refused; the others are empty.
struct ReviewTypedView {
  DatePartsView due;
  DatePartsView on;
  DatePartsView action_due;
  std::string why;
  std::string declined_why;
  std::string at;
  std::string fact;
  std::string case_ref;
  std::string title;
  std::string aim;
  std::string view;
  std::string otherwise;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReviewTypedView, (),
                      (due, on, action_due, why, declined_why, at, fact, case_ref, title, aim, view,
                       otherwise, reason))

struct ReviewPageView {
  ReviewBodyView review;
  std::string back;
  std::string back_text;
  std::string our_state;  // of the reader's organisation: "invited", "accepted" ...
  std::string our_due;
  bool our_late = false;
  std::string our_view;
  std::vector<std::string> missing;  // before it can be closed
  std::vector<std::string> no_files;
  std::vector<HistoryView> history;
  std::vector<OptionView> partners;  // to invite
  std::vector<OptionView> says_so;   // who says that a fact is so
  std::vector<OptionView> owners;
  ReviewTypedView typed;
  std::string adding;  // which form is open again
  bool confirm = false;
  bool may_change = false;  // for the council
  bool may_answer = false;  // for a partner
  bool may_write = false;   // one's own part, or a fact
  bool may_say = false;     // whether they agree
  bool may_trace = false;
  bool may_add_evidence = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReviewPageView, (),
                      (review, back, back_text, our_state, our_due, our_late, our_view, missing,
                       no_files, history, partners, says_so, owners, typed, adding, confirm,
                       may_change, may_answer, may_write, may_say, may_trace, may_add_evidence,
                       errors))

void fill_ours(ReviewPageView& view, const Call& call, store::Reader& reader,
               const jr::Review& review) {
  const auto* ours = review.party(jr::acting_for(reader, call.work).value_or(""));
  if (!ours) return;
  view.our_state = to_text(ours->state);
  view.our_due = base::to_long_text(ours->due);
  view.our_late = ours->is_late(call.work.today());
  if (ours->view) view.our_view = label(*ours->view);
  const bool open = review.state == jr::State::open;
  view.may_answer = open && call.may("POST", "/joint-reviews/{ref}/answer") &&
                    ours->state != jr::PartyState::submitted;
  view.may_write = open && ours->takes_part() && call.may("POST", "/joint-reviews/{ref}/part");
  view.may_say =
      review.whole && !review.learning.empty() && call.may("POST", "/joint-reviews/{ref}/view");
}

void fill_choices(ReviewPageView& view, const Call& call, store::Reader& reader,
                  const jr::Review& review) {
  const auto& form = call.request.form;
  view.partners.push_back(option("", "Choose an organisation", form.get("partner")));
  for (const auto& each : hear::partners(reader, call.authority.id)) {
    const auto* party = review.party(each.ref);
    if (!each.active || (party && party->state == jr::PartyState::submitted)) continue;
    const auto text = each.name + (party && party->takes_part() ? " (another day)" : "");
    view.partners.push_back(option(each.ref, text, form.get("partner")));
  }
  for (const auto& each : review.parties) {
    if (!each.takes_part()) continue;
    const auto ours = std::string(jr::council_party);
    view.says_so.push_back(
        option(each.ref, each.name, form.get("party").empty() ? ours : form.get("party")));
    view.owners.push_back(
        option(each.ref, each.name, form.get("owner").empty() ? ours : form.get("owner")));
  }
}

std::optional<ReviewPageView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<ReviewPageView> {
    const auto review = jr::find_review(reader, call.work, call.parameter("ref"));
    if (!review) return std::nullopt;
    ReviewPageView view;
    view.review = review_body(call, reader, *review);
    view.back = view.review.by_partner ? "/partner" : "/joint-reviews";
    view.back_text = view.review.by_partner ? "Your organisation" : "Joint reviews";
    view.may_change = call.may("POST", "/joint-reviews/{ref}");
    view.may_trace = call.may("GET", "/trace/{ref}") && !view.review.asked && !view.review.declined;
    view.may_add_evidence = call.may("GET", "/evidence/new") && view.may_trace;
    fill_ours(view, call, reader, *review);
    view.no_files = publish::missing_downloads();
    // The history says which cases were looked at.
    const auto role = call.work.actor.role;
    if (role == record::Role::partner || role == record::Role::assessor) return view;
    view.history = history_views(record::history(reader, call.authority.id, review->ref));
    if (!view.may_change || !view.review.open) return view;
    view.missing = jr::missing_to_close(reader, call.authority.id, *review);
    fill_choices(view, call, reader, *review);
    return view;
  });
}

http::Response show(Call& call, const ReviewPageView& view, int status = 200) {
  return page(call, "hear/joint_review/review.html", templates::to_value(view), status);
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such joint review", {}});
}

}  // namespace

http::Response review_page(Call& call) {
  const auto view = load(call);
  return view ? show(call, *view) : not_found(call);
}

http::Response review_after(Call& call, const base::Result<void>& outcome,
                            std::vector<base::Problem> problems, const std::string& adding,
                            const std::string& message) {
  if (outcome) {
    return redirect_with_message(call, record::page_of(call.parameter("ref")), message);
  }
  if (outcome.error().kind == base::ErrorKind::not_found) return error_page(call, outcome.error());
  auto view = load(call);
  if (!view) return not_found(call);
  const auto& form = call.request.form;
  view->adding = adding;
  view->confirm = jr::warns_of_names(outcome.error());
  view->typed = {date_parts(form, "due"), date_parts(form, "on"),   date_parts(form, "action_due"),
                 form.get("why"),         form.get("declined_why"), form.get("at"),
                 form.get("fact"),        form.get("case"),         form.get("title"),
                 form.get("aim"),         form.get("view"),         form.get("otherwise"),
                 form.get("reason")};
  for (const auto& problem : outcome.error().problems) {
    const bool told = std::ranges::any_of(
        problems, [&](const base::Problem& each) { return each.field == problem.field; });
    if (!told) problems.push_back(problem);
  }
  if (problems.empty()) problems.push_back({"", outcome.error().message});
  view->errors = form_errors({outcome.error().kind, "There is a problem", std::move(problems)});
  return show(call, *view, outcome.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace throughline::web
