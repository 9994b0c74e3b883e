#pragma once

// Organisations that the council works with, at HEAR: care providers, the NHS, voluntary groups,
// the police, housing. People with the role partner sign in for one of them and see what is theirs
// alone. It refuses two of one name, and a person in two organisations.

#include "base/result.hpp"
#include "record/user.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::hear {

enum class PartnerSort { provider, health, voluntary, police, housing, other };
inline constexpr std::array all_partner_sorts = {PartnerSort::provider,  PartnerSort::health,
                                                 PartnerSort::voluntary, PartnerSort::police,
                                                 PartnerSort::housing,   PartnerSort::other};
[[nodiscard]] std::string_view to_text(PartnerSort sort);  // "provider"
[[nodiscard]] std::string_view label(PartnerSort sort);    // "Care provider"
[[nodiscard]] std::optional<PartnerSort> partner_sort_from_text(std::string_view text);

struct PartnerContact {
  std::string name;
  std::string email;
  std::string phone;
};

// As typed into a form.
struct NewPartner {
  std::string name;
  std::optional<PartnerSort> sort;
  std::vector<std::string> service_refs;
  PartnerContact contact;
};

struct Partner {
  std::string ref;  // "PARTNER-1"
  std::string name;
  PartnerSort sort{};
  bool active = true;
  std::vector<std::string> service_refs;
  std::int64_t version = 1;
};

inline constexpr std::size_t most_partner_name = 120;

// Errors: invalid, with every problem: name, sort, services, contact_name, email, phone. Gives its
// ref.
[[nodiscard]] base::Result<std::string> add_partner(store::Writer& writer, const record::Work& work,
                                                    const NewPartner& given);
// Errors: as add_partner; not_found; conflict, when somebody changed it since.
[[nodiscard]] base::Result<void> change_partner(store::Writer& writer, const record::Work& work,
                                                const std::string& ref, std::int64_t version,
                                                const NewPartner& given);
// One that is ended takes no more feedback; what was said stays. Errors: not_found.
[[nodiscard]] base::Result<void> set_partner_active(store::Writer& writer, const record::Work& work,
                                                    const std::string& ref, bool active);

[[nodiscard]] std::optional<Partner> find_partner(store::Reader& reader,
                                                  const std::string& authority_id,
                                                  const std::string& ref);
// In order of name.
[[nodiscard]] std::vector<Partner> partners(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] PartnerContact contact_of(store::Reader& reader, const std::string& authority_id,
                                        const std::string& ref);

// --- Who signs in for it ---

[[nodiscard]] std::vector<record::User> partner_members(store::Reader& reader,
                                                        const std::string& authority_id,
                                                        const std::string& ref);
// People with the role partner who are of no organisation yet.
[[nodiscard]] std::vector<record::User> without_partner(store::Reader& reader,
                                                        const std::string& authority_id);
// Errors: not_found; conflict, for someone of another organisation or without the role partner.
[[nodiscard]] base::Result<void> add_member(store::Writer& writer, const record::Work& work,
                                            const std::string& ref, const std::string& user_ref);
// Errors: not_found.
[[nodiscard]] base::Result<void> remove_member(store::Writer& writer, const record::Work& work,
                                               const std::string& ref, const std::string& user_ref);

// The organisation that someone signs in for; only while both are active.
[[nodiscard]] std::optional<Partner> partner_of(store::Reader& reader,
                                                const std::string& authority_id,
                                                const std::string& user_ref);

}  // namespace throughline::hear
