#pragma once

// The list of cases: filtered, sorted and paged by where the last page ended (a keyset), so that
// the fiftieth page of a million costs what the first does. Counts stop at a cap, and pages say
// "more than 1,000": nobody reads past it, and an exact count would scan every case. Decision:
// docs/adr/0011-lists-page-by-keyset-and-count-to-a-cap.md

#include "hear/case.hpp"
#include "hear/way_in.hpp"
#include "store/database.hpp"
#include "store/search_index.hpp"

#include <optional>
#include <string>
#include <vector>

namespace throughline::hear {

enum class CaseOrder { newest, oldest, kind, status };

[[nodiscard]] std::string_view to_text(CaseOrder order);  // "newest"
[[nodiscard]] std::optional<CaseOrder> order_from_text(std::string_view text);

// Empty lists and empty text do not filter.
struct CaseFilter {
  std::vector<Kind> kinds;
  std::vector<Status> statuses;
  std::vector<Relationship> relationships;
  std::optional<std::string> service_ref;  // "": cases that are not about one service
  std::string theme_ref;
  std::optional<base::Date> from;  // received on or after
  std::optional<base::Date> to;    // received on or before
  std::string search;              // in the words, as typed
  std::string written_in;          // on pages in this language: "ur"
  std::optional<WayIn> way;        // easy read, or a kind of paper form
};

// Where a page begins: after, or before, the case at this place in the order.
struct CasePlace {
  std::string ref;
  bool before = false;
};

struct ListedCase {
  Case found;              // without its words
  std::string opening;     // the first words, on one line
  store::Excerpt matched;  // the words around what was searched for; empty without a search
  std::vector<std::string> theme_refs;
};

struct CasePage {
  std::vector<ListedCase> cases;
  bool has_earlier = false;  // there is a page before this one
  bool has_later = false;
};

inline constexpr std::size_t cases_on_page = 50;
inline constexpr std::int64_t most_counted = 1000;

// A place that is no case of this council begins at the first page.
[[nodiscard]] CasePage list_cases(store::Reader& reader, const std::string& authority_id,
                                  const CaseFilter& filter, CaseOrder order,
                                  const std::optional<CasePlace>& place = {},
                                  std::size_t page_size = cases_on_page);

// How many there are, or most_counted + 1 when there are more than most_counted.
[[nodiscard]] std::int64_t count_cases(store::Reader& reader, const std::string& authority_id,
                                       const CaseFilter& filter);

// The next cases of a filter in order, with their words; from the first when `after_ref` is
// nothing. For exports, which read a piece at a time.
[[nodiscard]] std::vector<Case> cases_after(store::Reader& reader, const std::string& authority_id,
                                            const CaseFilter& filter, CaseOrder order,
                                            const std::optional<std::string>& after_ref,
                                            std::size_t most);

}  // namespace throughline::hear
