#include "web/record/service_page.hpp"

#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

struct ServiceView {
  std::string ref;
  std::string name;
  bool offered = true;
};
BOOST_DESCRIBE_STRUCT(ServiceView, (), (ref, name, offered))

struct ServiceListView {
  std::vector<ServiceView> services;
  std::string name;  // as typed into the form to add one
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ServiceListView, (), (services, name, errors))

http::Response show(Call& call, const std::string& name, templates::Value errors, int status) {
  ServiceListView view{{}, name, std::move(errors)};
  call.database.read([&](store::Reader& reader) {
    for (const auto& service : record::services(reader, call.authority.id)) {
      view.services.push_back({service.ref, service.name, service.offered});
    }
  });
  return page(call, "record/service_list.html", templates::to_value(view), status);
}

}  // namespace

http::Response service_list_page(Call& call) {
  return show(call, "", no_errors(), 200);
}

http::Response receive_new_service(Call& call) {
  const auto name = call.request.form.get("name");
  const auto added = call.database.write(
      [&](store::Writer& writer) { return record::add_service(writer, call.work, name); });
  if (!added) return show(call, name, form_errors(added.error()), 400);
  return redirect_with_message(call, "/services", added->name + " added");
}

http::Response receive_service_change(Call& call) {
  const auto& ref = call.parameter("ref");
  const auto& form = call.request.form;
  const auto changed = call.database.write([&](store::Writer& writer) {
    if (form.has("offered")) {
      return record::offer_service(writer, call.work, ref, form.get("offered") == "yes");
    }
    return record::rename_service(writer, call.work, ref, form.get("name"));
  });
  if (!changed && changed.error().kind == base::ErrorKind::not_found) {
    return error_page(call, changed.error());
  }
  if (!changed) {
    auto error = changed.error();
    for (auto& problem : error.problems) problem.field = "name-" + ref;
    return show(call, "", form_errors(error), 400);
  }
  return redirect_with_message(call, "/services", changed->name + " changed");
}

}  // namespace throughline::web
