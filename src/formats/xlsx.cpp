#include "formats/xlsx.hpp"

#include "base/digits.hpp"
#include "formats/number.hpp"
#include "formats/xlsx_styles.hpp"
#include "formats/xml.hpp"
#include "formats/zip_file.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace throughline::formats {
namespace {

tl::unexpected<base::Error> too_large() {
  return base::refuse(base::ErrorKind::too_large,
                      "The sheet holds more than can be read. Save the columns and rows that you "
                      "need in a file of their own");
}

tl::unexpected<base::Error> no_workbook() {
  return base::refuse(base::ErrorKind::unsupported,
                      "The file is no Excel workbook. Save it as .xlsx or .csv and try again");
}

// Which sheet is first, and where the parts lie.
class Workbook final : public XmlListener {
 public:
  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const auto given = attribute(attributes, "date1904");
      from_1904 = given == "1" || given == "true";
    } else if (name == "sheet" && sheet_id.empty()) {
      sheet_id = attribute(attributes, "id");  // r:id
    } else if (name == "Relationship") {
      targets.emplace(attribute(attributes, "Id"), attribute(attributes, "Target"));
    }
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  bool from_1904 = false;
  std::string sheet_id;
  std::map<std::string, std::string, std::less<>> targets;
};

class SharedStrings final : public XmlListener {
 public:
  explicit SharedStrings(const XlsxLimits& limits) : limits_(limits) {}

  void begin(std::string_view name, const XmlAttributes&) override {
    if (name == "si") strings.emplace_back();
    if (name == "t") in_text_ = true;
    if (name == "rPh") in_sound_ = true;  // how a word is read aloud, not the word
  }
  void end(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "rPh") in_sound_ = false;
  }
  void text(std::string_view piece) override {
    if (!in_text_ || in_sound_ || strings.empty()) return;
    bytes_ += piece.size();
    strings.back() += piece;
  }
  [[nodiscard]] bool enough() const override {
    return bytes_ > limits_.most_bytes_of_text || strings.size() > 2'000'000;
  }

  std::vector<std::string> strings;

 private:
  const XlsxLimits& limits_;
  std::size_t bytes_ = 0;
  bool in_text_ = false;
  bool in_sound_ = false;
};

// "BC12" is column 54, counted from 0.
std::optional<std::size_t> column_of(std::string_view cell) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (const char c : cell) {
    if (c < 'A' || c > 'Z') break;
    if (++letters > 3) return std::nullopt;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

class Sheet final : public XmlListener {
 public:
  Sheet(const XlsxLimits& limits, const std::vector<std::string>& strings, const XlsxStyles& styles,
        bool from_1904)
      : limits_(limits), strings_(strings), styles_(styles), from_1904_(from_1904) {}

  void begin(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      row_ = {};
      line_ = base::digits(attribute(attributes, "r")).value_or(line_ + 1);
      row_.line = line_;
      next_column_ = 0;
    } else if (name == "c") {
      column_ = column_of(attribute(attributes, "r")).value_or(next_column_);
      next_column_ = column_ + 1;
      type_ = attribute(attributes, "t");
      style_ = static_cast<std::size_t>(base::digits(attribute(attributes, "s")).value_or(0));
      value_.clear();
    } else if (name == "v" || name == "t") {
      in_value_ = true;
    } else if (name == "rPh") {
      in_sound_ = true;
    }
  }

  void end(std::string_view name) override {
    if (name == "v" || name == "t") {
      in_value_ = false;
    } else if (name == "rPh") {
      in_sound_ = false;
    } else if (name == "c") {
      put(shown());
    } else if (name == "row") {
      const bool empty =
          std::ranges::all_of(row_.fields, [](const std::string& each) { return each.empty(); });
      if (!empty) rows.push_back(std::move(row_));
      row_ = {};
      if (rows.size() > limits_.most_rows) over_ = true;
    }
  }

  void text(std::string_view piece) override {
    if (!in_value_ || in_sound_) return;
    if (value_.size() + piece.size() > limits_.most_bytes_in_cell) over_ = true;
    if (!over_) value_ += piece;
  }
  [[nodiscard]] bool enough() const override { return over_; }
  [[nodiscard]] bool over() const { return over_; }

  std::vector<CsvRow> rows;

 private:
  [[nodiscard]] std::string shown() const {
    if (type_ == "s") {
      const auto index = base::digits(value_);
      if (!index || static_cast<std::size_t>(*index) >= strings_.size()) return {};
      return strings_[static_cast<std::size_t>(*index)];
    }
    if (type_ == "str" || type_ == "inlineStr") return value_;
    if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
    if (type_ == "e") return {};
    if (type_ == "d") return value_.substr(0, 10);
    double number = 0;
    const auto [end, failure] =
        std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (value_.empty() || failure != std::errc{} || end != value_.data() + value_.size()) {
      return value_;
    }
    if (styles_.is_date(style_)) {
      if (const auto date = date_of_serial(number, from_1904_)) return base::to_text(*date);
    }
    return to_text(number);
  }

  void put(std::string text) {
    if (text.empty()) return;
    bytes_ += text.size();
    if (column_ >= limits_.most_columns || text.size() > limits_.most_bytes_in_cell ||
        bytes_ > limits_.most_bytes_of_text) {
      over_ = true;
      return;
    }
    if (row_.fields.size() <= column_) row_.fields.resize(column_ + 1);
    row_.fields[column_] = std::move(text);
  }

  const XlsxLimits& limits_;
  const std::vector<std::string>& strings_;
  const XlsxStyles& styles_;
  bool from_1904_;
  CsvRow row_;
  int line_ = 0;
  std::size_t column_ = 0;
  std::size_t next_column_ = 0;
  std::size_t style_ = 0;
  std::size_t bytes_ = 0;
  std::string type_;
  std::string value_;
  bool in_value_ = false;
  bool in_sound_ = false;
  bool over_ = false;
};

// Where the first sheet lies.
std::string sheet_path(const Workbook& book) {
  const auto target = book.targets.find(book.sheet_id);
  if (target == book.targets.end()) return "xl/worksheets/sheet1.xml";
  const auto& path = target->second;
  return path.starts_with('/') ? path.substr(1) : "xl/" + path;
}

base::Result<void> read_part(const ZipFile& zip, const std::string& name, const XlsxLimits& limits,
                             XmlListener& listener) {
  const auto part = zip.read(name, limits.most_bytes_in_part);
  if (!part) return tl::make_unexpected(part.error());
  return read_xml(*part, listener);
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

base::Result<CsvTable> table_of(std::vector<CsvRow> rows) {
  if (rows.empty()) return base::refuse({{"file", "The first sheet is empty"}});
  CsvTable table;
  for (const auto& field : rows.front().fields) table.heading.push_back(trimmed(field));
  table.rows.assign(std::make_move_iterator(rows.begin() + 1), std::make_move_iterator(rows.end()));
  return table;
}

}  // namespace

bool looks_like_xlsx(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

base::Result<CsvTable> read_xlsx(std::string_view bytes, XlsxLimits limits) {
  const auto zip = ZipFile::open(bytes);
  if (!zip) return tl::make_unexpected(zip.error());
  if (!zip->has("xl/workbook.xml")) return no_workbook();
  Workbook book;
  if (auto read = read_part(*zip, "xl/workbook.xml", limits, book); !read) {
    return tl::make_unexpected(read.error());
  }
  SharedStrings strings(limits);
  XlsxStyles styles;
  const std::pair<std::string, XmlListener*> parts[] = {
      {"xl/_rels/workbook.xml.rels", &book},
      {"xl/sharedStrings.xml", &strings},
      {"xl/styles.xml", &styles},
  };
  for (const auto& [name, listener] : parts) {
    if (!zip->has(name)) continue;
    if (auto read = read_part(*zip, name, limits, *listener); !read) {
      return tl::make_unexpected(read.error());
    }
  }
  if (strings.enough()) return too_large();
  const auto path = sheet_path(book);
  if (!zip->has(path)) return no_workbook();
  Sheet sheet(limits, strings.strings, styles, book.from_1904);
  if (auto read = read_part(*zip, path, limits, sheet); !read) {
    return tl::make_unexpected(read.error());
  }
  if (sheet.over()) return too_large();
  return table_of(std::move(sheet.rows));
}

}  // namespace throughline::formats
