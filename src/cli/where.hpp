#pragma once

// Which database, and which of its councils, a command works on: the options --database and
// --authority that commands share.

#include "base/result.hpp"
#include "record/authority.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace throughline::cli {

struct Where {
  std::string database;
  std::string authority;

  // --database, which may also stand in the environment as THROUGHLINE_DATABASE.
  void declare_database(CLI::App& app);
  // --authority, which may be left out while there is only one council.
  void declare_authority(CLI::App& app);
};

// A database that is there already: a mistyped path does not make a new one.
// Errors: not_found; invalid, with what the database said.
[[nodiscard]] base::Result<std::unique_ptr<store::Database>> open_existing(const Where& where);

// Brings a database up to date with this program: its tables, and then what only the program can
// work out of them. Gives what was applied.
// Errors: as store::migrate.
[[nodiscard]] base::Result<std::vector<store::Migration>> bring_up_to_date(
    store::Database& database, const base::Clock& clock);

// Errors: not_found; invalid, when there are several councils and none was named.
[[nodiscard]] base::Result<record::Authority> chosen_authority(store::Database& database,
                                                               const Where& where);

}  // namespace throughline::cli
