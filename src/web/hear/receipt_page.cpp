#include "web/hear/receipt_page.hpp"

#include "hear/progress.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct ReceiptView {
  std::string back = "/";
  std::string receipt;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (back, receipt, errors))

struct ChangeView {
  std::string kind;
  std::string title;
  std::string dated;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (), (kind, title, dated, state))

// A step of a complaint: what was done, or will be, and when.
struct StepView {
  std::string text;
  std::string detail;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(StepView, (), (text, detail, done))

struct ProgressView {
  std::string back = "/receipt";
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
};
BOOST_DESCRIBE_STRUCT(ProgressView, (),
                      (back, kind, received, status, status_class, looking, closed, outcome, answer,
                       steps, changes))

std::string long_date(const std::string& text) {
  const auto date = base::date_from_text(text);
  return date ? base::to_long_text(*date) : "";
}

std::string kind_of_change(record::NodeKind kind) {
  if (kind == record::NodeKind::action) return "Something we are changing";
  if (kind == record::NodeKind::proof) return "Whether it worked";
  return "Published";
}

std::vector<StepView> steps_of(const hear::ComplaintProgress& complaint, bool closed,
                               base::Date today) {
  std::vector<StepView> steps;
  if (complaint.acknowledged) {
    steps.push_back(
        {"We acknowledged your complaint", base::to_long_text(*complaint.acknowledged), true});
  } else if (!closed) {
    steps.push_back({"We will acknowledge your complaint",
                     complaint.acknowledge_by && today <= *complaint.acknowledge_by
                         ? "By " + base::to_long_text(*complaint.acknowledge_by)
                         : "We should have done this by now. We are sorry",
                     false});
  }
  if (complaint.respond_by) {
    steps.push_back({"There is a plan for looking into it", "", true});
  } else if (!complaint.responded && !closed) {
    steps.push_back(
        {"We will agree with you how we look into it, and by when you hear from us", "", false});
  }
  if (complaint.responded) {
    steps.push_back({"We sent you our response", base::to_long_text(*complaint.responded), true});
  } else if (!closed && complaint.respond_by) {
    const bool late = today > *complaint.respond_by;
    steps.push_back({"We will send you our response",
                     late ? "It was to come by " + base::to_long_text(*complaint.respond_by) +
                                ". We are sorry that it is late"
                          : "By " + base::to_long_text(*complaint.respond_by),
                     false});
  }
  return steps;
}

ProgressView view_of(const hear::Progress& told, base::Date today) {
  ProgressView view;
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
    view.steps = steps_of(*told.complaint, closed, today);
    if (closed) view.outcome = "Our answer";
  }
  for (const auto& change : told.changes) {
    view.changes.push_back(
        {kind_of_change(change.kind), change.title, long_date(change.dated), change.state});
  }
  return view;
}

http::Response refuse(Call& call, const std::string& typed, const std::string& message,
                      int status) {
  ReceiptView view;
  view.receipt = typed;
  view.errors = form_errors({base::ErrorKind::invalid, "", {{"receipt", message}}});
  return page(call, "hear/receipt.html", templates::to_value(view), status);
}

}  // namespace

http::Response receipt_page(Call& call) {
  return page(call, "hear/receipt.html", templates::to_value(ReceiptView{}));
}

http::Response show_progress(Call& call, GuessLimit& limit) {
  const auto typed = call.request.form.get("receipt");
  if (typed.find_first_not_of(" \t") == std::string::npos) {
    return refuse(call, typed, "Enter your reference", 400);
  }
  const auto& address = call.request.remote_address;
  if (!limit.may_try(address, call.work.now)) {
    return refuse(call, typed,
                  "Too many references were tried from here. Wait a few minutes, then try again",
                  429);
  }
  const auto told = call.database.read(
      [&](store::Reader& reader) { return hear::progress(reader, call.authority.id, typed); });
  if (!told) {
    limit.was_wrong(address, call.work.now);
    return refuse(call, typed, "We have nothing with this reference. Check each letter and number",
                  400);
  }
  return page(call, "hear/progress.html", templates::to_value(view_of(*told, call.work.today())));
}

}  // namespace throughline::web
