// GET /ideas, POST /ideas/days and POST /ideas/values.

#include "base/digits.hpp"
#include "hear/idea/idea.hpp"
#include "templates/described.hpp"
#include "web/hear/idea/idea_pages.hpp"
#include "web/hear/idea/idea_words.hpp"
#include "web/hear/replied_in_time.hpp"
#include "web/hear/share_values.hpp"
#include "web/http/url.hpp"
#include "web/page.hpp"
#include "web/result_list.hpp"

namespace throughline::web {

namespace {

struct IdeaListView {
  bool sees_all = false;
  std::vector<OptionView> states;
  std::vector<OptionView> whose;
  std::string count;
  std::vector<ListedResultView> ideas;
  std::string previous;
  std::string next;
  std::string days;
  bool may_set_days = false;
  std::vector<RepliedMonthView> months;
  std::vector<OptionView> measures;
  bool may_count = false;
  templates::Value errors = no_errors();
};
BOOST_DESCRIBE_STRUCT(IdeaListView, (),
                      (sees_all, states, whose, count, ideas, previous, next, days, may_set_days,
                       months, measures, may_count, errors))

bool sees_all(const Call& call) {
  return call.may("POST", "/ideas/{ref}/reply");
}

std::string_view word_of(hear::IdeaState state) {
  switch (state) {
    case hear::IdeaState::owed:
      return "owed";
    case hear::IdeaState::overdue:
      return "overdue";
    case hear::IdeaState::replied:
      return "replied";
    case hear::IdeaState::all:
      break;
  }
  return "";
}

hear::IdeaFilter filter_of(const Call& call) {
  hear::IdeaFilter filter;
  for (const auto state :
       {hear::IdeaState::owed, hear::IdeaState::overdue, hear::IdeaState::replied}) {
    if (call.request.query.get("state") == word_of(state)) filter.state = state;
  }
  if (!sees_all(call) || call.request.query.get("whose") == "mine") {
    filter.raised_by = call.work.actor.user_ref;
  }
  return filter;
}

std::string address(const hear::IdeaFilter& filter) {
  http::Form query;
  if (filter.state != hear::IdeaState::all) query.add("state", std::string(word_of(filter.state)));
  if (!filter.raised_by.empty()) query.add("whose", "mine");
  const auto asked = http::encode_form(query);
  return "/ideas?" + (asked.empty() ? "" : asked + "&");
}

void fill_choices(IdeaListView& view, const hear::IdeaFilter& filter) {
  const auto chosen = word_of(filter.state);
  view.states = {option("", "All", chosen), option("owed", "Owed a reply", chosen),
                 option("overdue", "Overdue", chosen), option("replied", "Replied", chosen)};
  const std::string_view whose = filter.raised_by.empty() ? "" : "mine";
  view.whose = {option("", "Anyone’s", whose), option("mine", "Mine", whose)};
}

ListedResultView line_of(const hear::Idea& idea, base::Date today) {
  std::string facts = reply_words(idea);
  if (idea.in_confidence) facts += ". Raised in confidence";
  if (!idea.raiser.empty()) facts += ". Raised by " + idea.raiser;
  if (!idea.escalated_at.empty() && !idea.replied()) facts += ". Leaders were told";
  return {idea.found.ref, hear::title(idea), facts, reply_tag(idea, today),
          reply_tag_class(idea, today)};
}

http::Response show(Call& call, const std::string& typed_days, const base::Error* error) {
  const auto filter = filter_of(call);
  const NumberedPage asked(call.request.query);
  IdeaListView view;
  view.sees_all = sees_all(call);
  view.may_set_days = call.may("POST", "/ideas/days");
  view.may_count = call.may("POST", "/ideas/values");
  fill_choices(view, filter);
  const auto today = call.work.today();
  call.database.read([&](store::Reader& reader) {
    const auto count = hear::count_ideas(reader, call.work, filter);
    view.count = (count == 0 ? "Nothing" : std::to_string(count)) + std::string(" raised");
    asked.fill(view, count, address(filter));
    for (const auto& idea :
         hear::list_ideas(reader, call.work, filter, asked.offset(), NumberedPage::size)) {
      view.ideas.push_back(line_of(idea, today));
    }
    view.days = error ? typed_days : std::to_string(hear::reply_days(reader, call.authority.id));
    if (!view.sees_all) return;
    view.months = replied_months(reader, call, hear::RepliesTo::staff);
    if (view.may_count) view.measures = percent_measures(reader, call.authority.id);
  });
  if (error) view.errors = form_errors(*error);
  return page(call, "hear/idea/list.html", templates::to_value(view), error ? 400 : 200);
}

}  // namespace

http::Response idea_list_page(Call& call) {
  return show(call, "", nullptr);
}

http::Response receive_reply_days(Call& call) {
  const auto typed = call.request.form.get("days");
  const auto set = call.database.write([&](store::Writer& writer) {
    return hear::set_reply_days(writer, call.work, base::digits(typed).value_or(0));
  });
  if (!set) return show(call, typed, &set.error());
  return redirect_with_message(call, "/ideas", "Saved. It holds for what is raised from now on");
}

http::Response receive_reply_values(Call& call) {
  return keep_replied_shares(call, hear::RepliesTo::staff, "Counted from the replies to staff");
}

}  // namespace throughline::web
