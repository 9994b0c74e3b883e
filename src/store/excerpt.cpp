#include "store/excerpt.hpp"

#include <algorithm>

namespace throughline::store {

namespace {

constexpr std::size_t most_before = 80;
constexpr std::size_t most_in_all = 280;
constexpr std::string_view left_out = "\xE2\x80\xA6";

bool inside_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The end of `text`, at most so many bytes, from the start of a word where there is one.
std::string last_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::string_view end = text.substr(text.size() - most);
  const auto space = end.find(' ');
  if (space != std::string_view::npos) {
    end.remove_prefix(space + 1);
  } else {
    while (!end.empty() && inside_character(end.front())) end.remove_prefix(1);
  }
  return std::string(left_out) + std::string(end);
}

std::string first_words(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  const bool cuts_character = inside_character(text[most]);
  std::string_view start = text.substr(0, most);
  const auto space = start.rfind(' ');
  if (space != std::string_view::npos) {
    start = start.substr(0, space);
  } else if (cuts_character) {
    while (!start.empty() && inside_character(start.back())) start.remove_suffix(1);
    if (!start.empty()) start.remove_suffix(1);
  }
  return std::string(start) + std::string(left_out);
}

std::vector<Segment> segments_of(std::string_view marked) {
  std::vector<Segment> segments;
  Segment segment;
  const auto end_segment = [&](bool next_matched) {
    if (!segment.text.empty()) segments.push_back(segment);
    segment = {"", next_matched};
  };
  for (const char c : marked) {
    if (c == match_begins || c == match_ends) {
      end_segment(c == match_begins);
    } else {
      segment.text += c;
    }
  }
  end_segment(false);
  return segments;
}

}  // namespace

Excerpt excerpt_of(std::string_view marked) {
  Excerpt excerpt;
  std::size_t used = 0;
  const auto segments = segments_of(marked);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    Segment segment = segments[i];
    if (i == 0 && !segment.matched && segments.size() > 1) {
      segment.text = last_words(segment.text, most_before);
    }
    if (used + segment.text.size() > most_in_all) {
      segment.text = first_words(segment.text, most_in_all - used);
      excerpt.push_back(segment);
      break;
    }
    used += segment.text.size();
    excerpt.push_back(segment);
  }
  return excerpt;
}

}  // namespace throughline::store
