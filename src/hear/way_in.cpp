#include "hear/way_in.hpp"

#include "hear/entry.hpp"
#include "record/event.hpp"

namespace throughline::hear {
namespace {

constexpr std::array ways = {
    Entry{WayIn::easy_read, "easy_read", "Easy read, with pictures"},
    Entry{WayIn::paper, "paper", "Paper form"},
    Entry{WayIn::large_print, "large_print", "Large print paper form"},
    Entry{WayIn::paper_easy_read, "paper_easy_read", "Easy read paper form"},
};

}  // namespace

std::string_view to_text(WayIn way) {
  return entry(ways, way).text;
}

std::string_view label(WayIn way) {
  return entry(ways, way).label;
}

std::optional<WayIn> way_in_from_text(std::string_view text) {
  return from_text(ways, text);
}

void keep_way(store::Writer& writer, const record::Work& work, const std::string& case_ref,
              const CaseWay& way) {
  writer.execute(
      "insert into case_ways (authority_id, case_ref, way, paper_reference) "
      "values ($1, $2, $3, $4)",
      {work.authority_id, case_ref, std::string(to_text(way.way)), way.paper_reference});
  record::append_event(writer, work, case_ref, "way in noted",
                       {{"way", std::string(label(way.way))}});
}

std::optional<CaseWay> way_of(store::Reader& reader, const std::string& authority_id,
                              const std::string& case_ref) {
  const auto row = reader.row(
      "select way, paper_reference from case_ways where authority_id = $1 and case_ref = $2",
      {authority_id, case_ref});
  if (!row) return std::nullopt;
  const auto way = way_in_from_text(row->text(0));
  if (!way) throw std::runtime_error("a case came by a way that this program does not know");
  return CaseWay{*way, row->text(1)};
}

}  // namespace throughline::hear
