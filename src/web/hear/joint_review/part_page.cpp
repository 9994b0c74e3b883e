#include "web/hear/joint_review/part_page.hpp"

#include "base/digits.hpp"
#include "hear/joint_review/parties.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/hear/joint_review/looked.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

struct PartFormView {
  std::string ref;
  std::string href;
  std::string title;
  std::string us;
  std::string due;
  bool submitted = false;
  std::string submitted_on;
  bool open = false;
  std::string version;
  std::string saw;
  std::string went_well;
  std::string learned;
  std::string in_the_way;
  std::string will_do;
  bool changed_meanwhile = false;
  bool confirm = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PartFormView, (),
                      (ref, href, title, us, due, submitted, submitted_on, open, version, saw,
                       went_well, learned, in_the_way, will_do, changed_meanwhile, confirm, errors))

void fill_part(PartFormView& view, const jr::Part& part) {
  view.saw = part.saw;
  view.went_well = part.went_well;
  view.learned = part.learned;
  view.in_the_way = part.in_the_way;
  view.will_do = part.will_do;
}

jr::PartForm typed_part(const http::Form& form) {
  return {{form.get("saw"), form.get("went_well"), form.get("learned"), form.get("in_the_way"),
           form.get("will_do")},
          base::digits(form.get("version")).value_or(0),
          looked_in(form)};
}

base::Result<PartFormView> load(Call& call) {
  return call.database.read([&](store::Reader& reader) -> base::Result<PartFormView> {
    const auto review = jr::find_review(reader, call.work, call.parameter("ref"));
    const auto* ours =
        review ? review->party(jr::acting_for(reader, call.work).value_or("")) : nullptr;
    if (!ours) {
      return base::refuse(base::ErrorKind::not_found, "There is no such joint review");
    }
    const auto part = jr::own_part(reader, call.work, review->ref);
    if (!part) {
      return base::refuse(base::ErrorKind::conflict,
                          "Only those who take part write a part. Say first that you do");
    }
    PartFormView view;
    view.ref = review->ref;
    view.href = record::page_of(review->ref);
    view.title = review->title;
    view.us = ours->name;
    view.due = base::to_long_text(ours->due);
    view.submitted = ours->state == jr::PartyState::submitted;
    if (ours->submitted_on) view.submitted_on = base::to_long_text(*ours->submitted_on);
    view.open = review->state == jr::State::open;
    view.version = std::to_string(ours->version);
    fill_part(view, *part);
    return view;
  });
}

http::Response show(Call& call, const PartFormView& view, int status = 200) {
  return page(call, "hear/joint_review/part.html", templates::to_value(view), status);
}

}  // namespace

http::Response review_part_page(Call& call) {
  const auto view = load(call);
  return view ? show(call, *view) : error_page(call, view.error());
}

http::Response receive_review_part(Call& call) {
  const auto& form = call.request.form;
  const auto& ref = call.parameter("ref");
  const auto typed = typed_part(form);
  const bool submits = form.get("do") == "submit";
  const auto kept = call.database.write([&](store::Writer& writer) {
    return submits ? jr::submit_part(writer, call.work, ref, typed)
                   : jr::save_draft(writer, call.work, ref, typed);
  });
  if (kept && submits) {
    return redirect_with_message(call, record::page_of(ref),
                                 "Your part is in. All who take part can read it");
  }
  if (kept) {
    return redirect_with_message(call, record::page_of(ref) + "/part",
                                 "Draft saved. Only your organisation can read it");
  }
  auto view = load(call);
  if (!view) return error_page(call, view.error());
  const bool meanwhile = kept.error().kind == base::ErrorKind::conflict;
  // One that came in meanwhile is shown as it stands; what was typed would look as if it were in.
  if (!view->submitted) fill_part(*view, typed.part);
  view->changed_meanwhile = meanwhile && !view->submitted;
  if (!meanwhile) view->version = form.get("version");
  view->confirm = jr::warns_of_names(kept.error());
  auto error = kept.error();
  if (error.problems.empty()) error.problems.push_back({"", error.message});
  view->errors = form_errors(error);
  return show(call, *view, meanwhile ? 409 : 400);
}

http::Response receive_review_part_return(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto back = call.database.write(
      [&](store::Writer& writer) { return jr::take_back_part(writer, call.work, ref); });
  if (!back) return error_page(call, back.error());
  return redirect_with_message(call, record::page_of(ref) + "/part",
                               "Taken back. It is your organisation’s alone until you submit it");
}

}  // namespace throughline::web
