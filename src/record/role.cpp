#include "record/role.hpp"

#include <algorithm>

namespace throughline::record {

namespace {

struct Words {
  Role role;
  std::string_view text;
  std::string_view label;
};

constexpr std::array<Words, all_roles.size()> words{{
    {Role::visitor, "public", "Member of the public"},
    {Role::staff, "staff", "Staff"},
    {Role::officer, "officer", "Complaints officer"},
    {Role::lead, "lead", "Quality lead"},
    {Role::leader, "leader", "Leader"},
    {Role::member, "member", "Elected member"},
    {Role::partner, "partner", "Partner"},
    {Role::assessor, "assessor", "Assessor"},
    {Role::administrator, "administrator", "Administrator"},
}};

const Words& words_of(Role role) {
  return *std::ranges::find(words, role, &Words::role);
}

}  // namespace

std::string_view to_text(Role role) {
  return words_of(role).text;
}

std::optional<Role> role_from_text(std::string_view text) {
  const auto found = std::ranges::find(words, text, &Words::text);
  if (found == words.end()) return std::nullopt;
  return found->role;
}

std::string_view role_label(Role role) {
  return words_of(role).label;
}

}  // namespace throughline::record
