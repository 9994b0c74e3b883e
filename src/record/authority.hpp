#pragma once

// An authority is a council: the owner of everything on its line. Its authority_id stands first in
// every key that belongs to it; two councils in one database never see each other.

#include "record/work.hpp"
#include "store/database.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::record {

struct Authority {
  std::string id;       // "aldermere": lower case letters, digits and dashes; never changes
  std::string name;     // "Aldermere Borough Council"
  std::string host;     // the host name its public pages answer to; empty: the default council
  std::string created;  // instant
};

[[nodiscard]] base::Result<Authority> create_authority(store::Writer& writer,
                                                       const base::Clock& clock,
                                                       const std::string& id,
                                                       const std::string& name,
                                                       const std::string& host);
[[nodiscard]] std::optional<Authority> find_authority(store::Reader& reader, const std::string& id);
[[nodiscard]] std::vector<Authority> authorities(store::Reader& reader);
// The council whose public pages answer at a host name; else the first created without a host.
[[nodiscard]] std::optional<Authority> authority_for_host(store::Reader& reader,
                                                          const std::string& host);

}  // namespace throughline::record
