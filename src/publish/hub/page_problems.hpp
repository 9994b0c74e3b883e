#pragma once

// Inside the hub only: what is wrong with a page's form, and what its address is made from.

#include "publish/hub/page.hpp"

namespace throughline::publish::hub {

[[nodiscard]] std::vector<base::Problem> problems_of(const PageForm& form,
                                                     const std::vector<Owner>& owners, bool first);
// "paying-for-care"; at most 60 characters; not unique.
[[nodiscard]] std::string slug_from(std::string_view title);

// A page by its slug whoever asks, with its body.
[[nodiscard]] std::optional<Page> any_page(store::Reader& reader, const std::string& authority_id,
                                           const std::string& slug);
// Puts the node, the searched words and the links of a page as it stands now.
void put_on_line(store::Writer& writer, const record::Work& work, const std::string& slug);

}  // namespace throughline::publish::hub
