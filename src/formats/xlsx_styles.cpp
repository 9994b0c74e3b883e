#include "formats/xlsx_styles.hpp"

#include "base/digits.hpp"

#include <chrono>
#include <cmath>

namespace throughline::formats {
namespace {

// The formats that every workbook knows by number.
bool is_date_by_number(int format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

constexpr double last_serial = 2'958'465;  // 31 December 9999

}  // namespace

bool shows_date(std::string_view code) {
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"') {  // words that are shown as they are
      at = code.find('"', at + 1);
      if (at == std::string_view::npos) return false;
    } else if (c == '[') {  // a colour, a condition or elapsed hours
      at = code.find(']', at + 1);
      if (at == std::string_view::npos) return false;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      return true;
    }
  }
  return false;
}

void XlsxStyles::begin(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt") {
    const auto id = base::digits(attribute(attributes, "numFmtId"));
    if (id) formats_[*id] = shows_date(attribute(attributes, "formatCode"));
  } else if (name == "cellXfs") {
    in_cell_formats_ = true;
  } else if (name == "xf" && in_cell_formats_) {
    const int id = base::digits(attribute(attributes, "numFmtId")).value_or(0);
    const auto own = formats_.find(id);
    dates_.push_back(own == formats_.end() ? is_date_by_number(id) : own->second);
  }
}

void XlsxStyles::end(std::string_view name) {
  if (name == "cellXfs") in_cell_formats_ = false;
}

std::optional<base::Date> date_of_serial(double serial, bool from_1904) {
  if (!std::isfinite(serial) || serial < 1 || serial > last_serial) return std::nullopt;
  auto days = static_cast<int>(std::floor(serial));
  using namespace std::chrono;
  if (from_1904) return base::add_days(base::Date{year{1904}, January, day{1}}, days);
  // The program counts a 29 February 1900 that never was.
  if (days < 60) ++days;
  return base::add_days(base::Date{year{1899}, December, day{30}}, days);
}

}  // namespace throughline::formats
