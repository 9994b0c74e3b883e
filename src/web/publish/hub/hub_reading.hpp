#pragma once

// What the hub's pages share: who reads, the text as markup with links to the records that the
// reader may open, and how hard it is to read.

#include "publish/hub/page.hpp"
#include "templates/value.hpp"
#include "web/call.hpp"
#include "web/http/message.hpp"

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

namespace throughline::web {

struct ContentsView {
  std::string href;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(ContentsView, (), (href, text))

struct EaseView {
  std::string age;    // "9"; empty: no words
  bool hard = false;  // harder than public pages should be
  std::string sentences;
  std::vector<std::string> long_sentences;
};
BOOST_DESCRIBE_STRUCT(EaseView, (), (age, hard, sentences, long_sentences))

struct ReadingView {
  templates::Value html;
  std::vector<ContentsView> contents;  // only for texts of more than three headings
  EaseView ease;
};

[[nodiscard]] publish::hub::Reach hub_reach(const Call& call);
[[nodiscard]] ReadingView hub_reading(const Call& call, store::Reader& reader,
                                      const std::string& body);
[[nodiscard]] std::string hub_tag(const publish::hub::Page& page, base::Date today);
[[nodiscard]] std::string hub_tag_class(const publish::hub::Page& page, base::Date today);
[[nodiscard]] http::Response no_hub_page(Call& call);

}  // namespace throughline::web
