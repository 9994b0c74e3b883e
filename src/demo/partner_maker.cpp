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
  timeline.at(replied + days(1), known.person("partner"),
              [&known, at, key](auto& writer, const auto& work) {
                must(hear::partner_says_listened(writer, work, known.ref(key),
                                                 at == 0 ? hear::Fixed::yes : hear::Fixed::partly));
              });
}

}  // namespace

void put_partners(Timeline& timeline, Known& known) {
  // Well before the first thing that is told.
  const auto begun = when_of(known, 200);
  timeline.at(begun, known.person("quality"), [&known](auto& writer, const auto& work) {
    for (const auto& each : organisations) {
      hear::NewPartner given{std::string(each.name), each.sort, {}, {}};
      const auto service = known.refs.find("service:" + std::string(each.service));
      if (service != known.refs.end()) given.service_refs.push_back(service->second);
      known.refs["partner:" + std::string(each.key)] = must(hear::add_partner(writer, work, given));
    }
    must(hear::add_member(writer, work, known.ref("partner:carers"),
                          known.person("partner").user_ref));
  });
  for (std::size_t at = 0; at < told.size(); ++at) put_told(timeline, known, at);
}

}  // namespace throughline::demo
