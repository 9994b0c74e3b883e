#include "base/random.hpp"
#include "publish/local_account/content.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>
#include <stdexcept>

namespace throughline::publish::local_account {

BOOST_DESCRIBE_STRUCT(Row, (), (name, cells, share, source))
BOOST_DESCRIBE_STRUCT(Table, (), (title, counted, columns, note, rows, source, charted))
BOOST_DESCRIBE_STRUCT(Said, (), (label, words))
BOOST_DESCRIBE_STRUCT(Story, (), (title, tag, tag_colour, said, source))
BOOST_DESCRIBE_STRUCT(StoryGroup, (), (heading, stories))
BOOST_DESCRIBE_STRUCT(Found, (), (sentences, tables, groups, more_text, more_href, sources))
BOOST_DESCRIBE_STRUCT(ChapterText, (), (chapter, found, note, left_out, why_left_out))
BOOST_DESCRIBE_STRUCT(PrintedSignature, (), (number, role, signed_on, disagrees, statement))
BOOST_DESCRIBE_STRUCT(Content, (),
                      (council, year, version, counted_on, published, what_changed, board, chapters,
                       signatures))

namespace {

namespace json = boost::json;

// Goes up when a field comes or goes, so that what was published before can still be read.
constexpr int format = 1;

}  // namespace

std::string to_json(const Found& found) {
  return json::serialize(json::value_from(found));
}

Found found_from_json(std::string_view text) {
  return json::value_to<Found>(json::parse({text.data(), text.size()}));
}

std::string to_json(const Content& content) {
  return json::serialize(json::object{{"format", format}, {"account", json::value_from(content)}});
}

Content content_from_json(std::string_view text) {
  const auto parsed = json::parse({text.data(), text.size()});
  const json::object& object = parsed.as_object();
  if (object.at("format").as_int64() != format) {
    throw std::runtime_error("a Local Account is in a form that this program does not know");
  }
  return json::value_to<Content>(object.at("account"));
}

std::string text_hash(const Content& content) {
  return base::sha256_hex(
      json::serialize(json::object{{"year", content.year},
                                   {"what_changed", content.what_changed},
                                   {"chapters", json::value_from(content.chapters)}}));
}

}  // namespace throughline::publish::local_account
