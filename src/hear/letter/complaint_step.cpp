#include "hear/letter/complaint_step.hpp"

#include "hear/complaint/complaint.hpp"
#include "hear/hear.hpp"

namespace throughline::hear::letter {
namespace {

Means means_of(SentBy by) {
  // A letter that was handed over is a letter.
  return by == SentBy::email ? Means::email : Means::letter;
}

// The complaint's fields in the names of the form; what no field can show stands under "by".
base::Error in_the_words_of_the_form(base::Error error) {
  if (error.kind == base::ErrorKind::conflict || error.problems.empty()) {
    return {base::ErrorKind::invalid, "There is a problem", {{"by", error.message}}};
  }
  for (auto& problem : error.problems) {
    if (problem.field == "sent" || problem.field == "made") problem.field = "on";
    if (problem.field == "means") problem.field = "by";
    if (problem.field == "respond" || problem.field == "reason" || problem.field == "what" ||
        problem.field == "how") {
      problem.field = "by";
    }
  }
  return error;
}

base::Result<void> change_plan(store::Writer& writer, const record::Work& work,
                               const Letter& letter, const Sending& sending, std::int64_t version) {
  const auto plans = plans_of(writer, work.authority_id, letter.case_ref);
  if (plans.empty()) {
    return base::refuse({{"by",
                          "Record the plan of this complaint first: there is no date yet that "
                          "could be made longer"}});
  }
  NewPlan plan;
  plan.made_on = sending.on;
  plan.agreed = sending.agreed;
  plan.what = plans.back().what;
  plan.how = plans.back().how;
  plan.respond_by = letter.extended_to;
  plan.reason = letter.extension_reason;
  return agree_plan(writer, work, letter.case_ref, version, plan);
}

base::Result<void> explain(store::Writer& writer, const record::Work& work, const Letter& letter,
                           const Sending& sending, std::int64_t version) {
  return explain_delay(writer, work, letter.case_ref, version,
                       {sending.on, means_of(*sending.by), letter.extension_reason});
}

base::Result<void> take(store::Writer& writer, const record::Work& work, const Letter& letter,
                        const Sending& sending, Step step) {
  const auto version = find_complaint(writer, work.authority_id, letter.case_ref)->version;
  switch (step) {
    case Step::none:
      return {};
    case Step::acknowledge:
      return acknowledge_complaint(
          writer, work, letter.case_ref, version,
          {sending.on, sending.by == SentBy::in_person ? Means::in_person : means_of(*sending.by),
           sending.complexity});
    case Step::change_plan:
      return change_plan(writer, work, letter, sending, version);
    case Step::explain_delay:
      return explain(writer, work, letter, sending, version);
    case Step::respond:
      return record_response(
          writer, work, letter.case_ref, version,
          {sending.on, means_of(*sending.by), sending.summary, sending.says_how_considered,
           sending.says_what_is_done, sending.says_ombudsman});
  }
  return {};
}

}  // namespace

Step step_of(store::Reader& reader, const std::string& authority_id, const Letter& letter,
             base::Date today) {
  const auto of_case = find_case(reader, authority_id, letter.case_ref);
  const auto complaint = find_complaint(reader, authority_id, letter.case_ref);
  if (!of_case || !complaint || !complaint->ended.empty() || of_case->status == Status::closed) {
    return Step::none;
  }
  switch (letter.kind) {
    case Kind::acknowledgement:
      return complaint->acknowledged ? Step::none : Step::acknowledge;
    case Kind::extension:
      if (complaint->responded) return Step::none;
      return today > complaint->period_ends && !complaint->first_response &&
                     !complaint->delay_explained
                 ? Step::explain_delay
                 : Step::change_plan;
    case Kind::response:
      return complaint->responded ? Step::none : Step::respond;
    case Kind::thanks:
    case Kind::reply:
      return Step::none;
  }
  return Step::none;
}

base::Result<void> take_step(store::Writer& writer, const record::Work& work, const Letter& letter,
                             const Sending& sending) {
  const auto step = step_of(writer, work.authority_id, letter, work.today());
  if (step == Step::none) return {};
  auto taken = take(writer, work, letter, sending, step);
  if (!taken) return tl::make_unexpected(in_the_words_of_the_form(std::move(taken.error())));
  return taken;
}

}  // namespace throughline::hear::letter
