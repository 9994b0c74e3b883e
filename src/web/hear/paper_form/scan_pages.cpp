#include "web/hear/paper_form/scan_pages.hpp"

#include "base/digits.hpp"
#include "hear/hear.hpp"
#include "hear/paper_form/scan.hpp"
#include "record/document.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"
#include "web/uploaded_file.hpp"

namespace throughline::web {
namespace {

struct ScanView {
  std::string number;
  std::string kind;
  std::string size;
  std::string added;
  std::string by;
};
BOOST_DESCRIBE_STRUCT(ScanView, (), (number, kind, size, added, by))

struct ScanListView {
  std::string ref;
  std::string title;
  std::vector<ScanView> scans;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ScanListView, (), (ref, title, scans, errors))

std::string kind_of(const std::string& type) {
  if (type == "application/pdf") return "PDF";
  return type == "image/png" ? "PNG" : "JPEG";
}

http::Response show(Call& call, templates::Value errors, int status) {
  auto view = call.database.read([&](store::Reader& reader) -> std::optional<ScanListView> {
    const auto found = hear::find_case(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    ScanListView shown{found->ref, hear::title(*found), {}, {}};
    for (const auto& scan : hear::scans_of(reader, call.authority.id, found->ref)) {
      const auto added = base::instant_from_text(scan.added_at);
      shown.scans.push_back({std::to_string(scan.number), kind_of(scan.type),
                             record::size_text(scan.size),
                             added ? base::to_london_text(*added) : "", scan.added_by});
    }
    return shown;
  });
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  view->errors = std::move(errors);
  return page(call, "hear/paper_form/scans.html", templates::to_value(*view), status);
}

std::int64_t number_in(const Call& call) {
  return base::digits(call.parameter("number")).value_or(0);
}

std::string scans_path(const Call& call) {
  return "/cases/" + call.parameter("ref") + "/scans";
}

}  // namespace

http::Response scan_list_page(Call& call) {
  return show(call, no_errors(), 200);
}

http::Response receive_scan(Call& call) {
  const auto file = uploaded_file(call.request, "file", hear::most_scan_bytes);
  const auto added = call.database.write([&](store::Writer& writer) {
    return hear::add_scan(writer, call.work, call.parameter("ref"), file.bytes, file.name);
  });
  if (added) return redirect_with_message(call, scans_path(call), "Scan added");
  if (added.error().kind == base::ErrorKind::not_found) return error_page(call, added.error());
  return show(call, form_errors(added.error()), 400);
}

http::Response scan_file(Call& call) {
  auto file = call.database.write([&](store::Writer& writer) {
    return hear::look_at_scan(writer, call.work, call.parameter("ref"), number_in(call));
  });
  if (!file) return error_page(call, file.error());
  return http::Response::download(std::move(file->bytes), file->type, file->name);
}

http::Response receive_scan_removal(Call& call) {
  const auto removed = call.database.write([&](store::Writer& writer) {
    return hear::remove_scan(writer, call.work, call.parameter("ref"), number_in(call));
  });
  if (!removed) return error_page(call, removed.error());
  return redirect_with_message(call, scans_path(call), "Scan taken away");
}

}  // namespace throughline::web
