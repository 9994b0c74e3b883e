#pragma once

// Whether markup is well-formed XML, by Expat; for tests.

#include <expat.h>
#include <string>

namespace throughline::formats {

inline bool well_formed(const std::string& markup) {
  XML_Parser parser = XML_ParserCreate("UTF-8");
  const auto status = XML_Parse(parser, markup.data(), static_cast<int>(markup.size()), 1);
  XML_ParserFree(parser);
  return status == XML_STATUS_OK;
}

}  // namespace throughline::formats
