#include "hear/complaint/complaint_row.hpp"
#include "hear/complaint/numbers.hpp"
#include "record/event.hpp"

#include <algorithm>
#include <charconv>

namespace throughline::hear {
namespace {

constexpr std::int64_t most_pence = 100'000'000;

// "1,250", "150.50" or "£150": pence.
std::optional<std::int64_t> pence_in(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == ','; });
  if (text.starts_with("\xC2\xA3")) text.erase(0, 2);
  const auto dot = text.find('.');
  auto pounds = text.substr(0, dot);
  auto rest = dot == std::string::npos ? std::string("00") : text.substr(dot + 1);
  if (pounds.empty() || pounds.size() > 8 || rest.size() != 2) return std::nullopt;
  pounds += rest;
  std::int64_t pence = 0;
  const auto* const end = pounds.data() + pounds.size();
  const auto read = std::from_chars(pounds.data(), end, pence);
  if (read.ec != std::errc{} || read.ptr != end || pence < 0 || pence > most_pence) {
    return std::nullopt;
  }
  return pence;
}

std::vector<base::Problem> problems_of(const PointForm& form, std::int64_t& pence) {
  std::vector<base::Problem> problems;
  check_words(problems, "words", form.words, most_point_characters, "Enter what is complained of");
  check_words(problems, "reasoning", form.reasoning, most_long_characters,
              form.finding && form.finding != Finding::withdrawn ? "Enter why you found that" : "");
  const bool right = form.finding && well_founded(*form.finding);
  if (right && form.remedies.empty()) {
    problems.push_back({"remedies", "Choose what is done to put it right"});
  }
  const bool pays = std::ranges::find(form.remedies, Remedy::money) != form.remedies.end();
  if (!form.pounds.empty() || pays) {
    const auto read = pence_in(form.pounds);
    if (!read) {
      problems.push_back({"pounds", "Enter an amount of money, like 150 or 150.50"});
    } else if (!pays && *read > 0) {
      problems.push_back({"pounds", "Choose money among the remedies, or leave out the amount"});
    }
    pence = read.value_or(0);
  }
  return problems;
}

}  // namespace

base::Result<void> add_complaint_point(store::Writer& writer, const record::Work& work,
                                       const std::string& case_ref, std::int64_t version,
                                       const std::string& words) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  const auto number = next_number(writer, work, "complaint_points", case_ref, "point");
  std::vector<base::Problem> problems;
  check_words(problems, "words", words, most_point_characters, "Enter what is complained of");
  if (number > most_points) problems.push_back({"words", "A complaint can have up to 100 points"});
  if (!problems.empty()) return base::refuse(std::move(problems));

  writer.execute(
      "insert into complaint_points (authority_id, case_ref, point, words, finding, reasoning, "
      "pence, decided, decided_by) values ($1, $2, $3, $4, '', '', 0, '', '')",
      {work.authority_id, case_ref, number, words});
  if (auto kept = keep_complaint(writer, work, found->complaint); !kept) return kept;
  record::append_event(writer, work, case_ref, "point added", {{"point", std::to_string(number)}});
  return {};
}

base::Result<void> change_point(store::Writer& writer, const record::Work& work,
                                const std::string& case_ref, std::int64_t version,
                                std::int64_t number, const PointForm& form) {
  auto found = open_complaint(writer, work, case_ref, version);
  if (!found) return tl::make_unexpected(found.error());
  const auto before = writer.row(
      "select finding from complaint_points "
      "where authority_id = $1 and case_ref = $2 and point = $3",
      {work.authority_id, case_ref, number});
  if (!before) return base::refuse(base::ErrorKind::not_found, "There is no such point");
  std::int64_t pence = 0;
  auto problems = problems_of(form, pence);
  if (!problems.empty()) return base::refuse(std::move(problems));

  writer.execute(
      "update complaint_points set words = $4, finding = $5, reasoning = $6, pence = $7, "
      "decided = $8, decided_by = $9 where authority_id = $1 and case_ref = $2 and point = $3",
      {work.authority_id, case_ref, number, form.words,
       form.finding ? std::string(to_text(*form.finding)) : "", form.reasoning, pence,
       form.finding ? base::to_text(work.today()) : "", form.finding ? work.actor.user_ref : ""});
  writer.execute(
      "delete from complaint_remedies where authority_id = $1 and case_ref = $2 and point = $3",
      {work.authority_id, case_ref, number});
  std::string remedies;
  for (const auto remedy : all_remedies) {
    if (std::ranges::find(form.remedies, remedy) == form.remedies.end()) continue;
    writer.execute(
        "insert into complaint_remedies (authority_id, case_ref, point, remedy) "
        "values ($1, $2, $3, $4)",
        {work.authority_id, case_ref, number, std::string(to_text(remedy))});
    remedies += (remedies.empty() ? "" : ", ") + std::string(label(remedy));
  }
  if (auto kept = keep_complaint(writer, work, found->complaint); !kept) return kept;
  record::Details details{{"point", std::to_string(number)}};
  const auto was = finding_from_text(before->text(0));
  if (was != form.finding) {
    const auto said = [](std::optional<Finding> finding) {
      return finding ? std::string(label(*finding)) : std::string("not found yet");
    };
    details.emplace_back("outcome", said(was) + " to " + said(form.finding));
  }
  if (!remedies.empty()) details.emplace_back("remedies", remedies);
  record::append_event(writer, work, case_ref, "point changed", details);
  return {};
}

}  // namespace throughline::hear
