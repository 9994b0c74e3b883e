#include "base/embedded.hpp"
#include "record/permission.hpp"

#include <stdexcept>

namespace throughline::record {

// Written by the build from data/.
base::EmbeddedFiles embedded_data();

PermissionTable shipped_permissions() {
  auto table = PermissionTable::read(base::embedded_file(embedded_data(), "permissions.csv"));
  if (table) return std::move(*table);
  std::string message = "data/permissions.csv: " + table.error().message;
  for (const auto& problem : table.error().problems) message += "\n  " + problem.message;
  throw std::logic_error(message);
}

}  // namespace throughline::record
