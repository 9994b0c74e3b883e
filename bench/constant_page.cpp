// The peer of our own pages: the same server, giving one constant page of a given size to every
// request. What a page costs beyond this is rendering and the database.
//   bench_constant_page BYTES

#include "web/http/server.hpp"

#include <iostream>
#include <string>

int main(int count, char** arguments) {
  using namespace throughline::web;
  const std::string page(count > 1 ? std::stoul(arguments[1]) : 2048, 'x');
  http::ServerOptions options;
  options.port = 0;
  http::Server server(options, [&page](http::Request&) { return http::Response::html(page); });
  std::cout << server.port() << std::endl;
  server.run(true);
}
