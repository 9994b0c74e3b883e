#include "count/count.hpp"
#include "demo/makers.hpp"
#include "hear/partner/feedback.hpp"
#include "understand/understand.hpp"

#include <array>

namespace throughline::demo {
namespace {

using std::chrono::days;
using std::chrono::hours;

struct Organisation {
  std::string_view key, name;
  hear::PartnerSort sort;
  std::string_view service;
};

constexpr std::array organisations = {
    Organisation{"carers", "Aldermere Carers Network", hear::PartnerSort::voluntary, "carers"},
    Organisation{"homes", "Larkfield Homes", hear::PartnerSort::provider, "homes"},
    Organisation{"visits", "Brook Street Home Care", hear::PartnerSort::provider, "homecare"},
    Organisation{"trust", "Aldermere Community Health Trust", hear::PartnerSort::health, ""},
};

// What the Carers Network said, days before the end of the history; `after` is days to the reply,
// 0: none yet.
struct Told {
  int back, after;
  hear::Kind kind;
  std::string_view words, reply;
};

constexpr std::array told = {
    Told{320, 8, hear::Kind::compliment,
         "The two drop-in mornings at the library were full, and carers asked us when the next one "
         "is.",
         "There are four a year from now on, and you have the dates."},
    Told{240, 17, hear::Kind::concern,
         "Carers are asked to bring a letter that the surgery charges for. Could a card from us do "
         "instead?",
         "It can. It took us longer than we promised to ask everyone, and we are sorry for that."},
    Told{
        150, 6, hear::Kind::suggestion,
        "Carers who come to our group say that they were never told they can have an assessment of "
        "their own. Could the letter after a first call say it in one line?",
        "The letter says it now, in its first paragraph, with your number beside ours."},
    Told{80, 13, hear::Kind::concern,
         "Three carers this month waited more than six weeks for a call back about a break. Two of "
         "them rang us in tears.",
         "We looked at all three. A second person answers carers' calls since then, and you have "
         "our duty number."},
    Told{24, 0, hear::Kind::concern,
         "The form for a carer's payment asks for the same details three times. People give up "
         "half way, and we fill it in with them on paper.",
         ""},
    Told{
        4, 0, hear::Kind::compliment,
        "The worker who came to our Tuesday group in October answered every question and rang back "
        "the two that she could not answer.",
        ""},
};

base::Instant when_of(const Known& known, int back) {
  Dice dice(seed_for(known.seed, "partner", static_cast<std::uint64_t>(back)));
  return in_office_hours(working_day(base::add_days(known.calendar.as_at(), -back - 2)), dice);
}

void put_told(Timeline& timeline, Known& known, std::size_t at) {
  const auto key = "partner-feedback:" + std::to_string(at);
  const auto said = when_of(known, told[at].back);
  timeline.at(said, known.person("partner"), [&known, at, key](auto& writer, const auto& work) {
    known.refs[key] = must(
        hear::tell_as_partner(writer, work, {told[at].kind, std::string(told[at].words), "", ""}));
  });
  if (told[at].after == 0) return;
  const auto replied = said + days(told[at].after) + hours(1);
  timeline.at(replied, known.person("feedback"), [&known, at, key](auto& writer, const auto& work) {
    must(hear::close(writer, work, known.ref(key), 1,
                     {hear::Outcome::did, std::string(told[at].reply)}));
  });
  timeline.at(
      replied + days(1), known.person("partner"),
      [&known, at, key](auto& writer, const auto& work) {
        must(hear::partner_says_listened(writer, work, known.ref(key),
                                         at % 2 == 0 ? hear::Fixed::yes : hear::Fixed::partly));
      });
}

// The share of replies in time, month by month, as a measure that is counted from them.
void put_reply_measure(Timeline& timeline, Known& known) {
  timeline.at(when_of(known, 1), known.person("analyst"), [&known](auto& writer, const auto& work) {
    const auto ref =
        must(count::create_measure(writer, work,
                                   {"Replies to partners by the day we promised",
                                    "Replies to partners and providers sent by the day that was "
                                    "promised, of all that were due in the month.",
                                    "percent", "increase", "90", "Throughline", "monthly"}))
            .ref;
    known.refs["measure:partner-replies"] = ref;
    const auto today = work.today();
    const base::Date this_month{today.year(), today.month(), std::chrono::day{1}};
    for (const auto& month :
         hear::replies_by_month(writer, work, base::add_months(this_month, -12),
                                base::add_days(this_month, -1), hear::RepliesTo::partners)) {
      if (month.all == 0) continue;
      must(count::record_value(
          writer, work, ref,
          {base::to_text(month.month), std::to_string(100 * month.in_time / month.all)}));
    }
  });
}

}  // namespace

void put_partners(Timeline& timeline, Known& known) {
  // Well before the first thing that is told.
  const auto begun = when_of(known, 360);
  timeline.at(begun, known.person("quality"), [&known](auto& writer, const auto& work) {
    for (const auto& each : organisations) {
      hear::NewPartner given{std::string(each.name), each.sort, {}, {}};
      const auto service = known.refs.find("service:" + std::string(each.service));
      if (service != known.refs.end()) given.service_refs.push_back(service->second);
      known.refs["partner:" + std::string(each.key)] = must(hear::add_partner(writer, work, given));
    }
    must(hear::add_member(writer, work, known.ref("partner:carers"),
                          known.person("partner").user_ref));
    must(
        hear::add_member(writer, work, known.ref("partner:trust"), known.person("trust").user_ref));
  });
  for (std::size_t at = 0; at < told.size(); ++at) put_told(timeline, known, at);
  put_reply_measure(timeline, known);
}

}  // namespace throughline::demo
