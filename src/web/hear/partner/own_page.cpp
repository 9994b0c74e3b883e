// GET /partner.

#include "record/service.hpp"
#include "templates/described.hpp"
#include "web/hear/joint_review/review_waiting.hpp"
#include "web/hear/partner/feedback_lines.hpp"
#include "web/hear/partner/feedback_pages.hpp"
#include "web/page.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

struct OwnPartnerView {
  bool known = false;  // they sign in for an organisation
  std::string name;
  std::string sort;
  std::string services;
  std::string days;
  std::vector<ReviewWaitingView> waiting;  // what joint reviews want from it
  std::string count;
  std::vector<ListedResultView> told;
  std::string previous;
  std::string next;
};
BOOST_DESCRIBE_STRUCT(OwnPartnerView, (),
                      (known, name, sort, services, days, waiting, count, told, previous, next))

}  // namespace

http::Response own_partner_page(Call& call) {
  OwnPartnerView view;
  call.database.read([&](store::Reader& reader) {
    const auto partner = hear::partner_of(reader, call.authority.id, call.work.actor.user_ref);
    if (!partner) return;
    view.known = true;
    view.name = partner->name;
    view.sort = label(partner->sort);
    for (const auto& service : record::services(reader, call.authority.id)) {
      if (std::ranges::find(partner->service_refs, service.ref) == partner->service_refs.end()) {
        continue;
      }
      view.services += (view.services.empty() ? "" : ", ") + service.name;
    }
    view.days = std::to_string(hear::reply_days(reader, call.authority.id));
    view.waiting = review_waiting(call, reader);
    auto lines = feedback_lines(reader, call, {hear::IdeaState::all, partner->ref}, "/partner",
                                NamePartner::no);
    view.count = std::move(lines.count);
    view.told = std::move(lines.told);
    view.previous = std::move(lines.previous);
    view.next = std::move(lines.next);
  });
  return page(call, "hear/partner/own.html", templates::to_value(view));
}

}  // namespace throughline::web
