#include "store/catalogue.hpp"

namespace throughline::store {

std::vector<TableShape> tables(Reader& reader) {
  const std::string_view sql =
      reader.dialect() == Dialect::sqlite
          ? "select m.name, p.name from sqlite_master m join pragma_table_info(m.name) p where "
            "m.type = 'table' and m.name not like 'sqlite_%' order by m.name, p.cid"
          : "select table_name, column_name from information_schema.columns where table_schema = "
            "current_schema() order by table_name, ordinal_position";
  std::vector<TableShape> found;
  reader.for_each(sql, {}, [&](const Row& row) {
    if (found.empty() || found.back().name != row.text(0)) found.push_back({row.text(0), {}});
    found.back().columns.push_back(row.text(1));
  });
  return found;
}

}  // namespace throughline::store
