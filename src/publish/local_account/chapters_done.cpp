#include "act/action.hpp"
#include "base/clock.hpp"
#include "publish/local_account/chapters.hpp"
#include "publish/publish.hpp"

#include <array>

namespace throughline::publish::local_account {
namespace {

constexpr int most_wordings = 1'000;

struct ActionRow {
  std::string ref;
  std::string title;
  std::string measure_ref;
  std::string status;
  std::string day;
};

std::vector<ActionRow> actions(const Counting& counting, const std::string& condition,
                               const store::Values& more) {
  store::Values values{counting.authority.id};
  values.insert(values.end(), more.begin(), more.end());
  std::vector<ActionRow> found;
  for (const auto& row :
       counting.reader.rows("select ref, title, measure_ref, status, case when status in ('done', "
                            "'stopped') then ended else due end from actions where authority_id = "
                            "$1 and " +
                                condition + " order by 5, length(ref), ref",
                            values)) {
    found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
  }
  return found;
}

const char* colour_of(Worked worked) {
  if (worked == Worked::improved) return "green";
  if (worked == Worked::got_worse) return "red";
  if (worked == Worked::no_change) return "orange";
  return worked == Worked::too_soon ? "blue" : "grey";
}

Story story_of(const ActionRow& action, const YouSaid& outcome) {
  Story story;
  story.title = action.title;
  story.tag = short_label(outcome.worked);
  story.tag_colour = colour_of(outcome.worked);
  story.source = action.ref;
  story.said.push_back({"", std::string(sentence(outcome.worked))});
  if (!outcome.measure.empty()) story.said.push_back({"The figure we follow", outcome.measure});
  return story;
}

// Where an action stands in the chapter: what worked, what did not, what cannot be said, stopped.
std::size_t place_of(Worked worked) {
  if (worked == Worked::improved) return 0;
  return worked == Worked::no_change || worked == Worked::got_worse ? 1 : 2;
}

std::string month_of(const std::string& day) {
  const auto date = base::date_from_text(day);
  return date ? base::to_month_text(*date) : day;
}

std::string london_day(const std::string& instant) {
  const auto at = base::instant_from_text(instant);
  return at ? base::to_text(base::london_date(*at)) : "";
}

void add_groups(Found& found, std::vector<StoryGroup> groups) {
  for (auto& group : groups) {
    if (!group.stories.empty()) found.groups.push_back(std::move(group));
  }
}

}  // namespace

Found what_was_done(const Counting& counting) {
  Found found;
  std::array<StoryGroup, 4> groups = {StoryGroup{"What worked", {}},
                                      {"What did not work", {}},
                                      {"What we cannot say yet", {}},
                                      {"What we stopped", {}}};
  const auto finished =
      actions(counting, "status in ('done', 'stopped') and ended >= $2 and ended <= $3",
              {counting.from(), counting.to()});
  for (const auto& action : finished) {
    found.sources.push_back(action.ref);
    if (!action.measure_ref.empty()) found.sources.push_back(action.measure_ref);
    if (action.status == "stopped") {
      groups[3].stories.push_back({action.title, "Stopped", "grey", {}, action.ref});
      continue;
    }
    const auto outcome = action_to_word(counting.reader, counting.authority.id, action.ref).value();
    groups.at(place_of(outcome.worked)).stories.push_back(story_of(action, outcome));
  }
  if (finished.empty()) return found;
  const auto size = [&](std::size_t at) {
    return static_cast<std::int64_t>(groups.at(at).stories.size());
  };
  const auto done = size(0) + size(1) + size(2);
  found.sentences.push_back(
      "We finished " + counted(done, "action", "actions") + " during the year. " +
      std::to_string(size(0)) + " moved the figure that we follow for the better, " +
      std::to_string(size(1)) + " did not, and for " + std::to_string(size(2)) +
      " we cannot say yet." +
      (size(3) > 0 ? " We stopped " + std::to_string(size(3)) + " more." : ""));
  found.sentences.emplace_back(
      "Whether something worked is worked out from its figure, before and after. Nobody writes it "
      "by hand.");
  add_groups(found, {groups.begin(), groups.end()});
  return found;
}

Found you_said_we_did_in(const Counting& counting) {
  Found found;
  StoryGroup did{"What changed", {}};
  StoryGroup could_not{"What we could not do", {}};
  for (const auto& entry : you_said_we_did(counting.reader, counting.authority.id, most_wordings)) {
    const auto shown = london_day(entry.wording.first_shown_at);
    if (shown < counting.from() || shown > counting.to()) continue;
    Story story;
    story.tag = short_label(entry.worked);
    story.tag_colour = colour_of(entry.worked);
    story.source = entry.wording.action_ref;
    story.said.push_back({"You said", entry.wording.you_said});
    if (!entry.wording.we_did.empty()) story.said.push_back({"We did", entry.wording.we_did});
    if (!entry.wording.could_not.empty()) {
      story.said.push_back({"What we could not do", entry.wording.could_not});
    }
    found.sources.push_back(entry.wording.action_ref);
    (entry.wording.we_did.empty() ? could_not : did).stories.push_back(std::move(story));
  }
  if (did.stories.empty() && could_not.stories.empty()) return found;
  found.sentences.emplace_back(
      "What we first showed under “You said, we did” during the year, and whether it has worked "
      "since.");
  add_groups(found, {std::move(did), std::move(could_not)});
  found.more_text = "You said, we did";
  found.more_href = "/you-said-we-did";
  return found;
}

Found what_is_next(const Counting& counting) {
  Found found;
  StoryGroup under_way{"Under way", {}};
  StoryGroup planned{"Planned", {}};
  for (const auto& action : actions(counting, "status in ('planned', 'under_way')", {})) {
    const bool late = action.day < base::to_text(counting.as_at);
    Story story{action.title, late ? "Late" : "", late ? "orange" : "", {}, action.ref};
    story.said.push_back({late ? "It was to be done by" : "To be done by", month_of(action.day)});
    (action.status == "planned" ? planned : under_way).stories.push_back(std::move(story));
    found.sources.push_back(action.ref);
  }
  if (found.sources.empty()) return found;
  // Without the day, which would make the text another each time that it is counted.
  found.sentences.emplace_back("As things stood when this was counted.");
  add_groups(found, {std::move(under_way), std::move(planned)});
  return found;
}

}  // namespace throughline::publish::local_account
