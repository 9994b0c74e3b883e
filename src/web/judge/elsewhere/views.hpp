#pragma once

// Views that the pages of ELSEWHERE share. Include in a page's .cpp only.

#include "judge/elsewhere/library.hpp"
#include "store/excerpt.hpp"
#include "templates/described.hpp"
#include "web/call.hpp"
#include "web/judge/views.hpp"

#include <string>
#include <vector>

namespace throughline::web::elsewhere {

namespace library = judge::elsewhere;

// Reads pages with the rules that come with the program: made once, never changed.
[[nodiscard]] const library::Reader& page_reader();

struct PieceView {
  std::string text;
  bool matched = false;
};
BOOST_DESCRIBE_STRUCT(PieceView, (), (text, matched))

struct FigureView {
  std::string written;
  std::string what;
  std::string period;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (written, what, period))

struct StatementView {
  std::string ref;
  std::string href;
  std::string page_href;
  std::string council;
  std::string statement_name;
  std::string score;
  std::string heading;
  std::vector<PieceView> words;
  std::vector<std::string> voices;
  std::string polarity;
  std::string polarity_class;
  std::vector<std::string> topics;
  std::vector<FigureView> figures;
  std::string sureness;
  std::vector<std::string> cues;
  bool corrected = false;
  std::string read_as;  // the first reading, when it was corrected
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (ref, href, page_href, council, statement_name, score, heading, words, voices,
                       polarity, polarity_class, topics, figures, sureness, cues, corrected,
                       read_as))

// `excerpt` marks what was searched for; the whole words when it is empty.
[[nodiscard]] StatementView statement_view(const library::LibraryStatement& statement,
                                           const store::Excerpt& excerpt = {});

[[nodiscard]] std::string page_href(const std::string& page_ref);
[[nodiscard]] std::string council_name(const std::string& council);  // "A council not yet named"
[[nodiscard]] std::string statement_name(const std::string& key);
// "Peer review" of the key "peer-review".
[[nodiscard]] std::string topic_label(std::string_view topic);
[[nodiscard]] std::vector<std::string> topic_labels(const std::vector<std::string>& topics);
// "4 of 120 readings corrected (3.3%)".
[[nodiscard]] std::string share_text(const library::CorrectedShare& share);

}  // namespace throughline::web::elsewhere
