#include "record/event.hpp"

#include "record/event_hash.hpp"
#include "store/bulk.hpp"

#include <stdexcept>

namespace throughline::record {

void begin_history(store::Writer& writer, const std::string& authority_id) {
  writer.execute("insert into event_heads (authority_id, sequence, hash) values ($1, 0, $2)",
                 {authority_id, first_previous_hash()});
}

void append_event(store::Writer& writer, const Work& work, const std::string& subject,
                  const std::string& verb, const Details& details, const std::string& reason) {
  append_events(writer, work, {{subject, verb, details, reason}});
}

void append_events(store::Writer& writer, const Work& work, const std::vector<NewEvent>& events) {
  if (events.empty()) return;
  const auto count = static_cast<std::int64_t>(events.size());
  // The head is changed before it is used: writers of one council wait for each other here.
  writer.execute("update event_heads set sequence = sequence + $2 where authority_id = $1",
                 {work.authority_id, count});
  const auto head = writer.row("select sequence, hash from event_heads where authority_id = $1",
                               {work.authority_id});
  if (!head) throw std::logic_error("no council called " + work.authority_id);
  std::int64_t sequence = head->integer(0) - count;
  std::string last_hash = head->text(1);
  std::vector<store::Values> rows;
  rows.reserve(events.size());
  for (const NewEvent& given : events) {
    const StoredEvent event{work.authority_id,
                            ++sequence,
                            base::to_text(work.now),
                            work.actor.user_ref,
                            work.actor.name,
                            given.subject,
                            given.verb,
                            given.reason,
                            details_json(given.details),
                            last_hash};
    last_hash = event_hash(event);
    rows.push_back({event.authority_id, event.sequence, event.at, event.actor_ref, event.actor_name,
                    event.subject, event.verb, event.reason, event.details, event.previous_hash,
                    last_hash});
  }
  store::insert_rows(writer,
                     "insert into events (authority_id, sequence, at, actor_ref, actor_name, "
                     "subject, verb, reason, details, previous_hash, hash)",
                     rows);
  writer.execute("update event_heads set hash = $2 where authority_id = $1",
                 {work.authority_id, last_hash});
}

std::vector<Event> history(store::Reader& reader, const std::string& authority_id,
                           const std::string& subject) {
  std::vector<Event> events;
  reader.for_each(
      "select sequence, at, actor_ref, actor_name, subject, verb, reason, details, "
      "previous_hash, hash from events where authority_id = $1 and subject = $2 order by sequence",
      {authority_id, subject}, [&](const store::Row& row) {
        events.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.text(4),
                          row.text(5), row.text(6), details_from_json(row.text(7)), row.text(8),
                          row.text(9)});
      });
  return events;
}

}  // namespace throughline::record
