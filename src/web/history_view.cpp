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

// Events hold dates as "2026-11-24"; people read them as "24 November 2026".
std::string with_long_dates(const std::string& text) {
  constexpr std::size_t width = 10;
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const auto piece = text.substr(at, width);
    const bool stands_alone =
        (at == 0 || text[at - 1] == ' ') && (at + width >= text.size() || text[at + width] == ' ');
    if (stands_alone && piece.size() == width && piece[4] == '-') {
      if (const auto date = base::date_from_text(piece)) {
        words += base::to_long_text(*date);
        at += width;
        continue;
      }
    }
    words += text[at++];
  }
  return words;
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
      view.details.push_back(sentence_case(name) + ": " + with_long_dates(value));
    }
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace throughline::web
