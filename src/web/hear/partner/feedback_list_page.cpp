// GET /partner-feedback and POST /partner-feedback/values.

#include "templates/described.hpp"
#include "web/hear/partner/feedback_lines.hpp"
#include "web/hear/partner/feedback_pages.hpp"
#include "web/hear/replied_in_time.hpp"
#include "web/hear/share_values.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct FeedbackListView {
  std::vector<OptionView> states;
  std::vector<OptionView> partners;
  std::string count;
  std::vector<ListedResultView> told;
  std::string previous;
  std::string next;
  std::vector<RepliedMonthView> months;
  std::vector<OptionView> measures;
  bool may_count = false;
};
BOOST_DESCRIBE_STRUCT(FeedbackListView, (),
                      (states, partners, count, told, previous, next, months, measures, may_count))

hear::IdeaState state_of(const std::string& word) {
  if (word == "owed") return hear::IdeaState::owed;
  if (word == "overdue") return hear::IdeaState::overdue;
  return word == "replied" ? hear::IdeaState::replied : hear::IdeaState::all;
}

}  // namespace

http::Response feedback_list_page(Call& call) {
  const auto& query = call.request.query;
  const hear::FeedbackFilter filter{state_of(query.get("state")), query.get("partner")};
  FeedbackListView view;
  view.may_count = call.may("POST", "/partner-feedback/values");
  const auto chosen = query.get("state");
  view.states = {option("", "All", chosen), option("owed", "Owed a reply", chosen),
                 option("overdue", "Overdue", chosen), option("replied", "Replied", chosen)};
  http::Form kept;
  if (!chosen.empty()) kept.add("state", chosen);
  if (!filter.partner_ref.empty()) kept.add("partner", filter.partner_ref);
  const auto address = "/partner-feedback?" + http::encode_form(kept);
  call.database.read([&](store::Reader& reader) {
    view.partners.push_back(option("", "Any organisation", filter.partner_ref));
    for (const auto& each : hear::partners(reader, call.authority.id)) {
      view.partners.push_back(option(each.ref, each.name, filter.partner_ref));
    }
    auto lines = feedback_lines(reader, call, filter, address, NamePartner::yes);
    view.count = std::move(lines.count);
    view.told = std::move(lines.told);
    view.previous = std::move(lines.previous);
    view.next = std::move(lines.next);
    view.months = replied_months(reader, call, hear::RepliesTo::partners);
    if (view.may_count) view.measures = percent_measures(reader, call.authority.id);
  });
  return page(call, "hear/partner/feedback_list.html", templates::to_value(view));
}

http::Response receive_partner_reply_values(Call& call) {
  return keep_replied_shares(call, hear::RepliesTo::partners,
                             "Counted from the replies to partners");
}

}  // namespace throughline::web
