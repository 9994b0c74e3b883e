#include "web/history_view.hpp"

#include "base/date.hpp"

namespace throughline::web {

namespace {

std::string sentence_case(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

}  // namespace

std::vector<HistoryView> history_views(const std::vector<record::Event>& events) {
  std::vector<HistoryView> views;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    const auto at = base::instant_from_text(event->at);
    HistoryView view{sentence_case(event->verb),
                     event->actor_name,
                     at ? base::to_london_text(*at) : event->at,
                     event->reason,
                     {}};
    for (const auto& [name, value] : event->details) {
      view.details.push_back(sentence_case(name) + ": " + value);
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace throughline::web
