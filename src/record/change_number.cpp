#include "record/change_number.hpp"

namespace throughline::record {

std::int64_t change_number(store::Reader& reader, const std::string& authority_id) {
  return reader.number("select sequence from event_heads where authority_id = $1", {authority_id});
}

}  // namespace throughline::record
