#pragma once

// Scans of paper that came in: a form, a letter. They show handwriting and often names, so they are
// kept with the case and away from documents and evidence, each look is written in the case's
// history, and they go when the person's data is erased.
//
// It refuses what is not a PDF, a JPEG or a PNG by its content, and files with another's name.

#include "base/result.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::hear {

inline constexpr std::size_t most_scan_bytes = 10 * 1024 * 1024;
inline constexpr std::int64_t most_scans_of_case = 10;

struct Scan {
  std::int64_t number = 0;  // from 1, within the case; a number is never used again
  std::string type;         // "application/pdf"
  std::int64_t size = 0;
  std::string added_at;  // instant
  std::string added_by;
};

struct ScanFile {
  std::string name;  // as it is downloaded: "CASE-7-scan-1.pdf"
  std::string type;
  std::string bytes;
};

// Errors: not_found, when there is no such case; invalid: file.
[[nodiscard]] base::Result<Scan> add_scan(store::Writer& writer, const record::Work& work,
                                          const std::string& case_ref, const std::string& bytes,
                                          const std::string& file_name);
[[nodiscard]] std::vector<Scan> scans_of(store::Reader& reader, const std::string& authority_id,
                                         const std::string& case_ref);
// Gives the file and writes down that the actor looked at it.
// Errors: not_found. Throws when a piece is damaged.
[[nodiscard]] base::Result<ScanFile> look_at_scan(store::Writer& writer, const record::Work& work,
                                                  const std::string& case_ref, std::int64_t number);
// Errors: not_found; conflict, while the case is on hold.
[[nodiscard]] base::Result<void> remove_scan(store::Writer& writer, const record::Work& work,
                                             const std::string& case_ref, std::int64_t number);

}  // namespace throughline::hear
