#include "web/hear/identity_page.hpp"

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct AnswerView {
  std::string question;
  std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (question, answer))

struct IdentityView {
  std::string ref;
  std::string title;
  bool shown = false;
  std::string name;
  std::string email;
  std::string phone;
  std::string address;
  std::string contact_by;
  bool consents = false;
  std::string represents;  // the person that they speak for, when a name is held
  std::vector<AnswerView> answers;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(IdentityView, (),
                      (ref, title, shown, name, email, phone, address, contact_by, consents,
                       represents, answers, reason, errors))

std::optional<IdentityView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<IdentityView> {
    const auto found = hear::find_case(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    IdentityView view;
    view.ref = found->ref;
    view.title = hear::title(*found);
    return view;
  });
}

void fill(IdentityView& view, const hear::Identity& identity) {
  const auto& contact = identity.contact;
  view.shown = true;
  view.name = contact.name;
  view.email = contact.email;
  view.phone = contact.phone;
  view.address = contact.address;
  view.contact_by = hear::label(contact.by);
  view.consents = contact.consents;
  for (const auto& question : hear::equality_questions()) {
    for (const auto& [field, answer] : identity.equality) {
      if (field != question.field) continue;
      view.answers.push_back(
          {std::string(question.label), std::string(hear::equality_label(field, answer))});
    }
  }
}

}  // namespace

http::Response identity_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  return page(call, "hear/identity.html", templates::to_value(*view));
}

http::Response show_identity(Call& call) {
  const auto reason = call.request.form.get("reason");
  const auto identity = call.database.write([&](store::Writer& writer) {
    return hear::look_at_identity(writer, call.work, call.parameter("ref"), reason);
  });
  auto view = view_of(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  view->reason = reason;
  if (identity) {
    fill(*view, *identity);
    view->represents = call.database.read([&](store::Reader& reader) {
      return hear::representative_of(reader, call.authority.id, call.parameter("ref"));
    });
    return page(call, "hear/identity.html", templates::to_value(*view));
  }
  view->errors = form_errors(identity.error());
  return page(call, "hear/identity.html", templates::to_value(*view), 400);
}

}  // namespace throughline::web
