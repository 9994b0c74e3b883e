#include "web/hear/joint_review/review_form_page.hpp"

#include "base/digits.hpp"
#include "hear/joint_review/review.hpp"
#include "hear/partner/partner.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/hear/joint_review/looked.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace jr = hear::joint_review;

struct ReviewFormView {
  std::string ref;      // empty: a new one
  bool asking = false;  // a partner asks for it
  std::string partner;
  std::string version;
  std::string title;
  std::string why;
  std::vector<OptionView> services;
  DatePartsView from;
  DatePartsView to;
  DatePartsView due;
  bool changed_meanwhile = false;
  bool confirm = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ReviewFormView, (),
                      (ref, asking, partner, version, title, why, services, from, to, due,
                       changed_meanwhile, confirm, errors))

struct Typed {
  jr::ReviewForm form;
  DatePartsView from;
  DatePartsView to;
  DatePartsView due;
  std::vector<base::Problem> problems;
};

bool is_empty(const DatePartsView& parts) {
  return parts.day.empty() && parts.month.empty() && parts.year.empty();
}

Typed typed_in(const http::Form& form, bool asking) {
  Typed typed;
  auto& read = typed.form;
  read.title = form.get("title");
  read.why = form.get("why");
  read.service_ref = form.get("service");
  read.looked = looked_in(form);
  typed.from = date_parts(form, "from");
  typed.to = date_parts(form, "to");
  typed.due = date_parts(form, "due");
  read.from = read_date(form, "from", "the day on which it happened", typed.problems);
  if (!is_empty(typed.to)) read.to = read_date(form, "to", "the last day", typed.problems);
  if (!asking) {
    read.due = read_date(form, "due", "the day by which each writes its part", typed.problems);
  }
  return typed;
}

Typed typed_of(const jr::Review& review) {
  Typed typed;
  typed.form = {review.title,       review.why, review.from,   review.to,
                review.service_ref, review.due, jr::Looked::no};
  typed.from = date_parts(review.from);
  if (review.to) typed.to = date_parts(*review.to);
  if (review.due) typed.due = date_parts(*review.due);
  return typed;
}

ReviewFormView view_of(Call& call, const Typed& typed) {
  ReviewFormView view;
  view.title = typed.form.title;
  view.why = typed.form.why;
  view.from = typed.from;
  view.to = typed.to;
  view.due = typed.due;
  view.services.push_back(option("", "Not about one service", typed.form.service_ref));
  call.database.read([&](store::Reader& reader) {
    for (const auto& service : record::services(reader, call.authority.id)) {
      view.services.push_back(option(service.ref, service.name, typed.form.service_ref));
    }
    const auto partner = hear::partner_of(reader, call.authority.id, call.work.actor.user_ref);
    if (partner) view.partner = partner->name;
  });
  return view;
}

http::Response show(Call& call, const ReviewFormView& view, int status = 200) {
  return page(call, "hear/joint_review/form.html", templates::to_value(view), status);
}

http::Response refuse(Call& call, ReviewFormView view, const Typed& typed,
                      const base::Error& error) {
  auto problems = error.problems;
  // What is wrong with the boxes of a date says more than that there is none.
  std::erase_if(problems, [&](const base::Problem& problem) {
    return std::ranges::find(typed.problems, problem.field, &base::Problem::field) !=
           typed.problems.end();
  });
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (problems.empty()) problems.push_back({"", error.message});
  view.confirm = jr::warns_of_names(error);
  view.errors = form_errors({error.kind, error.message, std::move(problems)});
  return show(call, view, error.kind == base::ErrorKind::conflict ? 409 : 400);
}

// Nothing is kept of a form with a date that cannot be read, whatever the stage says.
template <typename Keep>
auto keep(Call& call, const Typed& typed, Keep&& keep_review) {
  return call.database.write([&](store::Writer& writer) {
    auto made = keep_review(writer);
    if (made && !typed.problems.empty()) {
      made = tl::make_unexpected(base::Error{base::ErrorKind::invalid, "There is a problem", {}});
    }
    return made;
  });
}

}  // namespace

http::Response new_review_page(Call& call) {
  return show(call, view_of(call, {}));
}

http::Response receive_review(Call& call) {
  const auto typed = typed_in(call.request.form, false);
  const auto begun = keep(call, typed, [&](store::Writer& writer) {
    return jr::begin_review(writer, call.work, typed.form);
  });
  if (!begun) return refuse(call, view_of(call, typed), typed, begun.error());
  return redirect_with_message(call, record::page_of(*begun),
                               "Review begun. Now invite the organisations that had a part in it");
}

http::Response review_request_page(Call& call) {
  auto view = view_of(call, {});
  if (view.partner.empty()) return http::Response::redirect("/partner");
  view.asking = true;
  return show(call, view);
}

http::Response receive_review_request(Call& call) {
  const auto typed = typed_in(call.request.form, true);
  const auto asked = keep(call, typed, [&](store::Writer& writer) {
    return jr::ask_for_review(writer, call.work, typed.form);
  });
  if (asked) {
    return redirect_with_message(call, record::page_of(*asked),
                                 "Thank you. The council answers here");
  }
  auto view = view_of(call, typed);
  view.asking = true;
  return refuse(call, std::move(view), typed, asked.error());
}

http::Response change_review_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return jr::find_review(reader, call.work, call.parameter("ref"));
  });
  if (!found) {
    return error_page(call, {base::ErrorKind::not_found, "There is no such joint review", {}});
  }
  auto view = view_of(call, typed_of(*found));
  view.ref = found->ref;
  view.version = std::to_string(found->version);
  return show(call, view);
}

http::Response receive_review_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto typed = typed_in(call.request.form, false);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto changed = keep(call, typed, [&](store::Writer& writer) {
    return jr::change_review(writer, call.work, ref, version, typed.form);
  });
  if (changed) return redirect_with_message(call, record::page_of(ref), "Saved");
  if (changed.error().kind == base::ErrorKind::not_found) return error_page(call, changed.error());
  const auto now = call.database.read(
      [&](store::Reader& reader) { return jr::find_review(reader, call.work, ref); });
  auto view = view_of(call, typed);
  view.ref = ref;
  view.changed_meanwhile = now && now->version != version;
  view.version = std::to_string(now ? now->version : version);
  return refuse(call, std::move(view), typed, changed.error());
}

}  // namespace throughline::web
