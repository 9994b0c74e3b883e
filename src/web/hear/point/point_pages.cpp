#include "web/hear/point/point_pages.hpp"

#include "formats/qr_code.hpp"
#include "hear/point/point.hpp"
#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/share_values.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct PointLineView {
  std::string ref;
  std::string name;
  std::string service;
  std::string address;
  bool asks = true;
};
BOOST_DESCRIBE_STRUCT(PointLineView, (), (ref, name, service, address, asks))

struct PointListView {
  std::vector<PointLineView> points;
  std::string name;
  std::vector<ChoiceView> services;
  bool may_add = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(PointListView, (), (points, name, services, may_add, errors))

struct FaceCountView {
  std::string face;
  std::int64_t pressed = 0;
};
BOOST_DESCRIBE_STRUCT(FaceCountView, (), (face, pressed))

struct PointView {
  std::string ref;
  std::string name;
  std::string service;
  std::string address;
  std::string code;
  std::string ask;
  std::string kiosk;
  std::string shown_address;
  templates::Value qr;
  bool asks = true;
  std::vector<FaceCountView> faces;
  std::vector<OptionView> measures;
  bool may_change = false;
};
BOOST_DESCRIBE_STRUCT(PointView, (),
                      (ref, code, name, service, address, ask, kiosk, shown_address, qr, asks,
                       faces, measures, may_change))

std::string address_of(const Call& call, const hear::Point& point) {
  return call.public_address + "/at/" + point.code;
}

std::string without_scheme(const std::string& address) {
  const auto at = address.find("://");
  return at == std::string::npos ? address : address.substr(at + 3);
}

PointListView list_view(Call& call, std::string_view service) {
  PointListView view;
  view.may_add = call.may("POST", "/points");
  call.database.read([&](store::Reader& reader) {
    for (const auto& point : hear::points(reader, call.authority.id)) {
      view.points.push_back(
          {point.ref, point.name,
           point.service_name.empty() ? "Not about one service" : point.service_name,
           without_scheme(address_of(call, point)), point.asks});
    }
    view.services = service_choices(record::services_offered(reader, call.authority.id), service);
  });
  view.services.insert(view.services.begin(), choice("", "Not about one service", service.empty()));
  return view;
}

std::optional<hear::Point> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return hear::find_point(reader, call.authority.id, call.parameter("ref"));
  });
}

std::string drawn(const Call& call, const hear::Point& point) {
  const auto address = address_of(call, point);
  return formats::qr_code(address, "QR code for " + without_scheme(address));
}

http::Response not_found(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such place", {}});
}

}  // namespace

http::Response point_list_page(Call& call) {
  return page(call, "hear/point/list.html", templates::to_value(list_view(call, "")));
}

http::Response receive_point(Call& call) {
  const auto& form = call.request.form;
  const auto added = call.database.write([&](store::Writer& writer) {
    return hear::add_point(writer, call.work, form.get("name"), form.get("service"));
  });
  if (added) return redirect_with_message(call, "/points/" + added->ref, "Ready to print");
  auto view = list_view(call, form.get("service"));
  view.name = form.get("name");
  view.errors = form_errors(added.error());
  return page(call, "hear/point/list.html", templates::to_value(view), 400);
}

http::Response point_page(Call& call) {
  const auto point = find(call);
  if (!point) return not_found(call);
  PointView view;
  view.ref = point->ref;
  view.name = point->name;
  view.service = point->service_name;
  view.address = address_of(call, *point);
  view.code = point->code;
  view.ask = "/at/" + point->code;
  view.kiosk = "/kiosk/" + point->code;
  view.shown_address = without_scheme(view.address);
  view.qr = templates::Value::safe(drawn(call, *point));
  view.asks = point->asks;
  view.may_change = call.may("POST", "/points/{ref}/asking");
  call.database.read([&](store::Reader& reader) {
    const auto pressed = hear::faces_pressed(reader, call.authority.id, point->ref,
                                             base::add_months(call.work.today(), -12));
    for (int face = hear::faces; face >= 1; --face) {
      view.faces.push_back(
          {std::string(hear::face_label(face)), pressed.at(static_cast<std::size_t>(face - 1))});
    }
    if (view.may_change) view.measures = percent_measures(reader, call.authority.id);
  });
  return page(call, "hear/point/point.html", templates::to_value(view));
}

http::Response point_qr_code(Call& call) {
  const auto point = find(call);
  if (!point) return not_found(call);
  return http::Response::download(drawn(call, *point), "image/svg+xml", point->code + ".svg");
}

http::Response receive_asking(Call& call) {
  const bool asks = call.request.form.get("asks") == "yes";
  const auto set = call.database.write([&](store::Writer& writer) {
    return hear::set_asking(writer, call.work, call.parameter("ref"), asks);
  });
  if (!set) return error_page(call, set.error());
  return redirect_with_message(call, "/points/" + call.parameter("ref"),
                               asks ? "It asks again" : "It no longer asks");
}

http::Response receive_face_values(Call& call) {
  const auto point = find(call);
  if (!point) return not_found(call);
  const auto today = call.work.today();
  const auto months = call.database.read([&](store::Reader& reader) {
    return hear::good_faces_by_month(reader, call.authority.id, point->ref,
                                     first_counted_month(today), last_counted_day(today));
  });
  std::vector<MonthShare> shares;
  for (const auto& each : months) shares.push_back({each.month, each.good, each.all});
  return keep_shares(call, shares, "Counted from the faces pressed at " + point->name,
                     "No face was pressed here in a month that is over");
}

}  // namespace throughline::web
