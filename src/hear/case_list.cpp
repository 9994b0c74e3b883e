#include "hear/case_list.hpp"

#include "hear/case_query.hpp"
#include "hear/case_row.hpp"
#include "store/dialect.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace throughline::hear {
namespace {

constexpr std::size_t opening_characters = 160;

constexpr std::array<std::pair<CaseOrder, std::string_view>, 4> orders = {{
    {CaseOrder::newest, "newest"},
    {CaseOrder::oldest, "oldest"},
    {CaseOrder::kind, "kind"},
    {CaseOrder::status, "status"},
}};

std::vector<std::string> refs_of(store::Reader& reader, const CaseQuery& query) {
  std::vector<std::string> refs;
  for (const auto& row : reader.rows(query.sql, query.values)) refs.push_back(row.text(0));
  return refs;
}

store::Values with_refs(const std::string& authority_id, const std::vector<std::string>& refs) {
  store::Values values{authority_id};
  values.insert(values.end(), refs.begin(), refs.end());
  return values;
}

enum class Words { opening, all };

// The cases with these refs, by ref.
std::map<std::string, Case> cases_by_ref(store::Reader& reader, const std::string& authority_id,
                                         const std::vector<std::string>& refs, Words words) {
  std::map<std::string, Case> found;
  if (refs.empty()) return found;
  const std::string wanted =
      words == Words::all ? "w.words"
                          : "substr(w.words, 1, " + std::to_string(opening_characters + 1) + ")";
  reader.for_each("select " + std::string(case_columns) + ", " + wanted + " from " +
                      std::string(case_tables) +
                      " join case_words w on w.authority_id = c.authority_id "
                      "and w.case_ref = c.ref where c.authority_id = $1 and c.ref in " +
                      store::placeholders(2, refs.size()),
                  with_refs(authority_id, refs), [&](const store::Row& row) {
                    auto each = read_case(row);
                    each.words = row.text(case_column_count);
                    found.emplace(each.ref, std::move(each));
                  });
  return found;
}

std::map<std::string, std::vector<std::string>> themes_by_case(
    store::Reader& reader, const std::string& authority_id, const std::vector<std::string>& refs) {
  std::map<std::string, std::vector<std::string>> found;
  if (refs.empty()) return found;
  for (const auto& row :
       reader.rows("select case_ref, theme_ref from case_themes where authority_id = $1 "
                   "and case_ref in " +
                       store::placeholders(2, refs.size()) + " order by case_ref, theme_ref",
                   with_refs(authority_id, refs))) {
    found[row.text(0)].push_back(row.text(1));
  }
  return found;
}

// One line of the first words; an ellipsis when there are more.
std::string opening_of(const std::string& words) {
  std::string line;
  std::size_t counted = 0;
  for (const char c : words) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
    if (!continues && ++counted > opening_characters) return line + "\xE2\x80\xA6";
    line += c == '\r' || c == '\n' || c == '\t' ? ' ' : c;
  }
  return line;
}

}  // namespace

std::string_view to_text(CaseOrder order) {
  return std::ranges::find(orders, order, &std::pair<CaseOrder, std::string_view>::first)->second;
}

std::optional<CaseOrder> order_from_text(std::string_view text) {
  for (const auto& [order, word] : orders) {
    if (word == text) return order;
  }
  return std::nullopt;
}

CasePage list_cases(store::Reader& reader, const std::string& authority_id,
                    const CaseFilter& filter, CaseOrder order,
                    const std::optional<CasePlace>& place, std::size_t page_size) {
  if (place && !reader.row("select ref from cases where authority_id = $1 and ref = $2",
                           {authority_id, place->ref})) {
    return list_cases(reader, authority_id, filter, order, {}, page_size);
  }
  const bool back = place && place->before;
  const auto place_ref = place ? std::optional(place->ref) : std::nullopt;
  auto refs =
      refs_of(reader, refs_query(reader, authority_id, filter, order, place_ref,
                                 back ? Reading::backward : Reading::onward, page_size + 1));
  const bool more = refs.size() > page_size;
  // Reading backward past the beginning would give a short first page: read it from its beginning.
  if (back && !more) return list_cases(reader, authority_id, filter, order, {}, page_size);
  if (more) refs.pop_back();
  if (back) std::ranges::reverse(refs);

  CasePage page;
  page.has_earlier = back ? more : place.has_value();
  page.has_later = back || more;
  auto found = cases_by_ref(reader, authority_id, refs, Words::opening);
  auto themes = themes_by_case(reader, authority_id, refs);
  auto matched = store::highlights(reader, authority_id, "case", refs, filter.search);
  for (const auto& ref : refs) {
    const auto each = found.find(ref);
    if (each == found.end()) continue;
    auto opening = opening_of(each->second.words);
    each->second.words.clear();
    page.cases.push_back(
        {std::move(each->second), std::move(opening), std::move(matched[ref]), themes[ref]});
  }
  return page;
}

std::int64_t count_cases(store::Reader& reader, const std::string& authority_id,
                         const CaseFilter& filter) {
  const auto query = count_query(reader, authority_id, filter, most_counted + 1);
  return reader.number(query.sql, query.values);
}

std::vector<Case> cases_after(store::Reader& reader, const std::string& authority_id,
                              const CaseFilter& filter, CaseOrder order,
                              const std::optional<std::string>& after_ref, std::size_t most) {
  const auto refs = refs_of(
      reader, refs_query(reader, authority_id, filter, order, after_ref, Reading::onward, most));
  auto found = cases_by_ref(reader, authority_id, refs, Words::all);
  std::vector<Case> cases;
  cases.reserve(refs.size());
  for (const auto& ref : refs) {
    if (const auto each = found.find(ref); each != found.end()) {
      cases.push_back(std::move(each->second));
    }
  }
  return cases;
}

}  // namespace throughline::hear
