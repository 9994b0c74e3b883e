#pragma once

// A Stream straight over TCP.

#include "web/http/stream.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <memory>
#include <span>
#include <string_view>

namespace throughline::web::http {

class TcpStream final : public Stream {
 public:
  explicit TcpStream(boost::asio::ip::tcp::socket socket);
  void read(std::shared_ptr<StreamUser> user, std::span<char> into) override;
  void write(std::shared_ptr<StreamUser> user, std::string_view first,
             std::string_view second) override;
  void finish_writing() override;
  void close() override;

 private:
  boost::asio::ip::tcp::socket socket_;
};

}  // namespace throughline::web::http
