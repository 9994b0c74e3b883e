#include "record/event_hash.hpp"

#include "base/random.hpp"

#include <boost/json.hpp>

namespace throughline::record {

namespace {

void add(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(":").append(std::to_string(value.size())).append(":");
  text.append(value).append("\n");
}

}  // namespace

std::string first_previous_hash() {
  return std::string(64, '0');
}

std::string canonical_text(const StoredEvent& event) {
  std::string text;
  add(text, "authority", event.authority_id);
  add(text, "sequence", std::to_string(event.sequence));
  add(text, "at", event.at);
  add(text, "actor_ref", event.actor_ref);
  add(text, "actor_name", event.actor_name);
  add(text, "subject", event.subject);
  add(text, "verb", event.verb);
  add(text, "reason", event.reason);
  add(text, "details", event.details);
  add(text, "previous_hash", event.previous_hash);
  return text;
}

std::string event_hash(const StoredEvent& event) {
  return base::sha256_hex(canonical_text(event));
}

std::string details_json(const Details& details) {
  boost::json::object object;
  for (const auto& [name, value] : details) object[name] = value;
  return boost::json::serialize(object);
}

Details details_from_json(const std::string& json) {
  Details details;
  const boost::json::value parsed = boost::json::parse(json);
  for (const auto& [name, value] : parsed.as_object()) {
    details.emplace_back(name, std::string(value.as_string()));
  }
  return details;
}

}  // namespace throughline::record
