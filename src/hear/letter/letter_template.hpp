#pragma once

// The template that a kind of letter begins from: the council's own words with merge fields
// (fields.hpp). Each change is a version and every version is kept. Where a council has changed
// nothing, the template is the one that the program brings (data/letters).

#include "base/result.hpp"
#include "hear/letter/fields.hpp"
#include "record/work.hpp"
#include "store/database.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::hear::letter {

struct Template {
  Kind kind = Kind::acknowledgement;
  std::int64_t version = 0;  // 0: as the program brings it
  std::string text;
  bool is_default = true;
  std::string changed_at;  // instant; empty for version 0
  std::string changed_by;
};

inline constexpr std::size_t most_template_characters = 20'000;

[[nodiscard]] Template shipped_template(Kind kind);
// The one that letters begin from now.
[[nodiscard]] Template current_template(store::Reader& reader, const std::string& authority_id,
                                        Kind kind);
// Every version that this council made, newest first.
[[nodiscard]] std::vector<Template> template_versions(store::Reader& reader,
                                                      const std::string& authority_id, Kind kind);

// Everything wrong with a text, under the field "text": empty, too long, fields that are not there.
[[nodiscard]] std::vector<base::Problem> problems_of(Kind kind, const std::string& text);

// `version` is the one that the person was looking at.
// Errors: invalid, with every problem; conflict, when it has changed since or nothing would.
[[nodiscard]] base::Result<Template> change_template(store::Writer& writer,
                                                     const record::Work& work, Kind kind,
                                                     std::int64_t version, const std::string& text);
// Goes back to the program's own words, as one more version.
[[nodiscard]] base::Result<Template> reset_template(store::Writer& writer, const record::Work& work,
                                                    Kind kind, std::int64_t version);

}  // namespace throughline::hear::letter
