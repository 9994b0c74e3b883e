#include "web/hear/coproduction/room_page.hpp"

#include "formats/number.hpp"
#include "hear/coproduction/project.hpp"
#include "hear/coproduction/room.hpp"
#include "hear/fair_voice/population.hpp"
#include "record/line.hpp"
#include "templates/described.hpp"
#include "web/hear/choices.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

namespace co = hear::coproduction;

struct RoomGroupView {
  std::string group;
  std::string count;
  std::string share;
  std::string expected;
  std::string heard;
  std::string heard_class;
};
BOOST_DESCRIBE_STRUCT(RoomGroupView, (), (group, count, share, expected, heard, heard_class))

struct RoomQuestionView {
  std::string category;
  std::string answered;
  std::string source;
  std::vector<RoomGroupView> groups;
};
BOOST_DESCRIBE_STRUCT(RoomQuestionView, (), (category, answered, source, groups))

struct RoomView {
  std::vector<OptionView> groups;
  std::vector<ChoiceView> populations;
  std::string project;  // empty: of groups
  std::string project_title;
  std::string project_href;
  std::string about;
  std::string population;
  std::int64_t members = 0;
  bool enough = false;
  std::int64_t least_voices = hear::least_voices;
  std::int64_t least_answers = co::least_answers;
  std::vector<std::string> missing;
  std::vector<RoomQuestionView> questions;
};
BOOST_DESCRIBE_STRUCT(RoomView, (),
                      (groups, populations, project, project_title, project_href, about, population,
                       members, enough, least_voices, least_answers, missing, questions))

std::string percent(double value) {
  return formats::to_grouped_text(value, 0) + "%";
}

RoomGroupView group_view(const hear::GroupVoice& voice) {
  RoomGroupView view;
  view.group = voice.group;
  view.count = hear::in_words(voice.count);
  view.share = voice.share ? percent(*voice.share) + " (" + percent(voice.lower) + " to " +
                                 percent(voice.upper) + ")"
                           : "Not shown";
  view.expected = voice.expected ? percent(*voice.expected) : "No figure";
  if (!voice.expected) return view;
  const bool less = voice.heard == hear::Heard::less;
  const bool more = voice.heard == hear::Heard::more;
  view.heard = less   ? "Fewer than expected"
               : more ? "More than expected"
                      : std::string(hear::label(voice.heard));
  view.heard_class = less ? "govuk-tag--orange" : more ? "govuk-tag--blue" : "govuk-tag--grey";
  return view;
}

void fill(RoomView& view, const co::Room& room) {
  view.members = room.members;
  view.enough = room.voices.enough;
  for (const auto& each : room.missing) {
    view.missing.push_back(each.category + ": nobody who answered is in the group “" + each.group +
                           "”. Of “" + view.population + "”, " + percent(each.expected) + " are.");
  }
  for (const auto& question : room.voices.questions) {
    RoomQuestionView shown;
    shown.category = hear::category_of(question.field);
    shown.answered = hear::in_words(question.answered);
    if (!question.source.empty()) {
      shown.source = question.source + ", " + std::to_string(question.year);
    }
    for (const auto& voice : question.groups) {
      shown.groups.push_back(group_view(voice));
      if (voice.heard == hear::Heard::less) {
        view.missing.push_back(shown.category + ": " + voice.group);
      }
    }
    view.questions.push_back(std::move(shown));
  }
}

}  // namespace

http::Response room_page(Call& call) {
  const auto& query = call.request.query;
  const auto against =
      hear::population_from_text(query.get("against")).value_or(hear::Population::drawing_on_care);
  RoomView view;
  view.populations = choices(hear::all_populations, {std::string(hear::to_text(against))});
  view.population = hear::label(against);
  const bool found = call.database.read([&](store::Reader& reader) {
    const auto& council = call.authority.id;
    std::vector<std::string> chosen;
    auto on = call.work.today();
    view.groups.push_back(option("", "Every group together", query.get("group")));
    for (const auto& each : co::groups(reader, council)) {
      view.groups.push_back(option(each.ref, each.name, query.get("group")));
      if (!query.get("group").empty() && query.get("group") != each.ref) continue;
      chosen.push_back(each.ref);
      view.about = query.get("group").empty() ? "Every group together" : each.name;
    }
    if (const auto ref = query.get("project"); !ref.empty()) {
      const auto project = co::find_project(reader, council, ref);
      if (!project) return false;
      view.project = project->ref;
      view.project_title = project->title;
      view.project_href = record::page_of(project->ref);
      view.about = project->title;
      on = project->asked_on;
      chosen.clear();
      for (const auto& each : project->groups) chosen.push_back(each.ref);
    }
    fill(view, co::who_is_in(reader, council, chosen, on, against));
    return true;
  });
  if (!found) return error_page(call, {base::ErrorKind::not_found, "No such project", {}});
  return page(call, "hear/coproduction/room.html", templates::to_value(view));
}

}  // namespace throughline::web
