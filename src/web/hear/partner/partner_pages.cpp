#include "web/hear/partner/partner_pages.hpp"

#include "base/digits.hpp"
#include "hear/partner/feedback.hpp"
#include "record/event.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/history_view.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct PartnerLineView {
  std::string ref;
  std::string name;
  std::string facts;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(PartnerLineView, (), (ref, name, facts, active))

struct PartnerFormView {
  std::string name;
  std::vector<ChoiceView> sorts;
  std::vector<ChoiceView> services;
  std::string contact_name;
  std::string email;
  std::string phone;
};
BOOST_DESCRIBE_STRUCT(PartnerFormView, (), (name, sorts, services, contact_name, email, phone))

struct PartnerListView {
  std::vector<PartnerLineView> partners;
  PartnerFormView form;
  bool may_add = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PartnerListView, (), (partners, form, may_add, errors))

struct SignsInView {
  std::string ref;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SignsInView, (), (ref, name))

struct ToldView {
  std::string href;
  std::string title;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(ToldView, (), (href, title, state))

struct PartnerView {
  std::string ref;
  std::string name;
  std::string sort;
  std::string services;
  bool active = true;
  std::string version;
  PartnerFormView form;
  std::vector<SignsInView> members;
  std::vector<ChoiceView> others;
  std::vector<ToldView> told;
  std::vector<HistoryView> history;
  bool may_change = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PartnerView, (),
                      (ref, name, sort, services, active, version, form, members, others, told,
                       history, may_change, errors))

constexpr int told_on_page = 10;

hear::NewPartner typed_partner(const http::Form& form) {
  return {form.get("name"),
          hear::partner_sort_from_text(form.get("sort")),
          form.all("services"),
          {form.get("contact_name"), form.get("email"), form.get("phone")}};
}

hear::NewPartner as_typed(const hear::Partner& partner, hear::PartnerContact contact) {
  return {partner.name, partner.sort, partner.service_refs, std::move(contact)};
}

PartnerFormView partner_form(store::Reader& reader, const std::string& council,
                             const hear::NewPartner& typed) {
  PartnerFormView form;
  form.name = typed.name;
  form.sorts =
      choices(hear::all_partner_sorts, typed.sort ? std::vector{std::string(to_text(*typed.sort))}
                                                  : std::vector<std::string>{});
  for (const auto& service : record::services_offered(reader, council)) {
    const bool chosen =
        std::ranges::find(typed.service_refs, service.ref) != typed.service_refs.end();
    form.services.push_back(choice(service.ref, service.name, chosen));
  }
  form.contact_name = typed.contact.name;
  form.email = typed.contact.email;
  form.phone = typed.contact.phone;
  return form;
}

std::string said_times(std::int64_t count) {
  if (count == 0) return "has told us nothing yet";
  return "told us " + std::to_string(count) + (count == 1 ? " thing" : " things");
}

http::Response show_partner_list(Call& call, const hear::NewPartner& typed,
                                 const base::Error* error) {
  PartnerListView view;
  view.may_add = call.may("POST", "/partners");
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : hear::partners(reader, call.authority.id)) {
      const auto told = hear::count_feedback(reader, call.work, {hear::IdeaState::all, each.ref});
      view.partners.push_back({each.ref, each.name,
                               std::string(label(each.sort)) + ", " + said_times(told),
                               each.active});
    }
    view.form = partner_form(reader, call.authority.id, typed);
  });
  if (error) view.errors = form_errors(*error);
  return page(call, "hear/partner/list.html", templates::to_value(view), error ? 400 : 200);
}

std::string service_names(store::Reader& reader, const std::string& council,
                          const std::vector<std::string>& refs) {
  std::string names;
  for (const auto& service : record::services(reader, council)) {
    if (std::ranges::find(refs, service.ref) == refs.end()) continue;
    names += (names.empty() ? "" : ", ") + service.name;
  }
  return names;
}

std::optional<PartnerView> partner_view(Call& call, const hear::NewPartner* typed) {
  return call.database.read([&](store::Reader& reader) -> std::optional<PartnerView> {
    const auto& council = call.authority.id;
    const auto partner = hear::find_partner(reader, council, call.parameter("ref"));
    if (!partner) return std::nullopt;
    PartnerView view;
    view.ref = partner->ref;
    view.name = partner->name;
    view.sort = label(partner->sort);
    view.services = service_names(reader, council, partner->service_refs);
    view.active = partner->active;
    view.version = std::to_string(partner->version);
    view.may_change = call.may("POST", "/partners/{ref}");
    for (const auto& user : hear::partner_members(reader, council, partner->ref)) {
      view.members.push_back({user.ref, user.name});
    }
    if (view.may_change) {
      view.form = partner_form(
          reader, council,
          typed ? *typed : as_typed(*partner, hear::contact_of(reader, council, partner->ref)));
      for (const auto& user : hear::without_partner(reader, council)) {
        view.others.push_back(choice(user.ref, user.name, false));
      }
    }
    for (const auto& each : hear::list_feedback(
             reader, call.work, {hear::IdeaState::all, partner->ref}, 0, told_on_page)) {
      view.told.push_back({"/partner-feedback/" + each.found.ref, hear::title(each.found),
                           each.replied() ? "replied" : "owed a reply"});
    }
    view.history = history_views(record::history(reader, council, partner->ref));
    return view;
  });
}

http::Response no_such_partner(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such organisation", {}});
}

http::Response partner_again(Call& call, const hear::NewPartner* typed, const base::Error& error) {
  auto view = partner_view(call, typed);
  if (!view || error.kind == base::ErrorKind::not_found) return no_such_partner(call);
  view->errors = form_errors(error);
  return page(call, "hear/partner/partner.html", templates::to_value(*view),
              error.kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace

http::Response partner_list_page(Call& call) {
  return show_partner_list(call, {}, nullptr);
}

http::Response receive_partner(Call& call) {
  const auto typed = typed_partner(call.request.form);
  const auto added = call.database.write(
      [&](store::Writer& writer) { return hear::add_partner(writer, call.work, typed); });
  if (!added) return show_partner_list(call, typed, &added.error());
  return redirect_with_message(call, "/partners/" + *added, "Added. Now say who signs in for them");
}

http::Response partner_page(Call& call) {
  const auto view = partner_view(call, nullptr);
  if (!view) return no_such_partner(call);
  return page(call, "hear/partner/partner.html", templates::to_value(*view));
}

http::Response receive_partner_change(Call& call) {
  const auto typed = typed_partner(call.request.form);
  const auto version = base::digits(call.request.form.get("version")).value_or(0);
  const auto ref = call.parameter("ref");
  const auto changed = call.database.write([&](store::Writer& writer) {
    return hear::change_partner(writer, call.work, ref, version, typed);
  });
  if (!changed) return partner_again(call, &typed, changed.error());
  return redirect_with_message(call, "/partners/" + ref, "Saved");
}

http::Response receive_partner_ending(Call& call) {
  const auto ref = call.parameter("ref");
  const bool active = call.request.form.get("active") == "yes";
  const auto done = call.database.write([&](store::Writer& writer) {
    return hear::set_partner_active(writer, call.work, ref, active);
  });
  if (!done) return error_page(call, done.error());
  return redirect_with_message(call, "/partners/" + ref,
                               active ? "We work with them again" : "Ended");
}

http::Response receive_partner_member(Call& call) {
  const auto ref = call.parameter("ref");
  const auto added = call.database.write([&](store::Writer& writer) {
    return hear::add_member(writer, call.work, ref, call.request.form.get("user"));
  });
  if (!added) return partner_again(call, nullptr, added.error());
  return redirect_with_message(call, "/partners/" + ref, "They can sign in for it");
}

http::Response receive_partner_member_removal(Call& call) {
  const auto ref = call.parameter("ref");
  const auto removed = call.database.write([&](store::Writer& writer) {
    return hear::remove_member(writer, call.work, ref, call.request.form.get("user"));
  });
  if (!removed) return error_page(call, removed.error());
  return redirect_with_message(call, "/partners/" + ref, "They no longer sign in for it");
}

}  // namespace throughline::web
