#pragma once

// The makers of the demo council: each puts what happens at its stages of the line on the timeline.

#include "demo/figures.hpp"
#include "demo/known.hpp"
#include "judge/judge.hpp"
#include "record/password.hpp"

namespace throughline::demo {

// The council with its people, services and themes, on the day before the three years begin.
void found_council(store::Database& database, Known& known, const record::Passwords& passwords);

// HEAR and UNDERSTAND: cases come in, are given themes, looked into and closed.
void put_cases(Timeline& timeline, Known& known);
// HEAR: letters about cases, and a template that the council made its own.
void put_letters(Timeline& timeline, Known& known);
// HEAR: answers go out by email, and people say whether it is fixed.
void put_answers_back(Timeline& timeline, Known& known);
// HEAR: what staff raise and log, praise that is passed on, faces pressed at points.
void put_voices(Timeline& timeline, Known& known);
// Partner organisations, what one of them told the council, and the replies.
void put_partners(Timeline& timeline, Known& known);
// Incidents that the council and its partners looked at together.
void put_joint_reviews(Timeline& timeline, Known& known);
// HEAR: what came over pictures and on paper.
void put_ways_in(Timeline& timeline, Known& known);
// Surveys: what was asked in waves, answered, read and counted into a measure.
void put_surveys(Timeline& timeline, Known& known);
// COUNT: the measures and a value for each month.
void put_figures(Timeline& timeline, Known& known, const Figures& figures);
// ACT and PROVE, and what the public is told of it.
void put_actions(Timeline& timeline, Known& known);
// JUDGE: documents, evidence, scores and key findings.
void put_documents(Timeline& timeline, Known& known);
void put_evidence(Timeline& timeline, Known& known, const judge::Rules& rules);
void put_scores(Timeline& timeline, Known& known, const judge::Rules& rules);
void put_findings(Timeline& timeline, Known& known, const judge::Rules& rules);
// ELSEWHERE: published assessments of other invented councils (data/demo/assessments).
void put_library(Timeline& timeline, Known& known);
// PUBLISH: pages of the information hub, and what readers say of them.
void put_information(Timeline& timeline, Known& known);
// PUBLISH: reports of complaints.
void put_reports(Timeline& timeline, Known& known);
// People's data: populations to hold voices against, redactions, a hold, looks, and how long it is
// kept.
void put_people(Timeline& timeline, Known& known);
// Redacts, in the name of whoever is at work, the cases behind a record that a text quotes.
void redact_quoted(store::Writer& writer, const record::Work& work, const std::string& behind,
                   const std::string& travelling);
void redact_quoted(store::Writer& writer, const record::Work& work,
                   const std::vector<std::string>& case_refs, const std::string& travelling);
// What the Ombudsman decided, and its yearly figures.
void put_ombudsman(Timeline& timeline, Known& known);
// Co-production: groups with their members, and projects early and late.
void put_coproduction(Timeline& timeline, Known& known);
// PUBLISH: the Local Account of the last year, signed, and the draft of this one.
void put_local_accounts(Timeline& timeline, Known& known);
// PUBLISH: the assessment.
void put_publication(Timeline& timeline, Known& known, const judge::Rules& rules);

}  // namespace throughline::demo
