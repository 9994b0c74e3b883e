#pragma once

// Who someone is to a council. What each role may do is one table, data/permissions.csv, which the
// web enforces, the docs show and a test walks.

#include <array>
#include <optional>
#include <string_view>

namespace throughline::record {

enum class Role {
  visitor,  // a member of the public; not signed in. "public" in the table
  staff,
  officer,
  lead,
  leader,
  member,
  partner,
  assessor,
  administrator,
};

inline constexpr std::array all_roles = {
    Role::visitor, Role::staff,   Role::officer,  Role::lead,          Role::leader,
    Role::member,  Role::partner, Role::assessor, Role::administrator,
};

// "public", "staff", ...: the heading in the table and the word in the database.
[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] std::optional<Role> role_from_text(std::string_view text);
// "Quality lead", as the pages say it.
[[nodiscard]] std::string_view role_label(Role role);

}  // namespace throughline::record
