#include "web/routes.hpp"

namespace throughline::web {

void Routes::get(std::string path, Page page) {
  routes_.push_back({"GET", std::move(path), std::move(page), {}});
}

void Routes::remembered(std::string path, Page page) {
  get(std::move(path), std::move(page));
  routes_.back().remembered = true;
}

void Routes::post(std::string path, Page page) {
  routes_.push_back({"POST", std::move(path), std::move(page), {}});
}

void Routes::plain(std::string path, PlainPage page) {
  routes_.push_back({"GET", std::move(path), {}, std::move(page)});
}

}  // namespace throughline::web
