#include "cli/where.hpp"

#include "hear/complaint/waiting.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

namespace throughline::cli {

namespace {

bool is_a_file(const std::string& address) {
  return !address.starts_with("postgresql://") && !address.starts_with("postgres://") &&
         address != ":memory:";
}

std::string names_of(const std::vector<record::Authority>& all) {
  std::string names;
  for (const auto& each : all) names += (names.empty() ? "" : ", ") + each.id;
  return names;
}

}  // namespace

void Where::declare_database(CLI::App& app) {
  app.add_option("--database", database, "A file, or postgresql://USER@HOST/NAME")
      ->required()
      ->envname("THROUGHLINE_DATABASE");
}

void Where::declare_authority(CLI::App& app) {
  app.add_option("--authority", authority,
                 "The council's short name; may be left out when there is only one");
}

base::Result<std::unique_ptr<store::Database>> open_existing(const Where& where) {
  if (is_a_file(where.database) && !std::filesystem::exists(where.database)) {
    return base::refuse(base::ErrorKind::not_found,
                        "there is no database at " + where.database +
                            ". Make one with: throughline migrate --database " + where.database);
  }
  return store::open(where.database);
}

base::Result<std::vector<store::Migration>> bring_up_to_date(store::Database& database,
                                                             const base::Clock& clock) {
  auto applied = store::migrate(database, clock);
  if (!applied) return applied;
  database.write([](store::Writer& writer) {
    for (const auto& council : record::authorities(writer)) {
      hear::work_out_waiting(writer, council.id);
    }
  });
  return applied;
}

base::Result<record::Authority> chosen_authority(store::Database& database, const Where& where) {
  const auto all = database.read([](store::Reader& reader) { return record::authorities(reader); });
  if (all.empty()) {
    return base::refuse(base::ErrorKind::not_found,
                        "no council has been set up. Add one with: throughline council add");
  }
  if (where.authority.empty() && all.size() == 1) return all.front();
  for (const auto& each : all) {
    if (each.id == where.authority) return each;
  }
  return base::refuse(base::ErrorKind::invalid,
                      (where.authority.empty() ? std::string("say which council with --authority")
                                               : "there is no council " + where.authority) +
                          "; there is " + names_of(all));
}

}  // namespace throughline::cli
