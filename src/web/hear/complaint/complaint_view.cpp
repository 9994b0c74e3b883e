#include "web/hear/complaint/complaint_view.hpp"

#include "hear/complaint/clock.hpp"
#include "record/bank_holidays.hpp"

#include <fmt/format.h>

namespace throughline::web {

namespace {

std::string finding_class(hear::Finding finding) {
  if (finding == hear::Finding::upheld) return "govuk-tag--orange";
  if (finding == hear::Finding::partly_upheld) return "govuk-tag--yellow";
  return "govuk-tag--grey";
}

std::string in_pounds(std::int64_t pence) {
  return pence % 100 == 0 ? fmt::format("\u00a3{}", pence / 100)
                          : fmt::format("\u00a3{}.{:02}", pence / 100, pence % 100);
}

std::string next_page(hear::NextStep step) {
  switch (step) {
    case hear::NextStep::acknowledge:
      return "/acknowledgement";
    case hear::NextStep::agree_plan:
      return "/plan";
    case hear::NextStep::respond:
      return "/response";
    case hear::NextStep::explain_delay:
      return "/delay";
    case hear::NextStep::close:
      return "/closure";
    case hear::NextStep::nothing:
      break;
  }
  return "";
}

// A deadline and what was done by it, or a tag that says that it passed.
ClockLineView deadline(std::string name, const std::optional<base::Date>& by,
                       const std::optional<base::Date>& done, base::Date today) {
  ClockLineView line{std::move(name), by ? base::to_long_text(*by) : "Cannot be worked out", "",
                     ""};
  if (!by) return line;
  const auto happened = done.value_or(today);
  if (happened > *by) {
    line.tag = done ? "Missed" : "Late";
    line.tag_class = "govuk-tag--red";
  } else if (done) {
    line.tag = "Met";
    line.tag_class = "govuk-tag--green";
  } else if (*by == today) {
    line.tag = "Today";
    line.tag_class = "govuk-tag--orange";
  }
  return line;
}

std::vector<ClockLineView> clock_of(const hear::Complaint& complaint, bool closed,
                                    base::Date today) {
  std::vector<ClockLineView> lines;
  const auto plain = [&](std::string name, const std::optional<base::Date>& date) {
    if (date) lines.push_back({std::move(name), base::to_long_text(*date), "", ""});
  };
  // What was not done before it was closed is not late any more.
  const auto done = [&](const std::optional<base::Date>& date) {
    return date || !closed ? date : std::optional(complaint.begun);
  };
  plain("Received as a complaint", complaint.begun);
  lines.push_back(
      deadline("Acknowledge by", complaint.acknowledge_by, done(complaint.acknowledged), today));
  plain("Acknowledged", complaint.acknowledged);
  plain("Opened again", complaint.reopened);
  if (complaint.target_by) {
    lines.push_back(
        deadline("Our own target", complaint.target_by, done(complaint.first_response), today));
  }
  if (complaint.respond_by) {
    lines.push_back(
        deadline("Agreed with the person", complaint.respond_by, done(complaint.responded), today));
  }
  const bool longer = complaint.period_ends != hear::six_months_end(complaint.begun);
  lines.push_back(deadline(longer ? "Longer period agreed, to" : "Six months end",
                           complaint.period_ends, done(complaint.first_response), today));
  plain("Delay explained", complaint.delay_explained);
  plain("Response sent", complaint.responded);
  return lines;
}

std::string said_of_speaker(const hear::Complaint& complaint) {
  if (!complaint.capacity) return "Not recorded yet";
  std::string said{hear::label(*complaint.capacity)};
  if (complaint.consent) {
    said += ". Consent: ";
    std::string consent{hear::label(*complaint.consent)};
    consent[0] = static_cast<char>(consent[0] - 'A' + 'a');
    said += consent;
  }
  return said;
}

std::string said_of_time(const hear::Complaint& complaint) {
  if (!complaint.happened) return "Not checked yet";
  if (!hear::came_too_late(complaint)) return "Within 12 months";
  return complaint.late_decision == "accepted" ? "After 12 months; looked into all the same"
                                               : "After 12 months; not looked into";
}

std::string said_of_bodies(const std::vector<hear::JointBody>& bodies) {
  std::string said;
  for (const auto& body : bodies) {
    said += (said.empty() ? "" : ", ") + body.name + (body.leads ? " (leads)" : "");
  }
  return said.empty() ? "Nobody else" : said;
}

void fill_links(ComplaintView& view, store::Reader& reader, const std::string& council,
                const hear::Case& found, const hear::Complaint& complaint) {
  const auto& ref = complaint.case_ref;
  const auto base = "/cases/" + ref;
  view.links.push_back({"Officer", base + "/officer",
                        found.officer_name.empty() ? "Nobody yet" : found.officer_name});
  view.links.push_back({"Who speaks", base + "/speaker", said_of_speaker(complaint)});
  view.links.push_back({"12 months", base + "/time-limit", said_of_time(complaint)});
  view.links.push_back(
      {"How hard it is", base + "/complexity", std::string(hear::label(complaint.complexity))});
  view.links.push_back(
      {"Handled with", base + "/bodies", said_of_bodies(hear::bodies_of(reader, council, ref))});
  const auto notes = hear::notes_of(reader, council, ref).size();
  view.links.push_back(
      {"Notes", base + "/notes",
       notes == 0 ? "None" : std::to_string(notes) + (notes == 1 ? " note" : " notes")});
  view.links.push_back({"Earlier cases", base + "/earlier", ""});
  const auto limit = hear::contact_limit_of(reader, council, ref);
  view.links.push_back({"Contact", base + "/contact-limit", limit ? "Limited" : "Not limited"});
  view.links.push_back({"Ombudsman", base + "/ombudsman",
                        complaint.ombudsman_on
                            ? "Since " + base::to_long_text(*complaint.ombudsman_on)
                            : "Not referred"});
  if (limit) {
    view.contact_limit =
        "Contact is limited until it is looked at again on " + base::to_long_text(limit->review_on);
  }
}

void fill_plan(ComplaintView& view, store::Reader& reader, const std::string& council,
               const hear::Complaint& complaint) {
  if (!complaint.respond_by) return;
  const auto plans = hear::plans_of(reader, council, complaint.case_ref);
  if (plans.empty()) return;
  const auto& plan = plans.back();
  view.plan =
      PlanInForceView{plan.what, plan.how, base::to_long_text(plan.respond_by),
                      (plan.agreed ? "Agreed with the person on "
                                   : "Set by us, because they did not want to discuss it, on ") +
                          base::to_long_text(plan.made_on)};
}

void fill_warnings(ComplaintView& view, const hear::Standing& stands,
                   const hear::Complaint& complaint, base::Date today) {
  if (const auto warning = record::calendar_warning(record::working_days(), today)) {
    view.warnings.push_back(*warning);
  }
  if (stands.needs_late_decision) {
    view.warnings.emplace_back(
        "It came more than 12 months after. Decide whether you look into it");
  }
  if (stands.past_period) {
    view.warnings.push_back(
        "The period to respond ended on " + base::to_long_text(complaint.period_ends) +
        (complaint.delay_explained ? ". The delay was explained; respond as soon as you can"
                                   : ". Tell the person why in writing"));
  }
}

}  // namespace

std::string stage_class(hear::Stage stage) {
  if (stage == hear::Stage::received) return "govuk-tag--blue";
  if (stage == hear::Stage::closed) return "govuk-tag--green";
  return "govuk-tag--yellow";
}

std::vector<ComplaintPointView> point_views(const std::vector<hear::ComplaintPoint>& points) {
  std::vector<ComplaintPointView> views;
  for (const auto& point : points) {
    ComplaintPointView view{std::to_string(point.number), point.words, "", "", point.reasoning, ""};
    if (point.finding) {
      view.finding = hear::label(*point.finding);
      view.finding_class = finding_class(*point.finding);
    }
    for (const auto remedy : point.remedies) {
      view.remedies += (view.remedies.empty() ? "" : "; ") + std::string(hear::label(remedy));
      if (remedy == hear::Remedy::money) view.remedies += " (" + in_pounds(point.pence) + ")";
    }
    views.push_back(std::move(view));
  }
  return views;
}

std::string last_day_as_concern_text(const hear::Case& found, const hear::Complaint& complaint,
                                     base::Date today) {
  const bool spoken =
      found.channel == hear::Channel::phone || found.channel == hear::Channel::in_person;
  if (!spoken || found.status == hear::Status::closed) return "";
  const auto last = hear::last_day_as_concern(record::working_days(), complaint.begun);
  return last && today <= *last ? base::to_long_text(*last) : "";
}

std::optional<ComplaintView> complaint_view(store::Reader& reader, const Call& call,
                                            const hear::Case& found) {
  if (found.kind != hear::Kind::complaint) return std::nullopt;
  const auto& council = call.authority.id;
  const auto complaint = hear::find_complaint(reader, council, found.ref);
  if (!complaint || !complaint->ended.empty()) return std::nullopt;
  const auto today = call.work.today();
  const bool closed = found.status == hear::Status::closed;
  const auto stands =
      hear::standing(*complaint, found.status == hear::Status::looking_into, closed, today);
  ComplaintView view;
  view.stage = hear::label(stands.stage);
  view.stage_class = stage_class(stands.stage);
  if (stands.next != hear::NextStep::nothing) {
    view.next = hear::label(stands.next);
    view.next_href = "/cases/" + found.ref + next_page(stands.next);
  }
  if (stands.due) {
    view.due = base::to_long_text(*stands.due);
    view.late = *stands.due < today;
  }
  if (!closed) fill_warnings(view, stands, *complaint, today);
  view.clock = clock_of(*complaint, closed, today);
  const auto points = hear::points_of(reader, council, found.ref);
  view.points = point_views(points);
  if (const auto whole = hear::overall(points)) {
    view.outcome = hear::label(whole->finding);
    view.why = whole->why;
  }
  fill_plan(view, reader, council, *complaint);
  if (complaint->learning) {
    view.learning = hear::label(*complaint->learning);
    view.learning_note = complaint->learning_note;
  }
  view.names_another = complaint->names_representative;
  view.concern_until = last_day_as_concern_text(found, *complaint, today);
  fill_links(view, reader, council, found, *complaint);
  return view;
}

}  // namespace throughline::web
