#include "record/permission.hpp"

#include "formats/csv.hpp"

#include <algorithm>

namespace throughline::record {

namespace {

constexpr std::array<std::string_view, 3> fixed_columns = {"method", "path", "what"};
constexpr std::array<std::string_view, 5> methods = {"GET", "POST", "PUT", "PATCH", "DELETE"};

// Collects what is wrong with a table, so that all of it can be mended at once.
class TableReader {
 public:
  explicit TableReader(const formats::CsvTable& table) : table_(table) {
    problems_ = table.problems;
  }

  base::Result<std::vector<Permission>> read() {
    check_heading();
    if (!problems_.empty()) return base::refuse(problems_);
    std::vector<Permission> rows;
    for (const auto& row : table_.rows) add(row, rows);
    if (!problems_.empty()) return base::refuse(problems_);
    return rows;
  }

 private:
  void check_heading() {
    for (const auto name : fixed_columns) need(name);
    for (const Role role : all_roles) need(to_text(role));
    for (const std::string& name : table_.heading) {
      if (std::ranges::find(fixed_columns, name) == fixed_columns.end() && !role_from_text(name)) {
        problems_.push_back({name, "There is no role called " + name, 1});
      }
    }
  }

  void need(std::string_view column) {
    if (!table_.column(column)) {
      problems_.push_back(
          {std::string(column), "The column " + std::string(column) + " is missing", 1});
    }
  }

  const std::string& cell(const formats::CsvRow& row, std::string_view column) const {
    return row.field(*table_.column(column));
  }

  void add(const formats::CsvRow& row, std::vector<Permission>& rows) {
    Permission permission{cell(row, "method"), cell(row, "path"), {}, cell(row, "what")};
    if (std::ranges::find(methods, permission.method) == methods.end()) {
      wrong(row, "method", "The method must be GET, POST, PUT, PATCH or DELETE");
    }
    if (!permission.path.starts_with('/')) wrong(row, "path", "The path must begin with /");
    if (permission.what.empty()) wrong(row, "what", "Say what the route is for");
    for (const Role role : all_roles) {
      const std::string& answer = cell(row, to_text(role));
      if (answer == "yes") {
        permission.roles.push_back(role);
      } else if (answer != "no") {
        wrong(row, to_text(role), "The answer must be yes or no");
      }
    }
    const bool doubled = std::ranges::any_of(rows, [&](const Permission& other) {
      return other.method == permission.method && other.path == permission.path;
    });
    if (doubled) {
      wrong(row, "path", permission.method + " " + permission.path + " has a row already");
    }
    rows.push_back(std::move(permission));
  }

  void wrong(const formats::CsvRow& row, std::string_view column, std::string message) {
    problems_.push_back({std::string(column), std::move(message), row.line});
  }

  const formats::CsvTable& table_;
  std::vector<base::Problem> problems_;
};

}  // namespace

base::Result<PermissionTable> PermissionTable::read(std::string_view csv) {
  formats::CsvOptions options;
  options.delimiter = ',';
  const auto table = formats::read_csv(csv, options);
  if (!table) return tl::make_unexpected(table.error());
  auto rows = TableReader(*table).read();
  if (!rows) return tl::make_unexpected(rows.error());
  PermissionTable permissions;
  permissions.rows_ = std::move(*rows);
  return permissions;
}

const Permission* PermissionTable::find(std::string_view method, std::string_view path) const {
  const auto found = std::ranges::find_if(rows_, [&](const Permission& permission) {
    return permission.method == method && permission.path == path;
  });
  return found == rows_.end() ? nullptr : &*found;
}

bool may(const Permission& permission, Role role) {
  return std::ranges::find(permission.roles, role) != permission.roles.end();
}

}  // namespace throughline::record
