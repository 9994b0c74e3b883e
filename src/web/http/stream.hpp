#pragma once

// A connection's bytes, whatever carries them. Virtual on purpose: a session that is a template
// over its stream costs more than a minute to compile, and is no quicker.

#include <memory>
#include <span>
#include <string_view>

namespace throughline::web::http {

// Hears when a read or a write is over; kept alive until then.
class StreamUser {
 public:
  virtual ~StreamUser() = default;
  virtual void did_read(bool alive, std::size_t count) = 0;
  virtual void did_write(bool alive) = 0;
};

class Stream {
 public:
  virtual ~Stream() = default;
  // At most one of each is under way at a time; the bytes must stay until it is over.
  virtual void read(std::shared_ptr<StreamUser> user, std::span<char> into) = 0;
  virtual void write(std::shared_ptr<StreamUser> user, std::string_view first,
                     std::string_view second) = 0;  // all of both
  virtual void finish_writing() = 0;  // says that nothing more will come, and goes on reading
  virtual void close() = 0;           // what is under way ends with alive = false
};

}  // namespace throughline::web::http
