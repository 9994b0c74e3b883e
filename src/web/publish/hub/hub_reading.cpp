#include "web/publish/hub/hub_reading.hpp"

#include "formats/markdown.hpp"
#include "record/line.hpp"
#include "text/reading_age.hpp"
#include "web/page.hpp"

namespace throughline::web {
namespace {

constexpr std::size_t most_headings_without_contents = 3;
constexpr int public_reading_age = 9;
constexpr std::size_t most_long_sentences = 10;

// Where a reference leads for this reader; nowhere when the record is not there or not for them.
std::string link_to_record(const Call& call, store::Reader& reader, std::string_view reference) {
  const auto kind = record::kind_of(reference);
  if (!kind) return {};
  const std::string ref(reference);
  const auto address = record::page_of(ref);
  const auto route = address.substr(0, address.size() - ref.size()) + "{ref}";
  if (!call.may("GET", route)) return {};
  return record::find_node(reader, call.authority.id, ref) ? address : "";
}

EaseView ease_view(const std::string& plain) {
  auto read = text::reading_age_of(plain);
  EaseView view;
  if (read.words == 0) return view;
  view.age = std::to_string(read.age);
  view.hard = read.age > public_reading_age;
  view.sentences = std::to_string(read.words) + (read.words == 1 ? " word" : " words");
  if (read.long_sentences.size() > most_long_sentences) {
    read.long_sentences.resize(most_long_sentences);
  }
  view.long_sentences = std::move(read.long_sentences);
  return view;
}

}  // namespace

publish::hub::Reach hub_reach(const Call& call) {
  return publish::hub::reach_of(call.work.actor.role, call.may("POST", "/information"));
}

ReadingView hub_reading(const Call& call, store::Reader& reader, const std::string& body) {
  ReadingView view;
  const auto read = formats::read_markdown(
      body, [&](std::string_view reference) { return link_to_record(call, reader, reference); });
  if (!read) return view;
  view.html = templates::Value::safe(read->html);
  if (read->headings.size() > most_headings_without_contents) {
    for (const auto& each : read->headings) {
      if (each.level == 2) view.contents.push_back({"#" + each.id, each.text});
    }
  }
  view.ease = ease_view(read->plain);
  return view;
}

std::string hub_tag(const publish::hub::Page& page, base::Date today) {
  if (page.overdue(today)) return "Check overdue";
  if (page.has_unpublished_changes()) return "Changes not published";
  return std::string(publish::hub::label(page.state));
}

std::string hub_tag_class(const publish::hub::Page& page, base::Date today) {
  if (page.overdue(today)) return "govuk-tag--red";
  if (page.has_unpublished_changes()) return "govuk-tag--yellow";
  if (page.state == publish::hub::State::published) return "govuk-tag--green";
  return page.state == publish::hub::State::draft ? "govuk-tag--yellow" : "govuk-tag--grey";
}

http::Response no_hub_page(Call& call) {
  return error_page(call, {base::ErrorKind::not_found, "There is no such page", {}});
}

}  // namespace throughline::web
