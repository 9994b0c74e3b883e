#pragma once

// A service that people can speak about: "Home care". A council's own list. One that is no longer
// offered stays with the cases that name it, and is not asked about any more.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <string>
#include <vector>

namespace throughline::record {

struct Service {
  std::string ref;   // "SERVICE-4"
  std::string name;  // "Home care"; unique in the council, whatever its case
  bool offered = true;
};

// In order of name.
[[nodiscard]] std::vector<Service> services(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::vector<Service> services_offered(store::Reader& reader,
                                                    const std::string& authority_id);

// Errors: invalid, for a name that is missing or too long; conflict, when the name is taken.
[[nodiscard]] base::Result<Service> add_service(store::Writer& writer, const Work& work,
                                                const std::string& name);
// Errors: as add_service; not_found.
[[nodiscard]] base::Result<Service> rename_service(store::Writer& writer, const Work& work,
                                                   const std::string& ref, const std::string& name);
// Errors: not_found.
[[nodiscard]] base::Result<Service> offer_service(store::Writer& writer, const Work& work,
                                                  const std::string& ref, bool offered);

}  // namespace throughline::record
