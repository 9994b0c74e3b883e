// Where it has got to, with pictures: GET and POST /easy-read/receipt.

#include "base/random.hpp"
#include "hear/progress.hpp"
#include "templates/described.hpp"
#include "templates/language.hpp"
#include "web/hear/easy_read/easy_read_pages.hpp"

namespace throughline::web {

namespace {

struct EasyReceiptView {
  std::string back = "/easy-read";
  std::string receipt;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(EasyReceiptView, (), (back, receipt, errors))

struct EasyStandingView {
  std::string text;
  std::string picture;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(EasyStandingView, (), (text, picture, done))

struct EasyProgressView {
  std::string back = "/easy-read/receipt";
  std::vector<EasyStandingView> steps;
  std::string heading;
  std::string answer;
  std::string by;  // the day by which a complaint is answered; empty when there is none
  int changes = 0;
};
BOOST_DESCRIBE_STRUCT(EasyProgressView, (), (back, steps, heading, answer, by, changes))

http::Response refuse(Call& call, const std::string& typed, const std::string& message,
                      int status) {
  EasyReceiptView view;
  view.receipt = typed;
  view.errors = form_errors({base::ErrorKind::invalid, "", {{"receipt", message}}});
  return page(call, "hear/easy_read/receipt.html", templates::to_value(view), status);
}

EasyProgressView view_of(const hear::Progress& told) {
  EasyProgressView view;
  const bool closed = told.status == hear::Status::closed;
  const bool looking = closed || told.status == hear::Status::looking_into;
  view.steps = {{templates::in_language(
                     "We got it on {date}.",
                     {{"{date}", templates::in_language(base::to_long_text(told.received))}}),
                 "letter", true},
                {looking ? "A person looked at it." : "A person will look at it.", "look", looking},
                {closed ? "You have our answer. It is below." : "We will write our answer here.",
                 "speech", closed}};
  view.heading = hear::answer_heading(told.outcome);
  view.answer = told.answer;
  if (!closed && told.complaint && told.complaint->respond_by) {
    view.by = base::to_long_text(*told.complaint->respond_by);
  }
  for (const auto& each : told.changes) {
    if (each.kind == record::NodeKind::action) ++view.changes;
  }
  return view;
}

}  // namespace

http::Response easy_receipt_page(Call& call) {
  return page(call, "hear/easy_read/receipt.html", templates::to_value(EasyReceiptView{}));
}

http::Response show_easy_progress(Call& call, GuessLimit& limit) {
  const auto typed = call.request.form.get("receipt");
  if (typed.find_first_not_of(" \t") == std::string::npos) {
    return refuse(call, typed, "Type your reference", 400);
  }
  const auto& address = call.request.remote_address;
  if (!limit.may_try(address, call.work.now)) {
    return refuse(call, typed, "Too many tries. Wait a few minutes. Then try again", 429);
  }
  const auto told = call.database.read(
      [&](store::Reader& reader) { return hear::progress(reader, call.authority.id, typed); });
  if (!told) {
    limit.was_wrong(address, call.work.now);
    return refuse(call, typed, "We cannot find this reference. Look at each letter and number",
                  400);
  }
  return page(call, "hear/easy_read/progress.html", templates::to_value(view_of(*told)));
}

}  // namespace throughline::web
