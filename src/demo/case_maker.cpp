#include "demo/complaint_maker.hpp"
#include "demo/makers.hpp"
#include "demo/words.hpp"
#include "hear/hear.hpp"
#include "understand/understand.hpp"

namespace throughline::demo {
namespace {

hear::NewCase new_case(const Known& known, const PlannedCase& planned) {
  const auto& theme = known.script.voices.themes[planned.theme];
  hear::NewCase given;
  given.kind = planned.kind;
  given.words = words_of(known.script.voices, planned);
  // Some people do not know which service they mean, and a small council has not every one.
  const auto service = known.refs.find("service:" + theme.services[planned.service].first);
  if (planned.seed % 19 != 0 && service != known.refs.end()) given.service_ref = service->second;
  given.relationship = planned.relationship;
  given.channel = planned.channel;
  given.identity = identity_of(known.script.voices, planned);
  return given;
}

std::vector<std::string> themes_of(const Known& known, const PlannedCase& planned) {
  const auto& themes = known.script.voices.themes;
  std::vector<std::string> refs{known.ref("theme:" + themes[planned.theme].theme)};
  if (planned.second_theme) {
    refs.push_back(known.ref("theme:" + themes[*planned.second_theme].theme));
  }
  return refs;
}

const record::Actor& who_took_it(const Known& known, const PlannedCase& planned) {
  return planned.channel == hear::Channel::web ? known.visitor : known.person("contact");
}

const record::Actor& officer_of(const Known& known, const PlannedCase& planned) {
  return known.person(known.main && planned.officer == 1 ? "feedback" : "complaints");
}

void put_reopening(Timeline& timeline, Known& known, std::size_t at) {
  const PlannedCase& planned = known.planned[at];
  const auto& officer = officer_of(known, planned);
  if (planned.reopened) {
    timeline.at(*planned.reopened, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  must(hear::reopen(writer, work, known.cases[at], 3,
                                    reason_to_reopen(known.script.voices, known.planned[at])));
                });
  }
  if (planned.closed_again) {
    timeline.at(*planned.closed_again, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  if (known.planned[at].kind == hear::Kind::complaint) {
                    close_complaint_again(writer, work, known, at);
                    return;
                  }
                  must(hear::close(writer, work, known.cases[at], 4,
                                   {hear::Outcome::did,
                                    second_answer_to(known.script.voices, known.planned[at])}));
                });
  }
}

void put_case(Timeline& timeline, Known& known, std::size_t at) {
  const PlannedCase& planned = known.planned[at];
  const auto& officer = officer_of(known, planned);
  timeline.at(planned.received, who_took_it(known, planned),
              [&known, at](store::Writer& writer, const record::Work& work) {
                known.cases[at] =
                    must(hear::receive(writer, work, new_case(known, known.planned[at]))).ref;
              });
  if (planned.themed) {
    timeline.at(*planned.themed, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  must(understand::set_themes(writer, work, known.cases[at],
                                              themes_of(known, known.planned[at])));
                });
  }
  const bool complaint = planned.kind == hear::Kind::complaint;
  if (complaint) put_complaint(timeline, known, at, officer);
  if (planned.looked_into && !put_right_at_once(planned)) {
    timeline.at(*planned.looked_into, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  must(hear::look_into(writer, work, known.cases[at], 1));
                });
  }
  if (planned.closed && !complaint) {
    timeline.at(*planned.closed, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  const PlannedCase& each = known.planned[at];
                  must(hear::close(writer, work, known.cases[at], 2,
                                   {each.outcome, answer_to(known.script.voices, each)}));
                });
  }
  put_reopening(timeline, known, at);
}

}  // namespace

void put_cases(Timeline& timeline, Known& known) {
  known.cases.resize(known.planned.size());
  for (std::size_t at = 0; at < known.planned.size(); ++at) put_case(timeline, known, at);
}

}  // namespace throughline::demo
