#include "web/http/tcp_stream.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <utility>

namespace throughline::web::http {

namespace asio = boost::asio;
using boost::system::error_code;

TcpStream::TcpStream(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {
  error_code ignored;
  // Answers leave whole, so waiting to fill a packet would only delay them.
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

void TcpStream::read(std::shared_ptr<StreamUser> user, std::span<char> into) {
  socket_.async_read_some(asio::buffer(into.data(), into.size()),
                          [user = std::move(user)](error_code error, std::size_t count) {
                            user->did_read(!error, count);
                          });
}

void TcpStream::write(std::shared_ptr<StreamUser> user, std::string_view first,
                      std::string_view second) {
  const std::array<asio::const_buffer, 2> both{asio::buffer(first.data(), first.size()),
                                               asio::buffer(second.data(), second.size())};
  asio::async_write(socket_, both, [user = std::move(user)](error_code error, std::size_t) {
    user->did_write(!error);
  });
}

void TcpStream::finish_writing() {
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void TcpStream::close() {
  error_code ignored;
  socket_.shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

}  // namespace throughline::web::http
