#include "hear/partner/partner.hpp"

#include "hear/entry.hpp"
#include "hear/hear.hpp"
#include "record/event.hpp"
#include "record/line.hpp"
#include "record/service.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::array sorts = {
    Entry{PartnerSort::provider, "provider", "Care provider"},
    Entry{PartnerSort::health, "health", "NHS body"},
    Entry{PartnerSort::voluntary, "voluntary", "Voluntary or community group"},
    Entry{PartnerSort::police, "police", "Police"},
    Entry{PartnerSort::housing, "housing", "Housing"},
    Entry{PartnerSort::other, "other", "Other"},
};

constexpr std::size_t most_contact = 200;

base::Result<void> check(store::Reader& reader, const std::string& council, const std::string& ref,
                         const NewPartner& given) {
  std::vector<base::Problem> problems;
  const auto name = text::tidied(given.name);
  if (name.empty()) problems.push_back({"name", "Enter the name of the organisation"});
  if (characters(name) > most_partner_name) {
    problems.push_back({"name", "The name must be 120 characters or fewer"});
  }
  if (!name.empty() &&
      reader.number("select count(*) from partners where authority_id = $1 and lower(name) = "
                    "lower($2) and ref <> $3",
                    {council, name, ref}) > 0) {
    problems.push_back({"name", "There is an organisation of that name already"});
  }
  if (!given.sort) problems.push_back({"sort", "Choose what it is"});
  const auto known = record::services(reader, council);
  for (const auto& service : given.service_refs) {
    if (std::ranges::find(known, service, &record::Service::ref) == known.end()) {
      problems.push_back({"services", "Choose services from the list"});
      break;
    }
  }
  const auto& contact = given.contact;
  if (characters(contact.name) > most_contact) {
    problems.push_back({"contact_name", "Their name must be 200 characters or fewer"});
  }
  if (contact.email.size() > most_contact ||
      (!contact.email.empty() && contact.email.find('@') == std::string::npos)) {
    problems.push_back({"email", "Enter an email address like name@example.org"});
  }
  if (contact.phone.size() > 40) {
    problems.push_back({"phone", "The telephone number must be 40 characters or fewer"});
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  return {};
}

void put_details(store::Writer& writer, const std::string& council, const std::string& ref,
                 const NewPartner& given) {
  writer.execute("delete from partner_services where authority_id = $1 and partner_ref = $2",
                 {council, ref});
  auto services = given.service_refs;
  std::ranges::sort(services);
  const auto repeats = std::ranges::unique(services);
  services.erase(repeats.begin(), repeats.end());
  for (const auto& service : services) {
    writer.execute(
        "insert into partner_services (authority_id, partner_ref, service_ref) values ($1, $2, $3)",
        {council, ref, service});
  }
  writer.execute("delete from partner_contacts where authority_id = $1 and partner_ref = $2",
                 {council, ref});
  const auto& contact = given.contact;
  if (contact.name.empty() && contact.email.empty() && contact.phone.empty()) return;
  writer.execute(
      "insert into partner_contacts (authority_id, partner_ref, name, email, phone) values ($1, "
      "$2, "
      "$3, $4, $5)",
      {council, ref, text::tidied(contact.name), text::tidied(contact.email),
       text::tidied(contact.phone)});
}

base::Result<void> no_partner() {
  return base::refuse(base::ErrorKind::not_found, "There is no such organisation");
}

}  // namespace

std::string_view to_text(PartnerSort sort) {
  return entry(sorts, sort).text;
}
std::string_view label(PartnerSort sort) {
  return entry(sorts, sort).label;
}
std::optional<PartnerSort> partner_sort_from_text(std::string_view text) {
  return from_text(sorts, text);
}

base::Result<std::string> add_partner(store::Writer& writer, const record::Work& work,
                                      const NewPartner& given) {
  if (auto checked = check(writer, work.authority_id, "", given); !checked) {
    return tl::make_unexpected(checked.error());
  }
  const auto ref = record::next_ref(writer, work.authority_id, "PARTNER");
  writer.execute(
      "insert into partners (authority_id, ref, name, sort, active, created, version) values ($1, "
      "$2, $3, $4, 1, $5, 1)",
      {work.authority_id, ref, text::tidied(given.name), std::string(to_text(*given.sort)),
       base::to_text(work.now)});
  put_details(writer, work.authority_id, ref, given);
  record::append_event(writer, work, ref, "added", {{"sort", std::string(label(*given.sort))}});
  return ref;
}

base::Result<void> change_partner(store::Writer& writer, const record::Work& work,
                                  const std::string& ref, std::int64_t version,
                                  const NewPartner& given) {
  const auto before = find_partner(writer, work.authority_id, ref);
  if (!before) return no_partner();
  if (auto checked = check(writer, work.authority_id, ref, given); !checked) return checked;
  if (before->version != version) {
    return base::refuse(base::ErrorKind::conflict,
                        "Somebody changed this since you opened it. Look at it and try again");
  }
  writer.execute(
      "update partners set name = $3, sort = $4, version = version + 1 where authority_id = $1 and "
      "ref = $2",
      {work.authority_id, ref, text::tidied(given.name), std::string(to_text(*given.sort))});
  put_details(writer, work.authority_id, ref, given);
  record::append_event(writer, work, ref, "changed", {{"sort", std::string(label(*given.sort))}});
  return {};
}

base::Result<void> set_partner_active(store::Writer& writer, const record::Work& work,
                                      const std::string& ref, bool active) {
  const auto before = find_partner(writer, work.authority_id, ref);
  if (!before) return no_partner();
  if (before->active == active) return {};
  writer.execute(
      "update partners set active = $3, version = version + 1 where authority_id = $1 and ref = $2",
      {work.authority_id, ref, std::int64_t{active ? 1 : 0}});
  record::append_event(writer, work, ref, active ? "taken up again" : "ended");
  return {};
}

base::Result<void> add_member(store::Writer& writer, const record::Work& work,
                              const std::string& ref, const std::string& user_ref) {
  if (!find_partner(writer, work.authority_id, ref)) return no_partner();
  const auto user = record::find_user(writer, work.authority_id, user_ref);
  if (!user) return base::refuse({{"user", "Choose someone from the list"}});
  if (user->role != record::Role::partner) {
    return base::refuse(base::ErrorKind::conflict,
                        "Only someone with the role partner can sign in for an organisation");
  }
  const auto now = writer.row(
      "select partner_ref from partner_members where authority_id = $1 and user_ref = $2",
      {work.authority_id, user_ref});
  if (now && now->text(0) == ref) return {};
  if (now) {
    return base::refuse(base::ErrorKind::conflict, "They sign in for another organisation already");
  }
  writer.execute(
      "insert into partner_members (authority_id, user_ref, partner_ref) values ($1, $2, $3)",
      {work.authority_id, user_ref, ref});
  record::append_event(writer, work, ref, "may sign in for it", {{"user", user_ref}});
  return {};
}

base::Result<void> remove_member(store::Writer& writer, const record::Work& work,
                                 const std::string& ref, const std::string& user_ref) {
  const auto members = partner_members(writer, work.authority_id, ref);
  if (std::ranges::find(members, user_ref, &record::User::ref) == members.end()) {
    return base::refuse(base::ErrorKind::not_found, "They do not sign in for this organisation");
  }
  writer.execute(
      "delete from partner_members where authority_id = $1 and user_ref = $2 and partner_ref = $3",
      {work.authority_id, user_ref, ref});
  record::append_event(writer, work, ref, "no longer signs in for it", {{"user", user_ref}});
  return {};
}

}  // namespace throughline::hear
