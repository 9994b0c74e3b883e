#pragma once

// XML read as a stream, for files that other programs wrote. Names lose their prefix ("x:row" is
// "row"). A document that declares a type of its own is refused, so that no entity can grow or
// reach for a file.

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace throughline::formats {

using XmlAttributes = std::vector<std::pair<std::string_view, std::string_view>>;

class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view piece) = 0;  // one text can come in several pieces
  // Asked after each begin and end; true stops the reading, which is then no error.
  [[nodiscard]] virtual bool enough() const { return false; }
};

// Errors: unsupported, when it is not well-formed or declares a type.
[[nodiscard]] base::Result<void> read_xml(std::string_view bytes, XmlListener& listener);

// The attribute's value; "" when it is not there.
[[nodiscard]] std::string_view attribute(const XmlAttributes& attributes, std::string_view name);

}  // namespace throughline::formats
