#include "hear/people/retention.hpp"

#include "base/digits.hpp"
#include "hear/people/hold.hpp"
#include "hear/people/people.hpp"
#include "record/event.hpp"
#include "text/characters.hpp"

#include <algorithm>

namespace throughline::hear {
namespace {

std::string years_text(const std::optional<int>& years) {
  return years ? std::to_string(*years) : "";
}

store::Value years_value(const std::optional<int>& years) {
  return years ? store::Value{std::int64_t{*years}} : store::Value{store::Null{}};
}

// Nothing for an empty box; a problem for what is no number of years.
std::optional<int> read_years(const std::string& typed, const std::string& field,
                              std::vector<base::Problem>& problems) {
  const auto tidy = text::tidied(typed);
  if (tidy.empty()) return std::nullopt;
  const auto years = base::digits(tidy);
  if (years && *years >= 1 && *years <= most_retention_years) return static_cast<int>(*years);
  problems.push_back({field,
                      "Enter a whole number of years from 1 to 100, or leave the box empty "
                      "to keep it for ever"});
  return std::nullopt;
}

std::string cutoff(const record::Work& work, int years) {
  return base::to_text(base::add_months(work.today(), -12 * years));
}

// Cases of a kind closed on or before a day that still hold rows of a table.
void add_due(store::Reader& reader, const record::Work& work, const RetentionRule& rule, int years,
             bool words, std::vector<Due>& due) {
  const std::string holds =
      words ? "exists (select 1 from case_words w where w.authority_id = c.authority_id and "
              "w.case_ref = c.ref and w.words <> '')"
            : "exists (select 1 from case_contacts w where w.authority_id = c.authority_id and "
              "w.case_ref = c.ref)";
  for (const auto& row :
       reader.rows("select c.ref, c.closed from cases c where c.authority_id = $1 and c.kind = $2 "
                   "and c.closed <> '' and c.closed <= $3 and c.status = 'closed' and " +
                       holds + " order by c.closed, c.ref limit $4",
                   {work.authority_id, std::string(to_text(rule.kind)), cutoff(work, years),
                    static_cast<std::int64_t>(most_disposed_at_once) + 1})) {
    due.push_back({row.text(0), rule.kind, row.text(1), words,
                   is_on_hold(reader, work.authority_id, row.text(0))});
  }
}

}  // namespace

std::vector<RetentionRule> retention_rules(store::Reader& reader, const std::string& authority_id) {
  std::vector<RetentionRule> rules;
  for (const auto kind : all_kinds) rules.push_back({kind, std::nullopt, std::nullopt});
  for (const auto& row : reader.rows("select kind, contact_years, words_years from retention_rules "
                                     "where authority_id = $1",
                                     {authority_id})) {
    for (auto& rule : rules) {
      if (to_text(rule.kind) != row.text(0)) continue;
      if (const auto years = row.optional_integer(1)) rule.contact_years = static_cast<int>(*years);
      if (const auto years = row.optional_integer(2)) rule.words_years = static_cast<int>(*years);
    }
  }
  return rules;
}

base::Result<void> set_retention(store::Writer& writer, const record::Work& work,
                                 const std::vector<RetentionForm>& forms) {
  std::vector<base::Problem> problems;
  std::vector<RetentionRule> read;
  for (const auto& form : forms) {
    const std::string kind(to_text(form.kind));
    RetentionRule rule{form.kind, read_years(form.contact_years, kind + "-contact", problems),
                       read_years(form.words_years, kind + "-words", problems)};
    if (rule.contact_years && rule.words_years && *rule.contact_years > *rule.words_years) {
      problems.push_back(
          {kind + "-contact", "Contact details go with the words at the latest. Enter " +
                                  std::to_string(*rule.words_years) + " years or fewer"});
    }
    read.push_back(rule);
  }
  if (!problems.empty()) return base::refuse(std::move(problems));
  const auto before = retention_rules(writer, work.authority_id);
  record::Details details;
  for (const auto& rule : read) {
    const auto old = std::ranges::find(before, rule.kind, &RetentionRule::kind);
    if (old->contact_years == rule.contact_years && old->words_years == rule.words_years) continue;
    writer.execute(
        "insert into retention_rules (authority_id, kind, contact_years, words_years, changed_at, "
        "changed_by) values ($1, $2, $3, $4, $5, $6) on conflict (authority_id, kind) do update "
        "set contact_years = excluded.contact_years, words_years = excluded.words_years, "
        "changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        {work.authority_id, std::string(to_text(rule.kind)), years_value(rule.contact_years),
         years_value(rule.words_years), base::to_text(work.now), work.actor.name});
    const std::string kind(to_text(rule.kind));
    details.emplace_back(kind + "_contact_years",
                         years_text(old->contact_years) + " to " + years_text(rule.contact_years));
    details.emplace_back(kind + "_words_years",
                         years_text(old->words_years) + " to " + years_text(rule.words_years));
  }
  if (!details.empty()) {
    record::append_event(writer, work, "retention", "retention changed", details);
  }
  return {};
}

RetentionPreview preview_retention(store::Reader& reader, const record::Work& work) {
  std::vector<Due> due;
  for (const auto& rule : retention_rules(reader, work.authority_id)) {
    if (rule.words_years) add_due(reader, work, rule, *rule.words_years, true, due);
    if (rule.contact_years) add_due(reader, work, rule, *rule.contact_years, false, due);
  }
  // A case whose words are due loses its contact details with them.
  std::ranges::sort(due, [](const Due& a, const Due& b) {
    if (a.closed != b.closed) return a.closed < b.closed;
    if (a.case_ref != b.case_ref) return a.case_ref < b.case_ref;
    return a.words > b.words;
  });
  const auto doubles = std::ranges::unique(due, {}, &Due::case_ref);
  due.erase(doubles.begin(), doubles.end());
  RetentionPreview preview;
  for (auto& each : due) {
    if (each.on_hold) {
      preview.held.push_back(std::move(each));
    } else if (preview.due.size() < most_disposed_at_once) {
      preview.due.push_back(std::move(each));
    } else {
      preview.more = true;
    }
  }
  return preview;
}

base::Result<Disposed> dispose(store::Writer& writer, const record::Work& work,
                               std::size_t expected) {
  const auto preview = preview_retention(writer, work);
  if (preview.due.empty()) {
    return base::refuse({{"confirm", "Nothing is due: nothing was taken out"}});
  }
  if (preview.due.size() != expected) {
    return base::refuse(base::ErrorKind::conflict,
                        "What is due has changed since you looked. Look again before you confirm");
  }
  const std::string reason = "Kept for as long as the council keeps it";
  Disposed done;
  for (const auto& each : preview.due) {
    if (each.words) {
      const auto erased = erase_person(writer, work, {each.case_ref}, Way::erase, reason);
      if (!erased) return tl::make_unexpected(erased.error());
      ++done.words;
    } else {
      if (auto erased = erase_contact(writer, work, each.case_ref, reason); !erased) {
        return tl::make_unexpected(erased.error());
      }
      ++done.contacts;
    }
  }
  record::append_event(
      writer, work, "retention", "retention run",
      {{"words", std::to_string(done.words)}, {"contacts", std::to_string(done.contacts)}});
  return done;
}

}  // namespace throughline::hear
