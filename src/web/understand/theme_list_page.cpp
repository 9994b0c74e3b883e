#include "web/understand/theme_list_page.hpp"

#include "templates/described.hpp"
#include "understand/understand.hpp"
#include "web/page.hpp"

namespace throughline::web {

namespace {

struct ThemeRowView {
  std::string ref;
  std::string name;
  std::string now;
  std::string before;
  std::string said;
  std::string said_class;
};
BOOST_DESCRIBE_STRUCT(ThemeRowView, (), (ref, name, now, before, said, said_class))

struct ThemeListView {
  std::vector<ThemeRowView> themes;
  std::string now_period;
  std::string before_period;
  std::string sentence;
  bool may_create = false;
  bool may_start = false;
};
BOOST_DESCRIBE_STRUCT(ThemeListView, (),
                      (themes, now_period, before_period, sentence, may_create, may_start))

std::string period(base::Date from, base::Date to) {
  const auto first = base::to_month_text(from);
  const bool same_year = from.year() == to.year();
  return (same_year ? first.substr(0, first.find(' ')) : first) + " to " + base::to_month_text(to);
}

std::pair<std::string, std::string> said(understand::Movement moved) {
  switch (moved) {
    case understand::Movement::more:
      return {"More", "govuk-tag--orange"};
    case understand::Movement::fewer:
      return {"Fewer", "govuk-tag--teal"};
    case understand::Movement::same:
      return {"About the same", "govuk-tag--grey"};
    case understand::Movement::too_few:
      break;
  }
  return {"Too few to tell", "govuk-tag--grey"};
}

std::string names(const std::vector<understand::ThemeTotal>& totals, understand::Movement moved) {
  std::string text;
  for (const auto& total : totals) {
    if (total.moved != moved) continue;
    text += (text.empty() ? "" : ", ") + total.theme_name;
  }
  return text;
}

std::string sentence(const std::vector<understand::ThemeTotal>& totals) {
  const auto more = names(totals, understand::Movement::more);
  const auto fewer = names(totals, understand::Movement::fewer);
  if (more.empty() && fewer.empty()) {
    return "No theme has moved by more than chance would give.";
  }
  std::string text;
  if (!more.empty()) text += "More is said than before about: " + more + ". ";
  if (!fewer.empty()) text += "Less is said than before about: " + fewer + ". ";
  return text;
}

}  // namespace

http::Response theme_list_page(Call& call) {
  const auto periods = understand::last_two_quarters(call.work.today());
  const auto totals = call.database.read([&](store::Reader& reader) {
    return understand::theme_totals(reader, call.authority.id, periods);
  });
  ThemeListView view;
  view.now_period = period(periods.now_from, periods.now_to);
  view.before_period = period(periods.before_from, periods.before_to);
  view.sentence = sentence(totals);
  for (const auto& total : totals) {
    auto [text, tag] = said(total.moved);
    view.themes.push_back({total.theme_ref, total.theme_name, std::to_string(total.now),
                           std::to_string(total.before), std::move(text), std::move(tag)});
  }
  view.may_create = call.may("GET", "/themes/new");
  view.may_start = call.may("POST", "/themes/starter-set");
  return page(call, "understand/theme_list.html", templates::to_value(view));
}

http::Response receive_starter_themes(Call& call) {
  const auto added = call.database.write(
      [&](store::Writer& writer) { return understand::add_starter_themes(writer, call.work); });
  return redirect_with_message(call, "/themes", std::to_string(added) + " themes added");
}

}  // namespace throughline::web
