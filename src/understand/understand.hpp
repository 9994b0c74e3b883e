#pragma once

// UNDERSTAND, the second stage of the line: what the voices are about, and whether more is said of
// it than before. This is its front door. It counts and suggests; it refuses to decide: a theme is
// given to a case by a person, and a count that is too small to mean anything is said to be so.

#include "record/work.hpp"
#include "store/database.hpp"
#include "understand/suggestion.hpp"
#include "understand/theme.hpp"
#include "understand/theme_counts.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::understand {

// In order of name. Themes that were merged into another are left out.
[[nodiscard]] std::vector<Theme> themes(store::Reader& reader, const std::string& authority_id);
[[nodiscard]] std::vector<Theme> active_themes(store::Reader& reader,
                                               const std::string& authority_id);
[[nodiscard]] std::optional<Theme> find_theme(store::Reader& reader,
                                              const std::string& authority_id,
                                              const std::string& ref);
// Of one case, in order of name.
[[nodiscard]] std::vector<Theme> themes_of(store::Reader& reader, const std::string& authority_id,
                                           const std::string& case_ref);

// Adds the themes of data/themes.yaml that the council has no theme of that name for; gives back
// how many were added.
std::size_t add_starter_themes(store::Writer& writer, const record::Work& work);

// Errors: invalid, with every problem (another theme has the name).
[[nodiscard]] base::Result<Theme> create_theme(store::Writer& writer, const record::Work& work,
                                               const ThemeDescription& given);
// Errors: not_found; conflict, when it changed since `version`; invalid.
[[nodiscard]] base::Result<void> describe_theme(store::Writer& writer, const record::Work& work,
                                                const std::string& ref, std::int64_t version,
                                                const ThemeDescription& given);
// Moves every link of a theme to another, and stops it. Gives back how many cases moved.
// Errors: not_found; invalid, when both are the same or either was merged before.
[[nodiscard]] base::Result<std::size_t> merge_themes(store::Writer& writer,
                                                     const record::Work& work,
                                                     const std::string& from_ref,
                                                     const std::string& into_ref,
                                                     const std::string& reason);

// Gives a case exactly these themes, with one event that says which came and went; nothing changes
// when they are its themes already. A theme that is no longer in use can stay but not come.
// Errors: not_found; invalid, when a ref is no theme in use.
[[nodiscard]] base::Result<void> set_themes(store::Writer& writer, const record::Work& work,
                                            const std::string& case_ref,
                                            const std::vector<std::string>& theme_refs);

// Puts the nodes of all themes on the line anew, for `throughline rebuild`.
void rebuild_themes(store::Writer& writer, const std::string& authority_id);
// Fills the derived table of themes by case anew from the links.
void rebuild_case_themes(store::Writer& writer, const std::string& authority_id);

}  // namespace throughline::understand
