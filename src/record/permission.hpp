#pragma once

// The one permission table (data/permissions.csv): a row a route, a column a role, "yes" or "no".
// The dispatcher asks it before any page runs; a route that has no row stops the program at start.

#include "base/result.hpp"
#include "record/role.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace throughline::record {

struct Permission {
  std::string method;  // "GET"
  std::string path;    // "/cases/{ref}"
  std::vector<Role> roles;
  std::string what;  // what the route is for, for the docs
};

class PermissionTable {
 public:
  // Errors: invalid, with the row and what is wrong with it.
  [[nodiscard]] static base::Result<PermissionTable> read(std::string_view csv);
  [[nodiscard]] const std::vector<Permission>& rows() const { return rows_; }
  [[nodiscard]] const Permission* find(std::string_view method, std::string_view path) const;

 private:
  std::vector<Permission> rows_;
};

// data/permissions.csv as this program was built with it. Throws when it cannot be read (a bug).
[[nodiscard]] PermissionTable shipped_permissions();

[[nodiscard]] bool may(const Permission& permission, Role role);

}  // namespace throughline::record
