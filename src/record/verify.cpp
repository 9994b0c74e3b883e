#include "record/verify.hpp"

#include "record/event_hash.hpp"

#include <boost/json.hpp>

namespace throughline::record {

namespace {

// Follows the chain, one event after the other.
class Chain {
 public:
  Chain(std::string authority_id, std::optional<KeptHead> kept)
      : authority_id_(std::move(authority_id)), kept_(std::move(kept)) {}

  void follow(const store::Row& row) {
    if (fault_) return;
    const StoredEvent event{authority_id_, row.integer(0), row.text(1), row.text(2), row.text(3),
                            row.text(4),   row.text(5),    row.text(6), row.text(7), row.text(8)};
    const std::string name = "Event " + std::to_string(event.sequence);
    if (event.sequence != events_ + 1) {
      fault_ = "Event " + std::to_string(events_ + 1) + " is missing: the history goes on with " +
               std::to_string(event.sequence);
    } else if (event.previous_hash != last_hash_) {
      fault_ = name + " does not follow from the event before it";
    } else if (event_hash(event) != row.text(9)) {
      fault_ = name + " (" + event.verb + ", " + event.subject +
               ") has been altered: its hash is not the hash of what it says";
    } else if (kept_ && kept_->sequence == event.sequence && kept_->hash != row.text(9)) {
      fault_ = name + " has another hash than the one that was kept: the history was rewritten";
    } else {
      ++events_;
      last_hash_ = row.text(9);
    }
  }

  void end(const std::optional<store::Row>& head) {
    if (fault_) return;
    if (!head) {
      fault_ = "The head of the history is missing";
    } else if (head->integer(0) != events_) {
      fault_ = "The history should hold " + head->text(0) + " events but holds " +
               std::to_string(events_);
    } else if (head->text(1) != last_hash_) {
      fault_ = "The head of the history does not match its last event";
    } else if (kept_ && (kept_->sequence < 1 || kept_->sequence > events_)) {
      fault_ = "There is no event " + std::to_string(kept_->sequence) +
               ", whose hash was kept: the history holds " + std::to_string(events_) + " events";
    }
  }

  [[nodiscard]] std::int64_t events() const { return events_; }
  [[nodiscard]] const std::string& last_hash() const { return last_hash_; }
  [[nodiscard]] const std::optional<std::string>& fault() const { return fault_; }

 private:
  std::string authority_id_;
  std::optional<KeptHead> kept_;
  std::int64_t events_ = 0;
  std::string last_hash_ = first_previous_hash();
  std::optional<std::string> fault_;
};

std::int64_t count(store::Reader& reader, const std::string& table,
                   const std::string& authority_id) {
  return reader.number("select count(*) from " + table + " where authority_id = $1",
                       {authority_id});
}

}  // namespace

std::optional<std::string> loose_link(store::Reader& reader, const std::string& authority_id) {
  const auto row = reader.row(
      "select l.from_ref, l.relation, l.to_ref from links l where l.authority_id = $1 and ("
      "not exists (select 1 from nodes n where n.authority_id = l.authority_id "
      "and n.ref = l.from_ref) or "
      "not exists (select 1 from nodes n where n.authority_id = l.authority_id "
      "and n.ref = l.to_ref)) "
      "order by l.from_ref, l.relation, l.to_ref limit 1",
      {authority_id});
  if (!row) return std::nullopt;
  return "The link " + row->text(0) + " " + row->text(1) + " " + row->text(2) +
         " leads to a record that is not there";
}

Verification verify(store::Reader& reader, const std::string& authority_id,
                    const std::optional<KeptHead>& kept) {
  Chain chain(authority_id, kept);
  reader.for_each(
      "select sequence, at, actor_ref, actor_name, subject, verb, reason, details, "
      "previous_hash, hash from events where authority_id = $1 order by sequence",
      {authority_id}, [&](const store::Row& row) { chain.follow(row); });
  chain.end(
      reader.row("select sequence, hash from event_heads where authority_id = $1", {authority_id}));
  Verification verification;
  verification.authority_id = authority_id;
  verification.events = chain.events();
  verification.links = count(reader, "links", authority_id);
  verification.nodes = count(reader, "nodes", authority_id);
  verification.head = chain.last_hash();
  verification.fault = chain.fault() ? chain.fault() : loose_link(reader, authority_id);
  return verification;
}

std::string verification_json(const Verification& verification) {
  boost::json::object object;
  object["authority"] = verification.authority_id;
  object["sound"] = !verification.fault.has_value();
  object["events"] = verification.events;
  object["links"] = verification.links;
  object["nodes"] = verification.nodes;
  object["head"] = verification.head;
  if (verification.fault) {
    object["fault"] = *verification.fault;
  } else {
    object["fault"] = nullptr;
  }
  return boost::json::serialize(object);
}

}  // namespace throughline::record
