#pragma once

// Inside `formats` only: which cells of a workbook hold dates. A workbook keeps a date as a number
// of days, and only the cell's format says that it is one.

#include "base/date.hpp"
#include "formats/xml.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace throughline::formats {

// Whether a number format shows a date: "dd/mm/yyyy" does, "0.00" and "[h]:mm" do not.
[[nodiscard]] bool shows_date(std::string_view format_code);

class XlsxStyles final : public XmlListener {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  [[nodiscard]] bool is_date(std::size_t style) const {
    return style < dates_.size() && dates_[style];
  }

 private:
  std::map<int, bool> formats_;
  std::vector<bool> dates_;  // by index of cellXfs
  bool in_cell_formats_ = false;
};

// The day that a workbook's number means; nothing when it is none. With `from_1904` days count from
// 1 January 1904, as old workbooks of the Macintosh do.
[[nodiscard]] std::optional<base::Date> date_of_serial(double serial, bool from_1904);

}  // namespace throughline::formats
