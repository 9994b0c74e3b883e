#include "web/judge/elsewhere/council_page.hpp"

#include "web/judge/elsewhere/views.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

using namespace elsewhere;

struct CouncilFormView {
  std::string ref;
  std::string name;
  std::string version;
  std::string council;
  std::vector<std::string> councils;  // those that are known
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(CouncilFormView, (), (ref, name, version, council, councils, errors))

http::Response show(Call& call, CouncilFormView view, int status) {
  view.councils = call.database.read(
      [&](store::Reader& reader) { return library::library_councils(reader, call.authority.id); });
  return page(call, "judge/elsewhere/council.html", templates::to_value(view), status);
}

base::Result<library::LibraryPage> find(Call& call) {
  return call.database.read([&](store::Reader& reader) {
    return library::find_library_page(reader, call.authority.id, call.parameter("ref"));
  });
}

std::int64_t version_in(const http::Form& form) {
  return std::atoll(form.get("version").c_str());
}

}  // namespace

http::Response council_page(Call& call) {
  const auto found = find(call);
  if (!found) return error_page(call, found.error());
  CouncilFormView view;
  view.ref = found->ref;
  view.name = statement_name(found->statement);
  view.version = std::to_string(found->version);
  view.council = found->council;
  return show(call, std::move(view), 200);
}

http::Response receive_council(Call& call) {
  const http::Form& form = call.request.form;
  const std::string ref = call.parameter("ref");
  const auto named = call.database.write([&](store::Writer& writer) {
    return library::name_council(writer, call.work, ref, version_in(form), form.get("council"));
  });
  if (named) return redirect_with_message(call, page_href(ref), "Council named");
  if (named.error().problems.empty()) return error_page(call, named.error());
  CouncilFormView view;
  view.ref = ref;
  view.version = form.get("version");
  view.council = form.get("council");
  view.errors = form_errors(named.error());
  return show(call, std::move(view), 400);
}

}  // namespace throughline::web
