#include "web/judge/elsewhere/statement_list_page.hpp"

#include "store/search_index.hpp"
#include "web/judge/elsewhere/views.hpp"
#include "web/judge/rules.hpp"
#include "web/page.hpp"

#include <algorithm>
#include <boost/url/url.hpp>
#include <charconv>

namespace throughline::web {
namespace {

using namespace elsewhere;
using judging::ChoiceView;

constexpr int page_size = 25;

struct SearchView {
  std::string search;
  std::vector<ChoiceView> councils;
  std::vector<ChoiceView> statements;
  std::vector<ChoiceView> scores;
  std::vector<ChoiceView> voices;
  std::vector<ChoiceView> polarities;
  std::vector<ChoiceView> topics;
  bool filtered = false;
  std::string count;
  std::vector<StatementView> found;
  std::string previous;
  std::string next;
};
BOOST_DESCRIBE_STRUCT(SearchView, (),
                      (search, councils, statements, scores, voices, polarities, topics, filtered,
                       count, found, previous, next))

struct OneStatementView {
  StatementView statement;
  bool may_correct = false;
  bool may_use = false;
};
BOOST_DESCRIBE_STRUCT(OneStatementView, (), (statement, may_correct, may_use))

int number_in(const std::string& text, int otherwise) {
  int number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

library::StatementFilter filter_of(const http::Form& query) {
  library::StatementFilter filter;
  filter.search = query.get("search");
  filter.council = query.get("council");
  filter.statement = query.get("statement");
  if (const int score = number_in(query.get("score"), 0); score > 0) filter.score = score;
  filter.voice = library::voice_from_text(query.get("voice"));
  filter.polarity = library::polarity_from_text(query.get("polarity"));
  filter.topic = query.get("topic");
  return filter;
}

std::string address(const library::StatementFilter& filter, int number) {
  boost::urls::url url;
  url.set_path("/elsewhere/statements");
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) url.params().append({name, value});
  };
  add("search", filter.search);
  add("council", filter.council);
  add("statement", filter.statement);
  add("score", filter.score ? std::to_string(*filter.score) : "");
  add("voice", filter.voice ? to_text(*filter.voice) : "");
  add("polarity", filter.polarity ? to_text(*filter.polarity) : "");
  add("topic", filter.topic);
  if (number > 1) add("page", std::to_string(number));
  return std::string(url.buffer());
}

void add_choice(std::vector<ChoiceView>& choices, std::string_view value, std::string_view text,
                std::string_view chosen) {
  choices.push_back({std::string(value), std::string(text), false, value == chosen});
}

void fill_choices(SearchView& view, const library::StatementFilter& filter,
                  const std::vector<std::string>& councils,
                  const std::vector<std::string>& topics) {
  add_choice(view.councils, "", "Every council", filter.council);
  for (const std::string& council : councils) {
    add_choice(view.councils, council, council, filter.council);
  }
  view.statements = judging::statement_choices(judging_rules().framework, {filter.statement});
  view.statements.insert(view.statements.begin(), ChoiceView{"", "Every statement"});
  const std::string score = filter.score ? std::to_string(*filter.score) : "";
  add_choice(view.scores, "", "Every score", score);
  for (const judge::Level& level : judging_rules().framework.levels) {
    const std::string number = std::to_string(level.score);
    add_choice(view.scores, number, number, score);
  }
  add_choice(view.voices, "", "Every voice", filter.voice ? to_text(*filter.voice) : "");
  for (const library::Voice voice : library::all_voices) {
    add_choice(view.voices, to_text(voice), label(voice),
               filter.voice ? to_text(*filter.voice) : "");
  }
  add_choice(view.polarities, "", "For and against", "");
  for (const library::Polarity polarity : library::all_polarities) {
    add_choice(view.polarities, to_text(polarity), label(polarity),
               filter.polarity ? to_text(*filter.polarity) : "");
  }
  add_choice(view.topics, "", "Every topic", filter.topic);
  for (const std::string& topic : topics) {
    add_choice(view.topics, topic, topic_label(topic), filter.topic);
  }
}

void find(SearchView& view, store::Reader& reader, const std::string& authority_id,
          const library::StatementFilter& filter, int asked_for) {
  const auto count = static_cast<int>(library::count_statements(reader, authority_id, filter));
  view.count = std::to_string(count) + (count == 1 ? " statement" : " statements");
  const int pages = std::max(1, (count + page_size - 1) / page_size);
  const int number = std::clamp(asked_for, 1, pages);
  const auto found = library::library_statements(reader, authority_id, filter, page_size,
                                                 (number - 1) * page_size);
  std::map<std::string, store::Excerpt> marked;
  if (!filter.search.empty()) {
    std::vector<std::string> refs;
    for (const auto& each : found) refs.push_back(each.ref);
    marked = store::highlights(reader, authority_id, "elsewhere", refs, filter.search);
  }
  for (const auto& each : found) view.found.push_back(statement_view(each, marked[each.ref]));
  if (number > 1) view.previous = address(filter, number - 1);
  if (number < pages) view.next = address(filter, number + 1);
}

}  // namespace

http::Response statement_search_page(Call& call) {
  const http::Form& query = call.request.query;
  const library::StatementFilter filter = filter_of(query);
  SearchView view;
  view.search = filter.search;
  view.filtered = address(filter, 1) != "/elsewhere/statements";
  call.database.read([&](store::Reader& reader) {
    const std::string& council = call.authority.id;
    fill_choices(view, filter, library::library_councils(reader, council),
                 library::library_topics(reader, council));
    find(view, reader, council, filter, number_in(query.get("page"), 1));
  });
  return page(call, "judge/elsewhere/statements.html", templates::to_value(view));
}

http::Response elsewhere_statement_page(Call& call) {
  const auto found = call.database.read([&](store::Reader& reader) {
    return library::find_library_statement(reader, call.authority.id, call.parameter("ref"));
  });
  if (!found) return error_page(call, found.error());
  OneStatementView view;
  view.statement = statement_view(*found);
  view.may_correct = call.may("POST", "/elsewhere/{ref}/corrections");
  view.may_use = call.may("POST", "/evidence");
  return page(call, "judge/elsewhere/statement.html", templates::to_value(view));
}

}  // namespace throughline::web
