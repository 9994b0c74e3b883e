#include "judge/elsewhere/library.hpp"
#include "judge/elsewhere/library_rows.hpp"
#include "store/search_index.hpp"

namespace throughline::judge::elsewhere {

void rebuild_library(store::Writer& writer, const std::string& authority_id) {
  for (const LibraryPage& page : library_pages(writer, authority_id)) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const store::Row& row :
         writer.rows("select ref, position, polarity, words from elsewhere_statements "
                     "where authority_id = $1 and page_ref = $2 order by position",
                     {authority_id, page.ref})) {
      put_statement_node(writer, authority_id, page, row.text(0), static_cast<int>(row.integer(1)),
                         polarity_from_text(row.text(2)).value_or(Polarity::unclear));
      texts.emplace_back(row.text(0), row.text(3));
    }
    store::put_texts(writer, authority_id, "elsewhere", texts);
  }
}

}  // namespace throughline::judge::elsewhere
