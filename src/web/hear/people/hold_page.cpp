#include "web/hear/people/hold_page.hpp"

#include "base/date.hpp"
#include "hear/hear.hpp"
#include "hear/people/hold.hpp"
#include "templates/described.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct HoldView {
  std::string reason;
  std::string placed_by;
  std::string placed_at;
  std::string lifted_by;
  std::string lifted_at;
  std::string lifted_because;
};
BOOST_DESCRIBE_STRUCT(HoldView, (),
                      (reason, placed_by, placed_at, lifted_by, lifted_at, lifted_because))

struct HoldPageView {
  std::string ref;
  std::string title;
  bool on_hold = false;
  std::vector<HoldView> holds;
  std::string reason;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(HoldPageView, (), (ref, title, on_hold, holds, reason, errors))

std::string in_london(const std::string& instant) {
  const auto at = base::instant_from_text(instant);
  return at ? base::to_london_text(*at) : "";
}

std::optional<HoldPageView> view_of(Call& call) {
  return call.database.read([&](store::Reader& reader) -> std::optional<HoldPageView> {
    const auto found = hear::find_case(reader, call.authority.id, call.parameter("ref"));
    if (!found) return std::nullopt;
    HoldPageView view;
    view.ref = found->ref;
    view.title = hear::title(*found);
    for (const auto& hold : hear::holds(reader, call.authority.id, found->ref)) {
      view.on_hold = hold.lifted_at.empty();
      view.holds.push_back({hold.reason, hold.placed_by, in_london(hold.placed_at), hold.lifted_by,
                            in_london(hold.lifted_at), hold.lifted_because});
    }
    return view;
  });
}

http::Response answer(Call& call, const base::Result<void>& outcome, const std::string& reason,
                      const std::string& message) {
  const auto& ref = call.parameter("ref");
  if (outcome) return redirect_with_message(call, "/cases/" + ref, message);
  auto view = view_of(call);
  if (!view || outcome.error().kind != base::ErrorKind::invalid) {
    return error_page(call, outcome.error());
  }
  view->reason = reason;
  view->errors = form_errors(outcome.error());
  return page(call, "hear/people/hold.html", templates::to_value(*view), 400);
}

}  // namespace

http::Response hold_page(Call& call) {
  const auto view = view_of(call);
  if (!view) return error_page(call, {base::ErrorKind::not_found, "There is no such case", {}});
  return page(call, "hear/people/hold.html", templates::to_value(*view));
}

http::Response receive_hold(Call& call) {
  const auto reason = call.request.form.get("reason");
  const auto placed = call.database.write([&](store::Writer& writer) {
    return hear::place_hold(writer, call.work, call.parameter("ref"), reason);
  });
  return answer(call, placed, reason, "On hold: nothing of this case will be erased");
}

http::Response receive_hold_lifting(Call& call) {
  const auto reason = call.request.form.get("reason");
  const auto lifted = call.database.write([&](store::Writer& writer) {
    return hear::lift_hold(writer, call.work, call.parameter("ref"), reason);
  });
  return answer(call, lifted, reason, "The hold is lifted");
}

}  // namespace throughline::web
