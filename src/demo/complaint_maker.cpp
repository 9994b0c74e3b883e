#include "demo/complaint_maker.hpp"

#include "demo/words.hpp"
#include "hear/complaint/complaint.hpp"
#include "hear/complaint/targets.hpp"
#include "hear/hear.hpp"
#include "record/bank_holidays.hpp"
#include "record/line.hpp"

#include <algorithm>
#include <array>

namespace throughline::demo {
namespace {

using hear::Complexity;
using hear::Finding;
using hear::Remedy;

// When an open complaint is to be answered, from the day on which the demo is opened, so that its
// worklist always holds what is late, due and to come.
constexpr std::array open_days = {0, 2, -3, 5, 0, 12, -8, 6, 20, -2, 30};

constexpr std::array days_of_new_ones = {6, 13, 19, 26};

constexpr int days_till_forgotten = 100;
constexpr int days_till_planned = 12;

std::int64_t version_of(store::Reader& reader, const record::Work& work, const std::string& ref) {
  return hear::find_complaint(reader, work.authority_id, ref).value().version;
}

base::Date working_days_after(base::Date date, int days) {
  return record::working_days().add(date, days).value_or(base::add_days(date, days));
}

struct Course {
  base::Instant acknowledged;
  base::Instant planned;
  base::Date respond_by;
  Complexity complexity = Complexity::standard;
};

// Some that are open have no plan yet, and some are answered and wait to be closed.
bool waits_for_a_plan(const PlannedCase& planned) {
  return planned.seed % 7 == 2;
}
bool is_answered(const PlannedCase& planned) {
  return planned.looked_into && planned.seed % 5 == 0;
}

// Old enough to have a plan by the end, and to be answered by its date.
bool has_a_date(const Known& known, const PlannedCase& planned) {
  return planned.kind == hear::Kind::complaint && !planned.closed && !waits_for_a_plan(planned) &&
         !is_answered(planned) &&
         base::days_between(base::london_date(planned.received), known.calendar.as_at()) >=
             days_till_planned;
}

// How many open complaints with a date came in after this one: those are among the latest.
std::size_t dated_after(const Known& known, std::size_t at) {
  std::size_t count = 0;
  for (std::size_t later = at + 1; later < known.planned.size(); ++later) {
    if (has_a_date(known, known.planned[later])) ++count;
  }
  return count;
}

Course course_of(const Known& known, std::size_t at) {
  const auto& planned = known.planned[at];
  Dice dice(seed_for(planned.seed, "complaint"));
  Course course;
  const auto received = base::london_date(planned.received);
  const int wait = dice.chance(0.9) ? dice.from(1, 3) : dice.from(4, 6);
  course.acknowledged = in_office_hours(working_days_after(received, wait), dice);
  course.planned = in_office_hours(
      working_days_after(base::london_date(course.acknowledged), dice.from(1, 4)), dice);
  if (planned.closed) {
    const auto soon = std::chrono::hours(1);
    course.acknowledged = std::min(course.acknowledged, *planned.looked_into - soon);
    course.acknowledged = std::max(course.acknowledged, planned.received + std::chrono::minutes(5));
    course.planned = std::min(course.planned, *planned.closed - std::chrono::hours(48));
  }
  course.planned = std::max(course.planned, course.acknowledged + std::chrono::minutes(30));
  course.complexity = dice.chance(0.2)    ? Complexity::simple
                      : dice.chance(0.85) ? Complexity::standard
                                          : Complexity::complex;
  const auto made = base::london_date(course.planned);
  if (planned.closed) {
    const auto sent = base::london_date(*planned.closed);
    course.respond_by =
        working_day(base::add_days(sent, dice.chance(0.83) ? dice.from(0, 7) : -dice.from(1, 9)));
  } else if (base::days_between(received, known.calendar.as_at()) < days_till_forgotten) {
    const int days = has_a_date(known, planned)
                         ? open_days.at(dated_after(known, at) % open_days.size())
                         : days_of_new_ones.at(planned.seed % days_of_new_ones.size());
    const auto day = base::add_days(known.calendar.as_at(), days);
    course.respond_by = days > 0 ? working_day(day) : day;
  } else {
    course.respond_by = working_days_after(received, 25);  // and nobody kept to it
  }
  course.respond_by = std::max(course.respond_by, made);
  return course;
}

const Texts& points_about(const Known& known, const PlannedCase& planned) {
  return known.script.complaints.points.at(known.script.voices.themes[planned.theme].theme);
}

void plan(store::Writer& writer, const record::Work& work, const Known& known, std::size_t at) {
  const auto& planned = known.planned[at];
  const auto& script = known.script.complaints;
  const auto& ref = known.cases[at];
  Dice dice(seed_for(planned.seed, "plan"));
  const auto respond_by = std::max(course_of(known, at).respond_by, work.today());
  must(hear::agree_plan(writer, work, ref, version_of(writer, work, ref),
                        {work.today(), dice.chance(0.93), dice.pick(script.what),
                         dice.pick(script.how), respond_by, ""}));
  const auto& words = points_about(known, planned);
  const auto count = std::min<std::size_t>(words.size(), dice.chance(0.4) ? 1 : dice.from(2, 3));
  const auto first = static_cast<std::size_t>(dice.roll() % words.size());
  for (std::size_t i = 0; i < count; ++i) {
    must(hear::add_complaint_point(writer, work, ref, version_of(writer, work, ref),
                                   words[(first + i) % words.size()]));
  }
  if (dice.chance(0.5)) must(hear::add_note(writer, work, ref, dice.pick(script.notes)));
}

void say_who_speaks(store::Writer& writer, const record::Work& work, const Known& known,
                    std::size_t at) {
  const auto& planned = known.planned[at];
  const auto& ref = known.cases[at];
  Dice dice(seed_for(planned.seed, "speaker"));
  hear::Speaker speaker;
  using hear::Relationship;
  if (planned.relationship == Relationship::person) {
    speaker.capacity = hear::Capacity::own;
  } else if (planned.relationship == Relationship::unpaid_carer && dice.chance(0.4)) {
    speaker.capacity = hear::Capacity::affected;
  } else if (planned.relationship == Relationship::family ||
             planned.relationship == Relationship::advocate ||
             planned.relationship == Relationship::unpaid_carer) {
    speaker.capacity = dice.chance(0.7)   ? hear::Capacity::asked
                       : dice.chance(0.5) ? hear::Capacity::cannot
                                          : hear::Capacity::died;
    const bool asked = speaker.capacity == hear::Capacity::asked;
    speaker.consent = asked ? (dice.chance(0.7) ? hear::Consent::seen : hear::Consent::spoken)
                            : hear::Consent::not_needed;
    if (asked) speaker.consent_on = work.today();
    if (!asked)
      speaker.reason = "They act in the person's best interests, as their closest relative";
  } else {
    return;
  }
  must(hear::set_speaker(writer, work, ref, version_of(writer, work, ref), speaker));
}

void acknowledge(store::Writer& writer, const record::Work& work, const Known& known,
                 std::size_t at) {
  const auto& planned = known.planned[at];
  const auto& ref = known.cases[at];
  using hear::Channel;
  const auto means = planned.channel == Channel::letter  ? hear::Means::letter
                     : planned.channel == Channel::phone ? hear::Means::phone
                                                         : hear::Means::email;
  must(hear::acknowledge_complaint(writer, work, ref, version_of(writer, work, ref),
                                   {work.today(), means, course_of(known, at).complexity}));
  say_who_speaks(writer, work, known, at);
  const auto& script = known.script.complaints;
  if (planned.seed % 17 == 0) {
    const auto& body = script.bodies[planned.seed / 17 % script.bodies.size()];
    must(hear::add_body(writer, work, ref, version_of(writer, work, ref),
                        {body.name, hear::body_kind_from_text(body.kind), body.leads,
                         hear::Consent::spoken, work.today(), ""}));
  }
  if (planned.seed % 29 == 3) {
    const auto happened =
        base::add_months(base::london_date(planned.received), -13 - static_cast<int>(at % 5));
    must(hear::set_time_limit(writer, work, ref, version_of(writer, work, ref),
                              {happened, std::nullopt, "accepted", script.late}));
  }
}

std::vector<Finding> findings_of(const PlannedCase& planned, std::size_t count, Dice& dice) {
  const bool did = planned.outcome == hear::Outcome::did;
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < count; ++i) {
    const auto likely = dice.share();
    findings.push_back(did ? (likely < 0.55   ? Finding::upheld
                              : likely < 0.85 ? Finding::partly_upheld
                                              : Finding::not_upheld)
                           : (likely < 0.1    ? Finding::upheld
                              : likely < 0.25 ? Finding::partly_upheld
                                              : Finding::not_upheld));
  }
  return findings;
}

void find_on_points(store::Writer& writer, const record::Work& work, const Known& known,
                    std::size_t at) {
  const auto& ref = known.cases[at];
  Dice dice(seed_for(known.planned[at].seed, "findings"));
  const auto points = hear::points_of(writer, work.authority_id, ref);
  const auto findings = findings_of(known.planned[at], points.size(), dice);
  for (std::size_t i = 0; i < points.size(); ++i) {
    hear::PointForm form{points[i].words, findings[i], "", {}, ""};
    const std::string finding(hear::to_text(findings[i]));
    form.reasoning = dice.pick(known.script.complaints.reasoning.at(finding));
    if (hear::well_founded(findings[i])) {
      form.remedies = {Remedy::apology};
      const auto more = dice.share();
      if (more < 0.12) {
        form.remedies.push_back(Remedy::money);
        form.pounds = std::to_string(25 * dice.from(2, 14));
      } else if (more < 0.35) {
        form.remedies.push_back(Remedy::service);
      } else if (more < 0.6) {
        form.remedies.push_back(Remedy::practice);
      } else if (more < 0.7) {
        form.remedies.push_back(Remedy::training);
      } else if (more < 0.85) {
        form.remedies.push_back(Remedy::explanation);
      }
    }
    must(hear::change_point(writer, work, ref, version_of(writer, work, ref), points[i].number,
                            form));
  }
}

void respond(store::Writer& writer, const record::Work& work, const std::string& ref,
             const std::string& answer) {
  must(hear::record_response(writer, work, ref, version_of(writer, work, ref),
                             {work.today(), hear::Means::letter, answer, true, true, true}));
}

hear::Learned learned_from(store::Reader& reader, const record::Work& work, const Known& known,
                           std::size_t at) {
  const auto& script = known.script.complaints;
  Dice dice(seed_for(known.planned[at].seed, "learned"));
  bool raised = false;
  bool themed = false;
  for (const auto& link : record::links_from(reader, work.authority_id, known.cases[at])) {
    raised = raised || link.relation == record::Relation::raised;
    themed = themed || link.relation == record::Relation::has_theme;
  }
  if (raised) return {hear::Learning::action, ""};
  if (themed && dice.chance(0.65)) return {hear::Learning::theme, dice.pick(script.learned)};
  return {hear::Learning::none, dice.pick(script.nothing)};
}

void answer_and_close(store::Writer& writer, const record::Work& work, const Known& known,
                      std::size_t at) {
  const auto& ref = known.cases[at];
  find_on_points(writer, work, known, at);
  respond(writer, work, ref, answer_to(known.script.voices, known.planned[at]));
  must(hear::close_complaint(writer, work, ref, version_of(writer, work, ref),
                             learned_from(writer, work, known, at)));
}

void keep_as_concern(store::Writer& writer, const record::Work& work, const Known& known,
                     std::size_t at) {
  const auto& ref = known.cases[at];
  Dice dice(seed_for(known.planned[at].seed, "put right"));
  must(hear::keep_as_concern(writer, work, ref, version_of(writer, work, ref),
                             {true, dice.pick(known.script.complaints.put_right)}));
}

// What now and then follows: the Ombudsman is asked, or contact is limited.
void put_afterwards(Timeline& timeline, Known& known, std::size_t at,
                    const record::Actor& officer) {
  const auto& planned = known.planned[at];
  const auto end = base::london_midnight(known.calendar.as_at());
  if (planned.seed % 31 == 5) {
    const auto when = *planned.closed + std::chrono::hours(24 * 40);
    if (when < end) {
      timeline.at(when, officer, [&known, at](store::Writer& writer, const record::Work& work) {
        const auto& ref = known.cases[at];
        must(hear::refer_to_ombudsman(writer, work, ref, version_of(writer, work, ref),
                                      work.today(), ""));
      });
    }
  }
}

void put_limit(Timeline& timeline, Known& known, std::size_t at) {
  const auto when = known.planned[at].received + std::chrono::hours(24 * 6);
  if (when >= base::london_midnight(known.calendar.as_at())) return;
  timeline.at(when, known.person("quality"),
              [&known, at](store::Writer& writer, const record::Work& work) {
                must(hear::limit_contact(
                    writer, work, known.cases[at],
                    {known.script.complaints.limited, base::add_months(work.today(), 3)}));
              });
}

}  // namespace

void set_demo_targets(store::Writer& writer, const record::Work& work) {
  must(hear::set_targets(writer, work,
                         {{Complexity::simple, {"10", hear::DayUnit::working}},
                          {Complexity::standard, {"25", hear::DayUnit::working}},
                          {Complexity::complex, {"65", hear::DayUnit::working}}}));
}

bool put_right_at_once(const PlannedCase& planned) {
  return planned.kind == hear::Kind::complaint && planned.channel == hear::Channel::phone &&
         planned.whole == nullptr && !planned.reopened && planned.looked_into &&
         planned.seed % 13 == 1;
}

void put_complaint(Timeline& timeline, Known& known, std::size_t at, const record::Actor& officer) {
  const auto& planned = known.planned[at];
  const auto end = base::london_midnight(known.calendar.as_at());
  if (put_right_at_once(planned)) {
    const auto soon = planned.received + std::chrono::minutes(90);
    if (soon < end) {
      timeline.at(soon, officer, [&known, at](store::Writer& writer, const record::Work& work) {
        keep_as_concern(writer, work, known, at);
      });
    }
    return;
  }
  const auto course = course_of(known, at);
  if (course.acknowledged < end) {
    timeline.at(course.acknowledged, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  acknowledge(writer, work, known, at);
                });
  }
  if (course.planned < end && (planned.closed || !waits_for_a_plan(planned))) {
    timeline.at(course.planned, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  plan(writer, work, known, at);
                });
    const auto answered = course.planned + std::chrono::hours(20 * 24);
    if (!planned.closed && is_answered(planned) && answered < end) {
      timeline.at(answered, officer, [&known, at](store::Writer& writer, const record::Work& work) {
        respond(writer, work, known.cases[at], answer_to(known.script.voices, known.planned[at]));
      });
    }
  }
  if (planned.closed) {
    timeline.at(*planned.closed, officer,
                [&known, at](store::Writer& writer, const record::Work& work) {
                  answer_and_close(writer, work, known, at);
                });
    put_afterwards(timeline, known, at, officer);
  } else if (known.main && planned.seed % 11 == 4) {
    put_limit(timeline, known, at);
  }
}

void close_complaint_again(store::Writer& writer, const record::Work& work, const Known& known,
                           std::size_t at) {
  const auto& ref = known.cases[at];
  respond(writer, work, ref, second_answer_to(known.script.voices, known.planned[at]));
  must(hear::close_complaint(writer, work, ref, version_of(writer, work, ref),
                             learned_from(writer, work, known, at)));
}

}  // namespace throughline::demo
