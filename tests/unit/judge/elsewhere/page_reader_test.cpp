#include "judge/elsewhere/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace throughline::judge::elsewhere {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr const char* commitment =
    "We work with people and our partners to establish and maintain safe systems of care, in which "
    "safety is managed, monitored and assured. We ensure continuity of care, including when people "
    "move between different services.";

std::string section(const std::string& head, const std::string& findings) {
  return head + "\nThe local authority commitment\n" + commitment +
         "\nKey findings for this quality statement\n" + findings;
}

const std::string safe_head =
    "Wexcombe County Council: local authority assessment\nDownloads\n"
    "Safe pathways, systems and transitions\nScore: 3\n3 - Evidence shows a good standard\n"
    "What people expect\nI feel safe.\nI know what happens next.";

PagesFound read(const std::string& bytes) {
  return Reader::built_in().read(bytes);
}

SectionPage only_section(const std::string& bytes) {
  const PagesFound found = read(bytes);
  EXPECT_THAT(found.errors, SizeIs(0));
  EXPECT_THAT(found.pages, SizeIs(1));
  return std::get<SectionPage>(found.pages.at(0));
}

SummaryPage only_summary(const std::string& bytes) {
  const PagesFound found = read(bytes);
  EXPECT_THAT(found.errors, SizeIs(0));
  EXPECT_THAT(found.pages, SizeIs(1));
  return std::get<SummaryPage>(found.pages.at(0));
}

std::string only_error(const std::string& bytes) {
  const PagesFound found = read(bytes);
  EXPECT_THAT(found.pages, SizeIs(0));
  return found.errors.size() == 1 ? found.errors[0].message : "not one error";
}

std::vector<std::string> sentences(const SectionPage& page) {
  std::vector<std::string> texts;
  for (const EvidenceStatement& each : page.evidence) texts.push_back(each.text);
  return texts;
}

TEST(Section, gives_council_statement_score_and_what_was_promised) {
  const SectionPage page = only_section(section(safe_head, "Moves were planned. All went well."));
  EXPECT_EQ(page.authority, "Wexcombe County Council");
  EXPECT_EQ(page.statement, "safe-systems");
  EXPECT_EQ(page.statement_name, "Safe systems, pathways and transitions");
  EXPECT_EQ(page.score, 3);
  EXPECT_EQ(page.label, "Evidence shows a good standard");
  EXPECT_EQ(page.commitment, commitment);
  EXPECT_EQ(page.expectation, "I feel safe.\nI know what happens next.");
  EXPECT_THAT(page.problems, SizeIs(0));
  EXPECT_THAT(sentences(page), ElementsAre("Moves were planned.", "All went well."));
}

TEST(Section, keeps_sub_headings_apart_from_what_they_head) {
  const SectionPage page =
      only_section(section(safe_head,
                           "Safety management\nRisks were known.\nEnsuring local services are "
                           "sustainable\nMoney was short.\n© Care Quality Commission"));
  ASSERT_THAT(page.parts, SizeIs(2));
  EXPECT_EQ(page.parts[0].heading, "Safety management");
  EXPECT_EQ(page.parts[1].heading, "Ensuring local services are sustainable");
  EXPECT_THAT(sentences(page), ElementsAre("Risks were known.", "Money was short."));
  EXPECT_EQ(page.evidence[1].heading, "Ensuring local services are sustainable");
}

TEST(Section, takes_items_of_a_list_and_leaves_out_the_words_before_them) {
  const SectionPage page = only_section(
      section(safe_head, "Staff told us they valued the following:\n• a quiet room\n• tea\nDone."));
  EXPECT_THAT(sentences(page), ElementsAre("a quiet room", "tea", "Done."));
  EXPECT_THAT(page.evidence[0].voices, ElementsAre(Voice::staff));
}

TEST(Section, without_a_title_has_no_council) {
  const SectionPage page = only_section(section("Safeguarding\n\nScore: 1", "It was slow."));
  EXPECT_EQ(page.authority, "");
  EXPECT_EQ(page.statement, "safeguarding");
  EXPECT_EQ(page.label, "Evidence shows significant shortfalls");
}

TEST(Section, of_a_pilot_has_an_indicative_score) {
  const SectionPage page =
      only_section(section("Saltry Council: local authority assessment\nLearning, improvement and "
                           "innovation\nIndicative score: 2",
                           "They learned."));
  EXPECT_EQ(page.score, 2);
  EXPECT_TRUE(page.indicative);
}

TEST(Section, reads_a_score_that_stands_below_its_label_or_has_none) {
  EXPECT_EQ(only_section(section("Equity in experience & outcomes\nScore:\n4", "Good.")).score, 4);
  EXPECT_EQ(
      only_section(section("Assessing needs\n2 – Evidence shows some shortfalls", "So.")).score, 2);
  const SectionPage none = only_section(section("Assessing needs", "So."));
  EXPECT_EQ(none.score, std::nullopt);
  EXPECT_THAT(none.problems, ElementsAre("The page gives no score"));
}

TEST(Section, says_when_score_and_label_disagree) {
  const SectionPage page = only_section(
      section("Assessing needs\nScore: 3\n2 - Evidence shows some shortfalls", "So it was."));
  EXPECT_THAT(page.problems, ElementsAre(HasSubstr("score as 3 and as \"2 - Evidence")));
}

TEST(Section, is_known_by_its_commitment_when_its_name_is_missing) {
  const SectionPage page = only_section(section("Score: 2", "It was so."));
  EXPECT_EQ(page.statement, "safe-systems");
  EXPECT_THAT(page.problems, ElementsAre(HasSubstr("does not name its quality statement")));
}

TEST(Section, takes_i_statements_without_their_heading) {
  const SectionPage page = only_section(
      section("Assessing needs\nScore: 2\nI have care.\nI live as I want to.", "It was so."));
  EXPECT_EQ(page.expectation, "I have care.\nI live as I want to.");
}

TEST(Section, that_ends_in_mid_sentence_is_said_to_be_cut_off) {
  const SectionPage page = only_section(section(safe_head, "All went well. The council had"));
  EXPECT_THAT(page.problems, ElementsAre(HasSubstr("may be cut off")));
  EXPECT_THAT(sentences(page), ElementsAre("All went well.", "The council had"));
}

TEST(Section, without_key_findings_is_refused) {
  EXPECT_THAT(only_error(safe_head), HasSubstr("has no key findings"));
  EXPECT_THAT(only_error(section(safe_head, "")), HasSubstr("has no key findings"));
}

TEST(Section, is_read_from_html_as_from_text) {
  const std::string html =
      "<html><head><title>X</title></head><body><nav>Menu</nav><main><h1>Wexcombe County Council: "
      "local authority assessment</h1><h2>Safeguarding</h2><p>Score: 2</p><h3>The local authority "
      "commitment</h3><p>We work.</p><h3>Key findings for this quality statement</h3>"
      "<p><strong>Making safeguarding personal</strong></p><p>People were <em>asked</em>.</p>"
      "</main><footer>© Care Quality Commission</footer></body></html>";
  const SectionPage page = only_section(html);
  EXPECT_EQ(page.authority, "Wexcombe County Council");
  ASSERT_THAT(page.parts, SizeIs(1));
  EXPECT_EQ(page.parts[0].heading, "Making safeguarding personal");
  EXPECT_THAT(sentences(page), ElementsAre("People were asked."));
}

TEST(Section, is_read_in_the_encoding_of_older_office_software) {
  const SectionPage page = only_section(section(safe_head, "People\x92s wishes were kept."));
  EXPECT_THAT(sentences(page), ElementsAre("People’s wishes were kept."));
}

const std::string scores =
    "Assessing needs\nScore: 2\nSupporting people to lead healthier lives\nScore: 3\n"
    "Equity in experience and outcomes\nScore: 2\nCare provision, integration and continuity\n"
    "Score: 3\nPartnerships and communities\nScore: 3\nSafe pathways, systems and transitions\n"
    "Score: 2\nSafeguarding\nScore: 3\nGovernance, management and sustainability\nScore: 3\n"
    "Learning, improvement and innovation\nScore: 3\n";

std::string summary(const std::string& overall) {
  return "Wexcombe County Council: local authority assessment\nPublished: 12 July 2024 Page last "
         "updated: 1 August 2024\nOverall summary\nLocal authority rating and score\n" +
         overall + "\nQuality statement scores\n" + scores;
}

TEST(Summary, gives_rating_percentage_date_and_nine_scores) {
  const SummaryPage page = only_summary(
      summary("Good\nWexcombe County Council scored 67 out of 100 overall, indicating a good "
              "standard."));
  EXPECT_EQ(page.authority, "Wexcombe County Council");
  EXPECT_EQ(page.published, "2024-07-12");
  EXPECT_EQ(page.percent, 67);
  EXPECT_EQ(page.rating, "Good");
  EXPECT_THAT(page.scores, SizeIs(9));
  EXPECT_EQ(page.scores.at("healthier-lives"), 3);
  EXPECT_THAT(page.problems, SizeIs(0));
}

TEST(Summary, reads_the_later_wording) {
  const SummaryPage page =
      only_summary(summary("Good\nOverall rating for Wexcombe County Council: 67%"));
  EXPECT_EQ(page.percent, 67);
  EXPECT_EQ(page.rating, "Good");
}

TEST(Summary, says_when_percentage_and_rating_do_not_follow_from_the_scores) {
  const SummaryPage page = only_summary(summary("Outstanding\nOverall score: 90%"));
  EXPECT_THAT(page.problems,
              ElementsAre(HasSubstr("says 90%, but its scores add up to 24, which is 67%"),
                          HasSubstr("says Outstanding, but its scores add up to 24")));
}

TEST(Report, in_one_file_gives_every_page) {
  const PagesFound found =
      read(summary("Good\nOverall score: 67%") + "Theme 1: Working with people\n" +
           section("Wexcombe County Council: local authority assessment\nAssessing needs\nScore: 2",
                   "People waited.") +
           "\n" + section(safe_head, "Moves went well."));
  EXPECT_THAT(found.errors, SizeIs(0));
  ASSERT_THAT(found.pages, SizeIs(3));
  EXPECT_EQ(kind_of(found.pages[0]), "summary");
  EXPECT_THAT(sentences(std::get<SectionPage>(found.pages[1])), ElementsAre("People waited."));
  EXPECT_EQ(std::get<SectionPage>(found.pages[2]).statement, "safe-systems");
}

TEST(Landing, gives_the_facts_of_the_council) {
  const PagesFound found = read(
      "Wexcombe County Council: local authority assessment\nHow we assess local authorities\n"
      "Assessment published: 12 July 2024\nAbout Wexcombe County Council\nDemographics\nThe county "
      "has a population of 412,300. It is part of the Three Rivers Integrated Care System.\n"
      "Financial facts\nIn 2023/24, 34% of the budget was spent on adult social care.");
  ASSERT_THAT(found.pages, SizeIs(1));
  const auto& page = std::get<AboutPage>(found.pages[0]);
  EXPECT_EQ(page.published, "2024-07-12");
  ASSERT_THAT(page.facts, SizeIs(3));
  EXPECT_EQ(page.facts[0].name, "population");
  EXPECT_EQ(page.facts[0].value, "412,300");
  EXPECT_EQ(page.facts[1].value, "Three Rivers Integrated Care System");
  EXPECT_EQ(page.facts[2].value, "34%");
  EXPECT_EQ(page.facts[2].year, "2023/24");
}

TEST(File, that_is_no_assessment_says_what_was_looked_for) {
  EXPECT_THAT(only_error("Bins are emptied on Tuesdays.\nBring them in by noon."),
              HasSubstr("not a page of a published local authority assessment"));
  EXPECT_THAT(only_error("<html><body><p>Bins</p></body></html>"), HasSubstr("Looked for"));
}

TEST(File, that_cannot_be_read_is_refused_by_what_it_is) {
  EXPECT_THAT(only_error("%PDF-1.4"), HasSubstr("a PDF"));
  EXPECT_THAT(only_error(""), HasSubstr("empty"));
  EXPECT_THAT(only_error(std::string(largest_file + 1, 'x')), HasSubstr("larger than 5 MB"));
}

}  // namespace
}  // namespace throughline::judge::elsewhere
