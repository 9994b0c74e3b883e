#include "store/migration.hpp"

#include "base/embedded.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace throughline::store {

base::EmbeddedFiles embedded_migrations();

namespace {

constexpr auto own_table =
    "create table if not exists schema_migrations ("
    "number bigint primary key, name text not null, applied text not null)";

std::string_view suffix(Dialect dialect) {
  return dialect == Dialect::sqlite ? ".sqlite.sql" : ".postgres.sql";
}

// "0002_search.sqlite.sql" -> 2, "search"; nothing when the file is for the other database.
std::optional<Migration> migration_of(const base::EmbeddedFile& file, Dialect dialect) {
  std::string_view path = file.path;
  const Dialect other = dialect == Dialect::sqlite ? Dialect::postgres : Dialect::sqlite;
  if (path.ends_with(suffix(other))) return std::nullopt;
  for (const std::string_view ending : {suffix(dialect), std::string_view(".sql")}) {
    if (!path.ends_with(ending)) continue;
    path.remove_suffix(ending.size());
    break;
  }
  Migration migration;
  const auto [end, error] =
      std::from_chars(path.data(), path.data() + path.size(), migration.number);
  if (error != std::errc() || end == path.data() + path.size() || *end != '_') {
    throw std::logic_error("migrations are called 0001_name.sql, not " + std::string(file.path));
  }
  migration.name = std::string(end + 1, path.data() + path.size());
  migration.sql = std::string(file.content);
  return migration;
}

base::Result<std::vector<int>> applied(Writer& writer, const std::vector<Migration>& known) {
  std::vector<int> numbers;
  for (const Row& row : writer.rows("select number, name from schema_migrations order by number")) {
    const auto same = [&](const Migration& m) {
      return m.number == row.integer(0) && m.name == row.text(1);
    };
    if (std::ranges::none_of(known, same)) {
      return base::refuse(base::ErrorKind::conflict,
                          "This database was made by a newer version of Throughline (it has step " +
                              row.text(0) + ", " + row.text(1) +
                              "). Install that version, or restore a backup made with this one.");
    }
    numbers.push_back(static_cast<int>(row.integer(0)));
  }
  return numbers;
}

// Takes the right to migrate before anything is read, so that two programs that start together
// do not both apply a step.
void take_turn(Writer& writer) {
  writer.execute(own_table);
  if (writer.dialect() == Dialect::postgres) {
    writer.execute("lock table schema_migrations in exclusive mode");
  }
}

}  // namespace

std::vector<Migration> migrations(Dialect dialect) {
  std::vector<Migration> found;
  for (const auto& file : embedded_migrations()) {
    if (auto migration = migration_of(file, dialect)) found.push_back(std::move(*migration));
  }
  std::ranges::sort(found, {}, &Migration::number);
  check_numbers(found);
  return found;
}

void check_numbers(const std::vector<Migration>& all) {
  int before = 0;
  for (const auto& each : all) {
    if (each.number <= before || (before == 0 && each.number != 1)) {
      throw std::logic_error("migration " + std::to_string(each.number) + " is doubled or first");
    }
    before = each.number;
  }
}

base::Result<std::vector<Migration>> migrate(Database& database, const base::Clock& clock) {
  return migrate(database, clock, migrations(database.dialect()));
}

base::Result<std::vector<Migration>> migrate(Database& database, const base::Clock& clock,
                                             const std::vector<Migration>& known) {
  std::vector<Migration> done;
  for (const Migration& migration : known) {
    const auto outcome = database.write([&](Writer& writer) -> base::Result<bool> {
      take_turn(writer);
      const auto before = applied(writer, known);
      if (!before) return tl::make_unexpected(before.error());
      if (std::ranges::find(*before, migration.number) != before->end()) return false;
      writer.execute_script(migration.sql);
      writer.execute("insert into schema_migrations (number, name, applied) values ($1, $2, $3)",
                     {std::int64_t{migration.number}, migration.name, base::to_text(clock.now())});
      return true;
    });
    if (!outcome) return tl::make_unexpected(outcome.error());
    if (*outcome) done.push_back(migration);
  }
  return done;
}

}  // namespace throughline::store
