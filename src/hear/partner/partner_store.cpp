#include "hear/partner/partner.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

constexpr std::string_view columns = "p.ref, p.name, p.sort, p.active, p.version";

Partner read_partner(const store::Row& row) {
  Partner partner;
  partner.ref = row.text(0);
  partner.name = row.text(1);
  partner.sort = partner_sort_from_text(row.text(2)).value();
  partner.active = row.yes(3);
  partner.version = row.integer(4);
  return partner;
}

void read_services(store::Reader& reader, const std::string& authority_id, Partner& partner) {
  for (const auto& row :
       reader.rows("select service_ref from partner_services where authority_id = $1 and "
                   "partner_ref = $2 order by service_ref",
                   {authority_id, partner.ref})) {
    partner.service_refs.push_back(row.text(0));
  }
}

}  // namespace

std::optional<Partner> find_partner(store::Reader& reader, const std::string& authority_id,
                                    const std::string& ref) {
  const auto row = reader.row("select " + std::string(columns) +
                                  " from partners p where p.authority_id = $1 and p.ref = $2",
                              {authority_id, ref});
  if (!row) return std::nullopt;
  auto partner = read_partner(*row);
  read_services(reader, authority_id, partner);
  return partner;
}

std::vector<Partner> partners(store::Reader& reader, const std::string& authority_id) {
  std::vector<Partner> all;
  for (const auto& row :
       reader.rows("select " + std::string(columns) +
                       " from partners p where p.authority_id = $1 order by lower(p.name), p.ref",
                   {authority_id})) {
    all.push_back(read_partner(row));
  }
  for (auto& partner : all) read_services(reader, authority_id, partner);
  return all;
}

PartnerContact contact_of(store::Reader& reader, const std::string& authority_id,
                          const std::string& ref) {
  const auto row = reader.row(
      "select name, email, phone from partner_contacts where authority_id = $1 and partner_ref = "
      "$2",
      {authority_id, ref});
  return row ? PartnerContact{row->text(0), row->text(1), row->text(2)} : PartnerContact{};
}

std::vector<record::User> partner_members(store::Reader& reader, const std::string& authority_id,
                                          const std::string& ref) {
  std::vector<record::User> members;
  for (const auto& row : reader.rows(
           "select user_ref from partner_members where authority_id = $1 and partner_ref = $2",
           {authority_id, ref})) {
    if (auto user = record::find_user(reader, authority_id, row.text(0))) {
      members.push_back(*std::move(user));
    }
  }
  std::ranges::sort(members, {}, [](const auto& user) { return std::pair(user.name, user.ref); });
  return members;
}

std::vector<record::User> without_partner(store::Reader& reader, const std::string& authority_id) {
  auto all = record::users(reader, authority_id);
  std::erase_if(all, [&](const record::User& user) {
    return user.role != record::Role::partner || !user.active ||
           reader.number(
               "select count(*) from partner_members where authority_id = $1 and user_ref = $2",
               {authority_id, user.ref}) > 0;
  });
  return all;
}

std::optional<Partner> partner_of(store::Reader& reader, const std::string& authority_id,
                                  const std::string& user_ref) {
  const auto row = reader.row("select " + std::string(columns) +
                                  " from partner_members m join partners p on p.authority_id = "
                                  "m.authority_id and p.ref = m.partner_ref where m.authority_id = "
                                  "$1 and m.user_ref = $2 and p.active = 1",
                              {authority_id, user_ref});
  if (!row) return std::nullopt;
  const auto user = record::find_user(reader, authority_id, user_ref);
  if (!user || !user->active || user->role != record::Role::partner) return std::nullopt;
  auto partner = read_partner(*row);
  read_services(reader, authority_id, partner);
  return partner;
}

}  // namespace throughline::hear
