#include "web/hear/complaint/officer_page.hpp"

#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/hear/complaint/form.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct OfficerView {
  FormHead head;
  std::vector<ChoiceView> officers;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(OfficerView, (), (head, officers, errors))

http::Response show(Call& call, const ShownComplaint& shown, const std::string& chosen,
                    templates::Value errors, int status) {
  OfficerView view;
  view.head = head_of(shown);
  const auto officers = call.database.read(
      [&](store::Reader& reader) { return hear::officers(reader, call.authority.id); });
  for (const auto& [ref, name] : officers)
    view.officers.push_back(choice(ref, name, ref == chosen));
  view.errors = std::move(errors);
  return page(call, "hear/complaint/officer.html", templates::to_value(view), status);
}

}  // namespace

http::Response officer_page(Call& call) {
  return show_open_complaint(call, [&](const auto& shown, auto errors, int status) {
    return show(call, shown, shown.found.officer_ref, std::move(errors), status);
  });
}

http::Response receive_officer(Call& call) {
  const auto& form = call.request.form;
  const auto outcome = carry_out(call, {}, [&](store::Writer& writer) {
    return hear::give_to_officer(writer, call.work, call.parameter("ref"), complaint_version(form),
                                 form.get("officer"));
  });
  if (outcome) return back_to_complaint(call, "Saved who works on it");
  return show_complaint(
      call,
      [&](const auto& shown, auto errors, int status) {
        return show(call, shown, form.get("officer"), std::move(errors), status);
      },
      &outcome.error());
}

}  // namespace throughline::web
