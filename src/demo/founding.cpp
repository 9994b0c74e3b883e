#include "demo/complaint_maker.hpp"
#include "demo/makers.hpp"
#include "record/authority.hpp"
#include "record/language.hpp"
#include "record/service.hpp"
#include "record/user.hpp"
#include "understand/understand.hpp"

namespace throughline::demo {
namespace {

void add_people(store::Database& database, Known& known, const record::Work& work,
                const record::Passwords& passwords) {
  for (const auto& person : known.council.people) {
    const auto user = must(record::add_user(
        database, work, passwords,
        {known.council.email_of(person), person.name, person.role, known.script.password}));
    known.people[person.key] = {user.ref, user.name, user.role};
  }
}

}  // namespace

void found_council(store::Database& database, Known& known, const record::Passwords& passwords) {
  const base::Instant when = base::london_midnight(base::add_days(known.calendar.begins(), -1)) +
                             std::chrono::hours(known.main ? 10 : 11);
  const base::FixedClock clock(when);
  const auto& council = known.council;
  database.write([&](store::Writer& writer) {
    must(record::create_authority(writer, clock, council.id, council.name, council.host));
  });
  base::SeededRandom random(seed_for(known.seed, "founding"));
  const record::Work work{council.id, {"", "Set-up", record::Role::administrator}, when, random};
  add_people(database, known, work, passwords);
  const record::Work by_admin{council.id, known.person("admin"), when, random};
  database.write([&](store::Writer& writer) {
    for (const auto& name : council.services) {
      known.refs["service:" + name] = must(record::add_service(writer, by_admin, name)).ref;
    }
    set_demo_targets(writer, by_admin);
    if (known.main) must(record::show_language(writer, by_admin, "ur", true));
    understand::add_starter_themes(writer, by_admin);
    for (const auto& theme : understand::themes(writer, council.id)) {
      known.refs["theme:" + theme.name] = theme.ref;
    }
  });
}

}  // namespace throughline::demo
