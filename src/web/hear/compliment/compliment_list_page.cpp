// GET /compliments, /thanks and /good-practice.

#include "hear/compliment/compliment.hpp"
#include "templates/described.hpp"
#include "web/hear/compliment/compliment_pages.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/result_list.hpp"

namespace throughline::web {

namespace {

constexpr int most_thanks = 50;
constexpr int most_good_practice = 100;

struct ServiceCountView {
  std::string service;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ServiceCountView, (), (service, count))

struct ComplimentListView {
  bool for_leaders = false;
  std::vector<OptionView> states;
  std::string count;
  std::vector<ListedResultView> compliments;
  std::string previous;
  std::string next;
  std::vector<ServiceCountView> services;
};
BOOST_DESCRIBE_STRUCT(ComplimentListView, (),
                      (for_leaders, states, count, compliments, previous, next, services))

struct ThanksView {
  std::string service;
  std::string when;
  std::string by;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(ThanksView, (), (service, when, by, words))

struct ThanksPageView {
  std::vector<ThanksView> thanks;
};
BOOST_DESCRIBE_STRUCT(ThanksPageView, (), (thanks))

struct PracticeView {
  std::string service;
  std::string when;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(PracticeView, (), (service, when, words))

struct PracticePageView {
  std::vector<PracticeView> entries;
};
BOOST_DESCRIBE_STRUCT(PracticePageView, (), (entries))

hear::ComplimentState state_of(const Call& call, bool for_leaders) {
  if (for_leaders) return hear::ComplimentState::passed_up;
  const auto typed = call.request.query.get("state");
  if (typed == "to_thank") return hear::ComplimentState::to_thank;
  if (typed == "passed_up") return hear::ComplimentState::passed_up;
  return typed == "shared" ? hear::ComplimentState::shared : hear::ComplimentState::all;
}

std::string facts_of(const hear::Compliment& compliment) {
  const bool closed = compliment.found.status == hear::Status::closed;
  std::string facts = closed ? "The person was thanked" : "The person is not thanked yet";
  if (compliment.workers > 0) {
    facts += ". " + std::to_string(compliment.thanked) + " of " +
             std::to_string(compliment.workers) +
             (compliment.workers == 1 ? " worker thanked" : " workers thanked");
  }
  if (!compliment.passed_up_at.empty()) facts += ". Passed up";
  if (compliment.shared) facts += ". Shared as good practice";
  return facts;
}

}  // namespace

http::Response compliment_list_page(Call& call) {
  const NumberedPage asked(call.request.query);
  ComplimentListView view;
  view.for_leaders = !call.may("POST", "/compliments/{ref}/acknowledgement");
  const auto state = state_of(call, view.for_leaders);
  const auto chosen = call.request.query.get("state");
  view.states = {option("", "All", chosen), option("to_thank", "Someone to thank", chosen),
                 option("passed_up", "Passed up to leaders", chosen),
                 option("shared", "Shared as good practice", chosen)};
  const std::string address =
      "/compliments?" + (state == hear::ComplimentState::all ? "" : "state=" + chosen + "&");
  call.database.read([&](store::Reader& reader) {
    const auto& council = call.authority.id;
    const auto count = hear::count_compliments(reader, council, state);
    view.count =
        (count == 0 ? "No" : std::to_string(count)) + (count == 1 ? " compliment" : " compliments");
    asked.fill(view, count, address);
    for (const auto& each :
         hear::list_compliments(reader, council, state, asked.offset(), NumberedPage::size)) {
      const bool to_thank =
          each.found.status != hear::Status::closed || each.thanked < each.workers;
      view.compliments.push_back({each.found.ref, hear::title(each.found), facts_of(each),
                                  to_thank ? "To thank" : "", to_thank ? "govuk-tag--yellow" : ""});
    }
    for (const auto& each :
         hear::compliments_by_service(reader, council, base::add_months(call.work.today(), -12))) {
      view.services.push_back({each.service, each.compliments});
    }
  });
  return page(call, "hear/compliment/list.html", templates::to_value(view));
}

http::Response thanks_page(Call& call) {
  ThanksPageView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto& each :
         hear::thanks_to(reader, call.authority.id, call.work.actor.user_ref, most_thanks)) {
      view.thanks.push_back(
          {each.service, base::to_long_text(each.thanked), each.thanked_by, each.words});
    }
  });
  return page(call, "hear/compliment/thanks.html", templates::to_value(view));
}

http::Response good_practice_page(Call& call) {
  PracticePageView view;
  call.database.read([&](store::Reader& reader) {
    for (const auto& each : hear::list_compliments(
             reader, call.authority.id, hear::ComplimentState::shared, 0, most_good_practice)) {
      // The month and no day, so that nobody is known by when they spoke.
      view.entries.push_back(
          {each.found.service_name, base::to_month_text(each.found.received), each.public_words});
    }
  });
  return page(call, "hear/compliment/good_practice.html", templates::to_value(view));
}

}  // namespace throughline::web
