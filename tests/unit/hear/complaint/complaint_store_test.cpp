#include "complaint_suite.hpp"
#include "hear/complaint/targets.hpp"
#include "hear/complaint/worklist.hpp"
#include "hear/concern/concern.hpp"
#include "record/line.hpp"
#include "record/trace.hpp"

namespace throughline::hear {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ComplaintStore : public ComplaintSuite {};
ON_BOTH_DATABASES(ComplaintStore);

TEST_P(ComplaintStore, has_a_clock_from_the_day_it_comes_in) {
  const auto found = find(take_in());
  EXPECT_EQ(found.begun, day(3, 2));
  EXPECT_EQ(found.acknowledge_by, day(3, 5));
  EXPECT_EQ(found.period_ends, day(9, 1));
  EXPECT_EQ(found.target_by, std::nullopt);
  database().read([&](store::Reader& reader) {
    EXPECT_FALSE(find_complaint(reader, "aldermere", "CASE-2"));
    EXPECT_FALSE(find_complaint(reader, "brackwater", found.case_ref));
  });
}

TEST_P(ComplaintStore, is_no_complaint_when_it_is_praise) {
  const auto ref = take_in(Kind::compliment);
  database().read(
      [&](store::Reader& reader) { EXPECT_FALSE(find_complaint(reader, "aldermere", ref)); });
  const auto refused = write([&](store::Writer& writer) {
    return acknowledge_complaint(writer, work(), ref, 1,
                                 {day(3, 2), Means::phone, Complexity::simple});
  });
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
}

TEST_P(ComplaintStore, goes_from_received_to_closed_with_learning) {
  const auto ref = take_in();
  EXPECT_EQ(stands(ref, day(3, 2)).next, NextStep::acknowledge);
  EXPECT_EQ(stands(ref, day(3, 2)).due, day(3, 5));
  ASSERT_TRUE(acknowledged(ref, day(3, 4)));
  EXPECT_EQ(stands(ref, day(3, 4)).stage, Stage::acknowledged);
  EXPECT_EQ(stands(ref, day(3, 4)).next, NextStep::agree_plan);
  ASSERT_TRUE(planned(ref, day(3, 6), day(4, 10)));
  EXPECT_EQ(stands(ref, day(3, 6)).stage, Stage::plan_agreed);
  EXPECT_EQ(stands(ref, day(3, 6)).due, day(4, 10));
  ASSERT_TRUE(
      write([&](store::Writer& writer) { return look_into(writer, on(day(3, 9)), ref, 1); }));
  EXPECT_EQ(stands(ref, day(3, 9)).stage, Stage::looking_into);
  ASSERT_TRUE(pointed(ref, Finding::upheld));
  ASSERT_TRUE(pointed(ref, Finding::not_upheld));
  ASSERT_TRUE(responded(ref, day(4, 9)));
  EXPECT_EQ(stands(ref, day(4, 9)).next, NextStep::close);
  ASSERT_TRUE(closed(ref, day(4, 13)));
  EXPECT_EQ(stands(ref, day(4, 13)).stage, Stage::closed);
  EXPECT_EQ(case_of(ref).answer, "We are sorry, and call on Sundays now.");
  EXPECT_EQ(case_of(ref).closed, "2026-04-13");

  std::vector<std::string> verbs;
  for (const auto& event : events(ref)) {
    verbs.push_back(event.verb);
    for (const auto& [name, value] : event.details) {
      EXPECT_THAT(value, ::testing::Not(HasSubstr("Sunday"))) << "no words in events";
    }
  }
  EXPECT_THAT(verbs, ElementsAre("received", "acknowledged", "plan agreed", "looked into",
                                 "point added", "point changed", "point added", "point changed",
                                 "response sent", "closed"));
}

TEST_P(ComplaintStore, is_not_closed_around_its_rules) {
  const auto ref = take_in();
  const auto around = write([&](store::Writer& writer) {
    return close(writer, work(), ref, 1, {Outcome::did, "We did it"});
  });
  EXPECT_EQ(around.error().kind, base::ErrorKind::conflict);

  EXPECT_THAT(fields(closed(ref, day(3, 2), {}).error()),
              ElementsAre("points", "response", "learning"));
  ASSERT_TRUE(acknowledged(ref, day(3, 2)));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return add_complaint_point(writer, work(), ref, find_version(writer, ref), "No visit");
  }));
  EXPECT_THAT(fields(closed(ref, day(3, 2)).error()), ElementsAre("points", "response"));
  ASSERT_TRUE(responded(ref, day(3, 2)));
  EXPECT_THAT(fields(closed(ref, day(3, 2), {Learning::none, " "}).error()),
              ElementsAre("points", "note"));
}

TEST_P(ComplaintStore, learns_by_an_action_or_for_a_theme_only_when_they_are_there) {
  const auto ref = take_in();
  ASSERT_TRUE(acknowledged(ref, day(3, 2)));
  ASSERT_TRUE(pointed(ref, Finding::upheld));
  ASSERT_TRUE(responded(ref, day(3, 2)));
  EXPECT_THAT(fields(closed(ref, day(3, 2), {Learning::action, ""}).error()),
              ElementsAre("learning"));
  EXPECT_THAT(fields(closed(ref, day(3, 2), {Learning::theme, "Ring first"}).error()),
              ElementsAre("learning"));
  write([&](store::Writer& writer) {
    record::put_node(writer, "aldermere", {"ACTION-1", "Ring first", "", ""});
    record::add_link(writer, work(), {ref, record::Relation::raised, "ACTION-1"});
    return 0;
  });
  EXPECT_TRUE(closed(ref, day(3, 2), {Learning::action, ""}));
}

TEST_P(ComplaintStore, needs_no_response_when_all_of_it_is_withdrawn) {
  const auto ref = take_in();
  ASSERT_TRUE(pointed(ref, Finding::withdrawn));
  EXPECT_TRUE(closed(ref, day(3, 3)));
  EXPECT_EQ(case_of(ref).answer, "The complaint was withdrawn.");
}

TEST_P(ComplaintStore, begins_again_when_it_is_opened_again) {
  const auto ref = take_in();
  ASSERT_TRUE(acknowledged(ref, day(3, 3)));
  ASSERT_TRUE(planned(ref, day(3, 3), day(3, 20)));
  ASSERT_TRUE(pointed(ref, Finding::not_upheld));
  ASSERT_TRUE(responded(ref, day(3, 19)));
  ASSERT_TRUE(closed(ref, day(3, 19)));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return reopen(writer, on(day(4, 1)), ref, case_of(ref).version, "There is more");
  }));
  const auto again = find(ref);
  EXPECT_EQ(again.round, 2);
  EXPECT_EQ(again.reopened, day(4, 1));
  EXPECT_EQ(again.first_response, day(3, 19)) << "the first answer stands for the clock";
  EXPECT_EQ(stands(ref, day(4, 1)).next, NextStep::agree_plan);
  EXPECT_THAT(fields(closed(ref, day(4, 2)).error()), ElementsAre("response"));
  ASSERT_TRUE(planned(ref, day(4, 2), day(12, 1))) << "the six months are those of the first round";
  ASSERT_TRUE(responded(ref, day(4, 10)));
  EXPECT_TRUE(closed(ref, day(4, 10)));
}

TEST_P(ComplaintStore, goes_beyond_six_months_only_with_the_persons_agreement) {
  const auto ref = take_in();
  ASSERT_TRUE(acknowledged(ref, day(3, 3)));
  EXPECT_THAT(fields(planned(ref, day(3, 4), day(9, 2), false).error()), ElementsAre("respond"));
  EXPECT_TRUE(planned(ref, day(3, 4), day(9, 1), false));
  EXPECT_THAT(fields(planned(ref, day(9, 2), day(10, 1)).error()), ElementsAre("made"))
      << "agreed after the period had ended";
  ASSERT_TRUE(planned(ref, day(9, 1), day(10, 1)));
  EXPECT_EQ(find(ref).period_ends, day(10, 1));
  EXPECT_FALSE(stands(ref, day(10, 1)).past_period);

  const auto late = stands(ref, day(10, 2));
  EXPECT_TRUE(late.past_period);
  EXPECT_EQ(late.next, NextStep::explain_delay);
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return explain_delay(writer, on(day(10, 5)), ref, find_version(writer, ref),
                         {day(10, 5), Means::letter, "The hospital's part is not here yet"});
  }));
  EXPECT_EQ(stands(ref, day(10, 5)).next, NextStep::respond);
  EXPECT_TRUE(planned(ref, day(10, 5), day(10, 30), false)) << "as soon as can be, once explained";
}

TEST_P(ComplaintStore, says_why_a_plan_changed_and_keeps_the_first) {
  const auto ref = take_in();
  EXPECT_EQ(planned(ref, day(3, 3), day(4, 1)).error().kind, base::ErrorKind::conflict)
      << "not acknowledged";
  ASSERT_TRUE(acknowledged(ref, day(3, 3)));
  ASSERT_TRUE(planned(ref, day(3, 3), day(4, 1)));
  EXPECT_THAT(fields(planned(ref, day(3, 9), day(4, 9), true, " ").error()), ElementsAre("reason"));
  ASSERT_TRUE(planned(ref, day(3, 9), day(4, 9)));
  const auto plans =
      database().read([&](store::Reader& reader) { return plans_of(reader, "aldermere", ref); });
  ASSERT_EQ(plans.size(), 2U);
  EXPECT_EQ(plans[0].respond_by, day(4, 1));
  EXPECT_EQ(plans[1].reason, "They asked for it");
}

TEST_P(ComplaintStore, is_kept_as_a_concern_only_while_the_law_says_so) {
  const auto put_right = [&](const std::string& ref, base::Date today, bool satisfied = true) {
    return write([&](store::Writer& writer) {
      return keep_as_concern(writer, on(today), ref, find_version(writer, ref),
                             {satisfied, "We rang, and someone comes tonight."});
    });
  };
  const auto friday = take_in(Kind::complaint, Channel::phone, day(2, 27));
  EXPECT_THAT(fields(put_right(friday, day(3, 2), false).error()), ElementsAre("satisfied"));
  ASSERT_TRUE(put_right(friday, day(3, 2)));
  EXPECT_EQ(case_of(friday).kind, Kind::concern);
  EXPECT_EQ(case_of(friday).status, Status::closed);
  EXPECT_EQ(find(friday).ended, "concern");

  const auto missed = take_in(Kind::complaint, Channel::phone, day(2, 27));
  EXPECT_EQ(put_right(missed, day(3, 3)).error().kind, base::ErrorKind::conflict);
  const auto written = take_in(Kind::complaint, Channel::letter);
  EXPECT_EQ(put_right(written, day(3, 2)).error().kind, base::ErrorKind::conflict);
}

TEST_P(ComplaintStore, begins_when_a_concern_becomes_one) {
  const auto ref = take_in(Kind::concern, Channel::phone, day(2, 2));
  const auto become = [&](std::int64_t version, Kind kind, std::optional<base::Date> since) {
    return write([&](store::Writer& writer) {
      return correct(writer, on(day(3, 2)), ref, version, {kind, "", "They asked", since});
    });
  };
  EXPECT_THAT(fields(become(1, Kind::complaint, day(2, 1)).error()), ElementsAre("since"));
  ASSERT_TRUE(become(1, Kind::complaint, day(2, 27)));
  EXPECT_EQ(find(ref).begun, day(2, 27));
  EXPECT_EQ(find(ref).acknowledge_by, day(3, 4));
  ASSERT_TRUE(become(2, Kind::concern, std::nullopt));
  EXPECT_EQ(find(ref).ended, "corrected");
  ASSERT_TRUE(become(3, Kind::complaint, std::nullopt));
  EXPECT_EQ(find(ref).begun, day(2, 2)) << "it was one all along";
  EXPECT_EQ(find(ref).ended, "");
}

TEST_P(ComplaintStore, runs_from_the_day_on_which_someone_asked_to_make_a_concern_one) {
  const auto ref = take_in(Kind::concern, Channel::phone, day(2, 2));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return make_complaint(writer, on(day(3, 2)), ref, PersonWishes::yes);
  }));
  EXPECT_EQ(find(ref).begun, day(3, 2));
}

TEST_P(ComplaintStore, does_not_begin_while_the_case_is_closed) {
  const auto ref = take_in(Kind::concern);
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return close(writer, work(), ref, 1, {Outcome::did, "Done"});
  }));
  const auto refused = write([&](store::Writer& writer) {
    return correct(writer, work(), ref, 2, {Kind::complaint, "", "They asked"});
  });
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
}

TEST_P(ComplaintStore, made_after_twelve_months_needs_a_decision) {
  const auto ref = take_in();
  const auto say = [&](base::Date happened, const std::string& decision) {
    return write([&](store::Writer& writer) {
      return set_time_limit(writer, work(), ref, find_version(writer, ref),
                            {happened, std::nullopt, decision, decision.empty() ? "" : "Ill"});
    });
  };
  ASSERT_TRUE(say(day(3, 2, 2025), ""));
  EXPECT_FALSE(came_too_late(find(ref)));
  EXPECT_THAT(fields(say(day(3, 1, 2025), "").error()), ElementsAre("decision", "reason"));
  ASSERT_TRUE(say(day(3, 1, 2025), "refused"));
  ASSERT_TRUE(responded(ref, day(3, 3)));
  EXPECT_TRUE(closed(ref, day(3, 3))) << "no points when it is not taken on";
}

TEST_P(ComplaintStore, knows_who_speaks_and_never_puts_a_name_in_its_history) {
  const auto ref = take_in();
  const auto say = [&](const Speaker& speaker) {
    return write([&](store::Writer& writer) {
      return set_speaker(writer, work(), ref, find_version(writer, ref), speaker);
    });
  };
  EXPECT_THAT(fields(say({Capacity::asked, Consent::seen, std::nullopt, "", ""}).error()),
              ElementsAre("consent-on"));
  EXPECT_THAT(fields(say({Capacity::died, Consent::not_needed, std::nullopt, "", ""}).error()),
              ElementsAre("reason"));
  ASSERT_TRUE(say({Capacity::asked, Consent::seen, day(3, 1), "", "Edna Quill"}));
  EXPECT_TRUE(find(ref).names_representative);
  database().read([&](store::Reader& reader) {
    EXPECT_EQ(representative_of(reader, "aldermere", ref), "Edna Quill");
  });
  for (const auto& event : events(ref)) {
    for (const auto& [name, value] : event.details) {
      EXPECT_THAT(value, ::testing::Not(HasSubstr("Edna")));
    }
  }
}

TEST_P(ComplaintStore, is_handled_with_others_of_whom_one_leads) {
  const auto ref = take_in();
  const auto with = [&](const std::string& name, bool leads) {
    return write([&](store::Writer& writer) {
      return add_body(writer, work(), ref, find_version(writer, ref),
                      {name, BodyKind::nhs, leads, Consent::seen, day(3, 1), ""});
    });
  };
  ASSERT_TRUE(with("Alder Hospital", true));
  EXPECT_THAT(fields(with("Elm Hospital", true).error()), ElementsAre("leads"));
  ASSERT_TRUE(with("Elm Hospital", false));
  ASSERT_TRUE(write([&](store::Writer& writer) {
    return remove_body(writer, work(), ref, find_version(writer, ref), 1);
  }));
  const auto bodies =
      database().read([&](store::Reader& reader) { return bodies_of(reader, "aldermere", ref); });
  ASSERT_EQ(bodies.size(), 1U);
  EXPECT_EQ(bodies[0].name, "Elm Hospital");
}

TEST_P(ComplaintStore, limits_contact_with_a_reason_and_a_day_to_look_again) {
  const auto ref = take_in();
  const auto limit = [&](const NewContactLimit& given) {
    return write([&](store::Writer& writer) { return limit_contact(writer, work(), ref, given); });
  };
  EXPECT_THAT(fields(limit({"", day(3, 2)}).error()), ElementsAre("reason", "review"));
  ASSERT_TRUE(limit({"Forty calls a day", day(6, 1)}));
  EXPECT_EQ(limit({"Again", day(6, 1)}).error().kind, base::ErrorKind::conflict);
  database().read([&](store::Reader& reader) {
    EXPECT_THAT(limits_to_review(reader, on(day(5, 17))), IsEmpty());
    ASSERT_EQ(limits_to_review(reader, on(day(5, 18))).size(), 1U);
    EXPECT_EQ(limits_to_review(reader, on(day(7, 1))).front().review_on, day(6, 1));
    EXPECT_THAT(limits_to_review(reader, other_work()), IsEmpty());
  });
  ASSERT_TRUE(write([&](store::Writer& writer) { return end_contact_limit(writer, work(), ref); }));
  database().read(
      [&](store::Reader& reader) { EXPECT_FALSE(contact_limit_of(reader, "aldermere", ref)); });
}

TEST_P(ComplaintStore, is_joined_to_an_earlier_case) {
  const auto first = take_in(Kind::concern, Channel::phone, day(2, 2));
  const auto second = take_in();
  const auto join = [&](const std::string& to) {
    return write([&](store::Writer& writer) {
      return link_repeat(writer, work(), second, to, Likeness::same_person);
    });
  };
  EXPECT_THAT(fields(join("CASE-99").error()), ElementsAre("earlier"));
  EXPECT_THAT(fields(join(second).error()), ElementsAre("earlier"));
  ASSERT_TRUE(join("case-1 "));
  database().read([&](store::Reader& reader) {
    const auto links = record::links_from(reader, "aldermere", first);
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links[0].relation, record::Relation::repeated_in);
    EXPECT_TRUE(record::trace(reader, "aldermere", second, record::Direction::back));
  });
}

TEST_P(ComplaintStore, moves_open_targets_when_the_council_changes_them) {
  const auto open = take_in();
  const auto done = take_in();
  ASSERT_TRUE(pointed(done, Finding::withdrawn));
  ASSERT_TRUE(closed(done, day(3, 2)));
  const auto set = [&](const std::map<Complexity, TargetForm>& given) {
    return write([&](store::Writer& writer) { return set_targets(writer, work(), given); });
  };
  EXPECT_THAT(fields(set({{Complexity::simple, {"0", DayUnit::working}},
                          {Complexity::complex, {"90", std::nullopt}}})
                         .error()),
              ElementsAre("days-simple", "unit-complex"));
  EXPECT_EQ(set({{Complexity::standard, {"25", DayUnit::working}}}).value(), 1);
  EXPECT_EQ(find(open).target_by, day(4, 8));
  EXPECT_EQ(find(done).target_by, std::nullopt);
  EXPECT_EQ(events(open).back().verb, "target moved");
  EXPECT_EQ(set({{Complexity::standard, {"25", DayUnit::working}}}).value(), 0) << "nothing new";
  EXPECT_EQ(set({{Complexity::standard, {"28", DayUnit::calendar}}}).value(), 1);
  EXPECT_EQ(find(open).target_by, day(3, 30));
  ASSERT_TRUE(acknowledged(open, day(3, 3), Complexity::complex));
  EXPECT_EQ(find(open).target_by, std::nullopt) << "no target for what is complex";
}

TEST_P(ComplaintStore, refuses_what_another_officer_changed_first) {
  const auto ref = take_in();
  ASSERT_TRUE(acknowledged(ref, day(3, 2)));
  const auto refused = write([&](store::Writer& writer) {
    return add_complaint_point(writer, work(), ref, 1, "No visit");
  });
  EXPECT_EQ(refused.error().kind, base::ErrorKind::conflict);
}

TEST_P(ComplaintStore, keeps_what_a_point_is_worth) {
  const auto ref = take_in();
  ASSERT_TRUE(pointed(ref, Finding::upheld));
  const auto pay = [&](const std::string& pounds, std::vector<Remedy> remedies) {
    return write([&](store::Writer& writer) {
      return change_point(writer, work(), ref, find_version(writer, ref), 1,
                          {"No visit", Finding::upheld, "The log", std::move(remedies), pounds});
    });
  };
  EXPECT_THAT(fields(pay("150.5", {Remedy::money}).error()), ElementsAre("pounds"));
  EXPECT_THAT(fields(pay("", {Remedy::money}).error()), ElementsAre("pounds"));
  EXPECT_THAT(fields(pay("150", {Remedy::apology}).error()), ElementsAre("pounds"));
  EXPECT_THAT(fields(pay("", {}).error()), ElementsAre("remedies"));
  ASSERT_TRUE(pay("1,250.50", {Remedy::money, Remedy::apology}));
  const auto points =
      database().read([&](store::Reader& reader) { return points_of(reader, "aldermere", ref); });
  EXPECT_EQ(points[0].pence, 125050);
  EXPECT_THAT(points[0].remedies, ElementsAre(Remedy::apology, Remedy::money));
}

TEST(Overall, is_derived_from_the_points) {
  const auto of = [](const std::vector<std::optional<Finding>>& findings) {
    std::vector<ComplaintPoint> points;
    for (const auto& finding : findings) {
      ComplaintPoint point;
      point.finding = finding;
      points.push_back(point);
    }
    return overall(points);
  };
  using enum Finding;
  EXPECT_FALSE(of({}));
  EXPECT_FALSE(of({upheld, std::nullopt}));
  EXPECT_EQ(of({upheld, upheld})->finding, upheld);
  EXPECT_EQ(of({upheld, not_upheld})->finding, partly_upheld);
  EXPECT_EQ(of({partly_upheld})->finding, partly_upheld);
  EXPECT_EQ(of({not_upheld, not_upheld})->finding, not_upheld);
  EXPECT_EQ(of({withdrawn, withdrawn})->finding, withdrawn);
  EXPECT_EQ(of({withdrawn, upheld})->finding, upheld);
  EXPECT_THAT(of({withdrawn, upheld, not_upheld})->why,
              HasSubstr("Of 2 points, 1 upheld, 0 partly upheld and 1 not upheld; 1 point "
                        "withdrawn"));
}

}  // namespace
}  // namespace throughline::hear
