#include "formats/xml.hpp"

#include <exception>
#include <expat.h>
#include <memory>

namespace throughline::formats {
namespace {

struct Reading {
  XML_Parser parser;
  XmlListener& listener;
  std::exception_ptr thrown{};  // expat is C: nothing may be thrown through it
  bool stopped = false;
  bool declared_a_type = false;

  template <typename Work>
  void guarded(Work&& work) {
    if (thrown || stopped) return;
    try {
      work();
      stopped = listener.enough();
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown || stopped) XML_StopParser(parser, XML_FALSE);
  }
};

std::string_view local(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Reading& reading_of(void* data) {
  return *static_cast<Reading*>(data);
}

void on_begin(void* data, const XML_Char* name, const XML_Char** given) {
  reading_of(data).guarded([&] {
    XmlAttributes attributes;
    for (; *given; given += 2) attributes.emplace_back(local(given[0]), given[1]);
    reading_of(data).listener.begin(local(name), attributes);
  });
}

void on_end(void* data, const XML_Char* name) {
  reading_of(data).guarded([&] { reading_of(data).listener.end(local(name)); });
}

void on_text(void* data, const XML_Char* piece, int length) {
  reading_of(data).guarded([&] {
    reading_of(data).listener.text({piece, static_cast<std::size_t>(length)});
  });
}

void on_type(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
  reading_of(data).declared_a_type = true;
  XML_StopParser(reading_of(data).parser, XML_FALSE);
}

}  // namespace

base::Result<void> read_xml(std::string_view bytes, XmlListener& listener) {
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate(nullptr),
                                                                       XML_ParserFree);
  Reading reading{parser.get(), listener};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_begin, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_type);
  constexpr std::size_t at_once = 1U << 20U;
  auto status = XML_STATUS_OK;
  for (std::size_t at = 0; status == XML_STATUS_OK; at += at_once) {
    const auto some = bytes.substr(at, at_once);
    const bool last = at + some.size() >= bytes.size();
    status = XML_Parse(parser.get(), some.data(), static_cast<int>(some.size()), last ? 1 : 0);
    if (last) break;
  }
  if (reading.thrown) std::rethrow_exception(reading.thrown);
  if (reading.stopped) return {};
  if (status != XML_STATUS_OK || reading.declared_a_type) {
    return base::refuse(base::ErrorKind::unsupported,
                        "The file could not be read: a part of it is damaged");
  }
  return {};
}

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace throughline::formats
