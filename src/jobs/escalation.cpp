#include "jobs/escalation.hpp"

#include "base/clock.hpp"
#include "base/random.hpp"
#include "hear/idea/idea.hpp"
#include "record/authority.hpp"

namespace throughline::jobs {

int escalate_overdue_replies(store::Database& database, const base::Clock& clock,
                             base::Random& random) {
  const auto councils =
      database.read([](store::Reader& reader) { return record::authorities(reader); });
  int told = 0;
  for (const auto& council : councils) {
    told += database.write([&](store::Writer& writer) {
      return hear::escalate_overdue(
          writer, {council.id, {"", "Throughline", record::Role::visitor}, clock.now(), random});
    });
  }
  return told;
}

}  // namespace throughline::jobs
