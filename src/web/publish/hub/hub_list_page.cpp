#include "web/publish/hub/hub_list_page.hpp"

#include "base/digits.hpp"
#include "templates/described.hpp"
#include "web/http/url.hpp"
#include "web/option_view.hpp"
#include "web/page.hpp"
#include "web/publish/hub/hub_reading.hpp"

#include <algorithm>

namespace throughline::web {

namespace {

namespace hub = publish::hub;

constexpr int page_size = 25;

struct FoundPieceView {
  std::string text;
  bool matched = false;
};
BOOST_DESCRIBE_STRUCT(FoundPieceView, (), (text, matched))

struct HubLineView {
  std::string href;
  std::string title;
  std::string summary;
  std::vector<FoundPieceView> words;
  std::string facts;
  std::string tag;
  std::string tag_class;
};
BOOST_DESCRIBE_STRUCT(HubLineView, (), (href, title, summary, words, facts, tag, tag_class))

struct HubListView {
  std::string search;
  std::vector<OptionView> topics;
  std::vector<OptionView> audiences;
  std::vector<OptionView> lists;
  std::string count;
  std::vector<HubLineView> pages;
  std::string previous;
  std::string next;
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(HubListView, (),
                      (search, topics, audiences, lists, count, pages, previous, next, may_write))

hub::Filter filter_of(const Call& call, const hub::Reach& reach) {
  const auto& query = call.request.query;
  hub::Filter filter;
  filter.search = query.get("search").substr(0, 200);
  filter.topic = query.get("topic");
  filter.audience = hub::audience_from_text(query.get("audience"));
  if (!reach.writes) return filter;
  const auto list = query.get("list");
  filter.overdue = list == "overdue" || list == "my-overdue";
  filter.unpublished = list == "waiting";
  if (list == "mine" || list == "my-overdue") filter.owner_ref = call.work.actor.user_ref;
  return filter;
}

std::string address(const Call& call, int number) {
  http::Form query;
  for (const char* name : {"search", "topic", "audience", "list"}) {
    if (const auto value = call.request.query.get(name); !value.empty()) query.add(name, value);
  }
  query.add("page", std::to_string(number));
  return "/information?" + http::encode_form(query);
}

void fill_filter(HubListView& view, const Call& call, const hub::Reach& reach) {
  const auto& query = call.request.query;
  view.search = query.get("search");
  const auto topic = query.get("topic");
  view.topics.push_back(option("", "All topics", topic));
  for (const auto& each : hub::topics()) view.topics.push_back(option(each.key, each.name, topic));
  if (reach.audiences.size() > 1) {
    const auto audience = query.get("audience");
    view.audiences.push_back(option("", "Anyone", audience));
    for (const auto each : reach.audiences) {
      view.audiences.push_back(option(to_text(each), label(each), audience));
    }
  }
  if (reach.writes) {
    const auto list = query.get("list");
    view.lists = {option("", "All pages", list), option("overdue", "Check overdue", list),
                  option("my-overdue", "My pages, check overdue", list),
                  option("waiting", "Not published", list), option("mine", "My pages", list)};
  }
}

HubLineView line_of(const hub::Found& found, const hub::Reach& reach, base::Date today) {
  const auto& page = found.page;
  HubLineView view;
  view.href = "/information/" + page.slug;
  view.title = page.title;
  view.summary = page.summary;
  for (const auto& piece : found.matched) view.words.push_back({piece.text, piece.matched});
  view.facts = hub::topic_name(page.topic);
  if (reach.audiences.size() > 1) view.facts += ". For: " + std::string(label(page.audience));
  if (reach.writes) {
    if (!page.owner_name.empty()) view.facts += ". Looked after by " + page.owner_name;
    view.facts += ". Check by " + base::to_long_text(page.review_by);
    view.tag = hub_tag(page, today);
    view.tag_class = hub_tag_class(page, today);
  }
  return view;
}

}  // namespace

http::Response hub_list_page(Call& call) {
  const auto reach = hub_reach(call);
  const auto filter = filter_of(call, reach);
  const int number = std::max(1, base::digits(call.request.query.get("page")).value_or(1));
  const int offset = std::min(number - 1, 1'000'000) * page_size;
  HubListView view;
  view.may_write = reach.writes;
  fill_filter(view, call, reach);
  call.database.read([&](store::Reader& reader) {
    const auto count = hub::count_pages(reader, call.work, reach, filter);
    view.count = (count == 0 ? "No" : std::to_string(count)) + (count == 1 ? " page" : " pages");
    if (number > 1) view.previous = address(call, number - 1);
    if (offset + page_size < count) view.next = address(call, number + 1);
    for (const auto& found : hub::list_pages(reader, call.work, reach, filter, offset, page_size)) {
      view.pages.push_back(line_of(found, reach, call.work.today()));
    }
  });
  return page(call, "publish/hub/list.html", templates::to_value(view));
}

}  // namespace throughline::web
