#include "web/hear/people/erasure_page.hpp"

#include "hear/people/named.hpp"
#include "hear/people/people.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct BecomesView {
  std::string what;
  std::string erased;
  std::string pseudonymised;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(BecomesView, (), (what, erased, pseudonymised, why))

struct NamedView {
  std::string ref;
  std::string title;
  std::string href;
};
BOOST_DESCRIBE_STRUCT(NamedView, (), (ref, title, href))

struct BesideView {
  std::string id;
  std::string what;
  std::string record;
};
BOOST_DESCRIBE_STRUCT(BesideView, (), (id, what, record))

struct ErasureView {
  std::vector<BesideView> beside;
  std::vector<NamedView> cases;
  std::vector<BecomesView> becomes;
  std::vector<NamedView> made;
  std::vector<std::string> against_erasing;
  std::vector<std::string> against_pseudonymising;
  std::string way;
  std::string reason;
  bool confirmed = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(ErasureView, (),
                      (beside, cases, becomes, made, against_erasing, against_pseudonymising, way,
                       reason, confirmed, errors))

void fill_becomes(ErasureView& view) {
  const auto erased = hear::what_becomes(hear::Way::erase);
  const auto pseudonymised = hear::what_becomes(hear::Way::pseudonymise);
  for (std::size_t at = 0; at < erased.size(); ++at) {
    view.becomes.push_back({erased[at].what, erased[at].becomes, pseudonymised[at].becomes,
                            erased[at].why.empty() ? pseudonymised[at].why : erased[at].why});
  }
}

base::Result<ErasureView> view_of(Call& call, const std::vector<std::string>& refs,
                                  const std::vector<std::string>& named) {
  return call.database.read([&](store::Reader& reader) -> base::Result<ErasureView> {
    ErasureView view;
    if ((refs.empty() && named.empty()) ||
        std::max(refs.size(), named.size()) > hear::most_cases_of_person) {
      return base::refuse(base::ErrorKind::not_found, "Choose what is the person's first");
    }
    for (const auto& ref : refs) {
      const auto node = record::find_node(reader, call.authority.id, ref);
      if (!node || !ref.starts_with("CASE-")) {
        return base::refuse(base::ErrorKind::not_found, "There is no case " + ref);
      }
      view.cases.push_back({ref, node->title, record::page_of(ref)});
    }
    const auto rows = hear::read_named(reader, call.authority.id, named);
    if (!rows) return tl::make_unexpected(rows.error());
    for (const auto& row : *rows) view.beside.push_back({row.id, row.what, row.record});
    fill_becomes(view);
    for (const auto& node : hear::made_from(reader, call.authority.id, refs)) {
      view.made.push_back({node.ref, node.title, record::page_of(node.ref)});
    }
    view.against_erasing = hear::against_erasing(reader, call.authority.id, refs, hear::Way::erase);
    view.against_pseudonymising =
        hear::against_erasing(reader, call.authority.id, refs, hear::Way::pseudonymise);
    return view;
  });
}

}  // namespace

http::Response erasure_page(Call& call) {
  const auto view = view_of(call, call.request.query.all("case"), call.request.query.all("named"));
  if (!view) return error_page(call, view.error());
  return page(call, "hear/people/erasure.html", templates::to_value(*view));
}

http::Response receive_erasure(Call& call) {
  const auto& form = call.request.form;
  const auto refs = form.all("case");
  auto view = view_of(call, refs, form.all("named"));
  if (!view) return error_page(call, view.error());
  view->way = form.get("way");
  view->reason = form.get("reason");
  view->confirmed = form.get("confirm") == "yes";
  std::vector<base::Problem> problems;
  if (view->way != "erase" && view->way != "pseudonymise") {
    problems.push_back({"way", "Choose whether to erase or to pseudonymise"});
  }
  if (view->reason.find_first_not_of(" \t\r\n") == std::string::npos) {
    problems.push_back({"reason", "Enter why"});
  }
  if (!view->confirmed) {
    problems.push_back({"confirm", "Confirm that you have read what goes and what stays"});
  }
  base::Result<hear::Erased> erased = base::refuse(std::move(problems));
  if (erased.error().problems.empty()) {
    erased = call.database.write([&](store::Writer& writer) {
      return hear::erase_person(writer, call.work, refs,
                                view->way == "erase" ? hear::Way::erase : hear::Way::pseudonymise,
                                view->reason, form.all("named"));
    });
  }
  if (erased) {
    return redirect_with_message(
        call, "/peoples-data",
        (view->way == "erase" ? "Erased: " : "Pseudonymised: ") + std::to_string(erased->cases) +
            (erased->cases == 1 ? " case" : " cases") +
            (erased->named == 0 ? ""
                                : ", and their name in " + std::to_string(erased->named) +
                                      (erased->named == 1 ? " other place" : " other places")));
  }
  view->errors = form_errors(erased.error());
  return page(call, "hear/people/erasure.html", templates::to_value(*view),
              erased.error().kind == base::ErrorKind::conflict ? 409 : 400);
}

}  // namespace throughline::web
