#include "web/hear/letter/new_letter_page.hpp"

#include "hear/hear.hpp"
#include "hear/letter/letter.hpp"
#include "templates/described.hpp"
#include "web/date_parts.hpp"
#include "web/hear/choices.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

struct NewLetterView {
  std::string ref;
  std::string title;
  std::vector<ChoiceView> kinds;
  bool contact_held = false;
  bool consents = false;
  bool with_identity = false;
  bool may_be_extension = false;
  std::string extension_reason;
  DatePartsView extended_to;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(NewLetterView, (),
                      (ref, title, kinds, contact_held, consents, with_identity, may_be_extension,
                       extension_reason, extended_to, errors))

std::optional<NewLetterView> view_of(Call& call, std::string_view chosen) {
  return call.database.read([&](store::Reader& reader) -> std::optional<NewLetterView> {
    const auto found = hear::find_case(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    NewLetterView view;
    view.ref = found->ref;
    view.title = hear::title(*found);
    const auto kinds = hear::letter::kinds_for(found->kind);
    for (const auto kind : kinds) {
      const auto text = hear::letter::to_text(kind);
      view.kinds.push_back(choice(text, hear::letter::label(kind),
                                  text == chosen || kinds.size() == 1,
                                  hear::letter::purpose(kind)));
      if (kind == hear::letter::Kind::extension) view.may_be_extension = true;
    }
    const auto held = hear::identity_held(reader, call.authority.id, found->ref);
    view.contact_held = held.contact;
    view.consents = held.consents;
    view.with_identity = held.contact && held.consents;
    return view;
  });
}

http::Response no_such_case(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
}

}  // namespace

http::Response new_letter_page(Call& call) {
  const auto view = view_of(call, call.request.query.get("kind"));
  if (!view) return no_such_case(call);
  return page(call, "hear/letter/new.html", templates::to_value(*view));
}

http::Response receive_letter(Call& call) {
  const auto& form = call.request.form;
  hear::letter::NewLetter given;
  given.kind = hear::letter::kind_from_text(form.get("kind"));
  given.with_identity = form.get("with_identity") == "yes";
  std::vector<base::Problem> date_problems;
  if (given.kind == hear::letter::Kind::extension) {
    given.extension_reason = form.get("extension_reason");
    given.extended_to = read_date(form, "extended_to", "The new date", date_problems);
  }
  const auto made = call.database.write([&](store::Writer& writer) {
    return hear::letter::draft_letter(writer, call.work, call.parameter("ref"), given);
  });
  if (made) {
    return redirect_with_message(call, "/letters/" + made->ref,
                                 "Letter drafted. Read it and change what needs changing");
  }
  auto view = view_of(call, form.get("kind"));
  if (!view) return no_such_case(call);
  auto error = made.error();
  // What is wrong with the date that was typed says more than that there is none.
  for (auto& problem : error.problems) {
    if (problem.field == "extended_to" && !date_problems.empty()) problem = date_problems.front();
  }
  view->with_identity = given.with_identity;
  view->extension_reason = form.get("extension_reason");
  view->extended_to = date_parts(form, "extended_to");
  view->errors = form_errors(error);
  return page(call, "hear/letter/new.html", templates::to_value(*view), 400);
}

}  // namespace throughline::web
