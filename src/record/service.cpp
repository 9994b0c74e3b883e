#include "record/service.hpp"

#include "record/event.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <optional>

namespace throughline::record {
namespace {

constexpr std::size_t longest_name = 200;

std::optional<base::Error> name_refused(store::Reader& reader, const std::string& authority_id,
                                        const std::string& name, const std::string& except_ref) {
  if (name.empty() || name.size() > longest_name) {
    return base::Error{base::ErrorKind::invalid,
                       "There is a problem",
                       {{"name", "Enter the name of the service, in no more than 200 characters"}}};
  }
  const auto same = reader.number(
      "select count(*) from services where authority_id = $1 and lower(name) = lower($2) "
      "and ref <> $3",
      {authority_id, name, except_ref});
  if (same == 0) return std::nullopt;
  const std::string taken = "There is already a service called " + name;
  return base::Error{base::ErrorKind::conflict, taken, {{"name", taken}}};
}

base::Result<Service> found(store::Reader& reader, const std::string& authority_id,
                            const std::string& ref) {
  const auto all = services(reader, authority_id);
  const auto one = std::ranges::find(all, ref, &Service::ref);
  if (one == all.end()) {
    return base::refuse(base::ErrorKind::not_found, "There is no such service");
  }
  return *one;
}

}  // namespace

std::vector<Service> services(store::Reader& reader, const std::string& authority_id) {
  std::vector<Service> all;
  reader.for_each("select ref, name, offered from services where authority_id = $1 order by name",
                  {authority_id}, [&](const store::Row& row) {
                    all.push_back({row.text(0), row.text(1), row.yes(2)});
                  });
  return all;
}

std::vector<Service> services_offered(store::Reader& reader, const std::string& authority_id) {
  auto all = services(reader, authority_id);
  std::erase_if(all, [](const Service& service) { return !service.offered; });
  return all;
}

base::Result<Service> add_service(store::Writer& writer, const Work& work,
                                  const std::string& name) {
  if (auto refused = name_refused(writer, work.authority_id, name, "")) {
    return tl::make_unexpected(*refused);
  }
  Service service{next_ref(writer, work.authority_id, "SERVICE"), name};
  writer.execute("insert into services (authority_id, ref, name) values ($1, $2, $3)",
                 {work.authority_id, service.ref, service.name});
  append_event(writer, work, service.ref, "added", {{"name", service.name}});
  return service;
}

base::Result<Service> rename_service(store::Writer& writer, const Work& work,
                                     const std::string& ref, const std::string& name) {
  auto service = found(writer, work.authority_id, ref);
  if (!service) return service;
  if (auto refused = name_refused(writer, work.authority_id, name, ref)) {
    return tl::make_unexpected(*refused);
  }
  if (service->name == name) return service;
  writer.execute("update services set name = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref, name});
  append_event(writer, work, ref, "renamed", {{"name", service->name + " to " + name}});
  service->name = name;
  return service;
}

base::Result<Service> offer_service(store::Writer& writer, const Work& work, const std::string& ref,
                                    bool offered) {
  auto service = found(writer, work.authority_id, ref);
  if (!service || service->offered == offered) return service;
  writer.execute("update services set offered = $3 where authority_id = $1 and ref = $2",
                 {work.authority_id, ref, std::int64_t{offered}});
  append_event(writer, work, ref, offered ? "offered" : "withdrawn");
  service->offered = offered;
  return service;
}

}  // namespace throughline::record
