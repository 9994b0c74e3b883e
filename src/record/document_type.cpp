#include "record/document.hpp"

#include <algorithm>
#include <array>

namespace throughline::record {
namespace {

struct Kind {
  std::string_view ending;
  std::string_view type;
};

constexpr std::array<Kind, 8> kinds = {{
    {"pdf", "application/pdf"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"csv", "text/csv"},
    {"txt", "text/plain"},
}};

constexpr std::string_view accepted =
    "Upload a PDF, Word (.docx), Excel (.xlsx), CSV, text, PNG or JPEG file";

std::string ending_of(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  std::string ending(dot == std::string_view::npos ? "" : file_name.substr(dot + 1));
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
  return ending;
}

bool holds(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

bool is_text(std::string_view bytes) {
  return !bytes.empty() && bytes.find('\0') == std::string_view::npos;
}

// What the first bytes say; text when nothing else fits.
std::string_view kind_by_content(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("%PDF-")) return "pdf";
  if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return "jpg";
  if (bytes.starts_with("PK\x03\x04"sv) && holds(bytes, "[Content_Types].xml")) {
    if (holds(bytes, "word/document.xml")) return "docx";
    if (holds(bytes, "xl/workbook.xml")) return "xlsx";
  }
  return is_text(bytes) ? "txt" : "";
}

// A file that was cut off on its way lacks what its kind ends with; some programs write a little
// after it.
bool is_whole(std::string_view kind, std::string_view bytes) {
  using namespace std::string_view_literals;
  const auto ends_with = [&](std::string_view mark, std::size_t within) {
    return holds(bytes.substr(bytes.size() - std::min(bytes.size(), within)), mark);
  };
  if (kind == "pdf") return ends_with("%%EOF", 2048);
  if (kind == "docx" || kind == "xlsx") return ends_with("PK\x05\x06"sv, 66'000);
  if (kind == "png") return ends_with("IEND", 2048);
  if (kind == "jpg") return ends_with("\xFF\xD9"sv, 2048);
  return true;
}

}  // namespace

base::Result<std::string> document_type(std::string_view bytes, std::string_view file_name) {
  const std::string ending = ending_of(file_name);
  const auto kind = std::ranges::find(kinds, ending, &Kind::ending);
  if (kind == kinds.end()) {
    return base::refuse(base::ErrorKind::unsupported, std::string(accepted));
  }
  const std::string_view found = kind_by_content(bytes);
  const bool agrees = found == ending || (found == "jpg" && ending == "jpeg") ||
                      (found == "txt" && ending == "csv");
  if (!agrees) {
    return base::refuse(base::ErrorKind::unsupported, "The file is not what its name says (." +
                                                          ending + "). " + std::string(accepted));
  }
  if (!is_whole(found, bytes)) {
    return base::refuse(base::ErrorKind::unsupported,
                        "The file is cut short. Save or download it again, and upload that");
  }
  if ((ending == "docx" || ending == "xlsx") && holds(bytes, "vbaProject.bin")) {
    return base::refuse(base::ErrorKind::unsupported,
                        "The file holds macros. Save it without macros and upload that");
  }
  return std::string(kind->type);
}

std::string size_text(std::int64_t bytes) {
  if (bytes < 1024) return std::to_string(bytes) + " bytes";
  if (bytes < 1024 * 1024) return std::to_string((bytes + 512) / 1024) + " KB";
  const std::int64_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace throughline::record
