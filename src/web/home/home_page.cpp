#include "web/home/home_page.hpp"

#include "record/change_number.hpp"
#include "templates/described.hpp"
#include "web/home/today.hpp"
#include "web/page.hpp"

#include <map>
#include <mutex>
#include <optional>
#include <tuple>

namespace throughline::web {

namespace {

struct HomeView {
  std::vector<TaskView> tasks;
  std::vector<PanelView> panels;
};
BOOST_DESCRIBE_STRUCT(HomeView, (), (tasks, panels))

// Whose page, and what else it depends on beside the council's records.
using Reader = std::tuple<std::string, std::string, record::Role>;

struct Kept {
  std::int64_t change = 0;
  base::Date day;
  HomeView view;
};

constexpr std::size_t most_kept = 2'000;  // each about a kilobyte

}  // namespace

class HomeMemory {
 public:
  [[nodiscard]] std::optional<HomeView> find(const Reader& reader, std::int64_t change,
                                             base::Date day) {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.find(reader);
    if (found == kept_.end() || found->second.change != change || found->second.day != day) {
      return std::nullopt;
    }
    return found->second.view;
  }

  void keep(const Reader& reader, Kept kept) {
    const std::scoped_lock lock(mutex_);
    if (kept_.size() >= most_kept && !kept_.contains(reader)) kept_.clear();
    kept_.insert_or_assign(reader, std::move(kept));
  }

 private:
  std::mutex mutex_;
  std::map<Reader, Kept> kept_;
};

std::shared_ptr<HomeMemory> home_memory() {
  return std::make_shared<HomeMemory>();
}

http::Response home_page(Call& call, HomeMemory& memory) {
  const auto view = call.database.read([&](store::Reader& reader) {
    const auto change = record::change_number(reader, call.authority.id);
    const auto day = call.work.today();
    const Reader whose{call.authority.id, call.work.actor.user_ref, call.work.actor.role};
    if (auto known = memory.find(whose, change, day)) return *std::move(known);
    HomeView counted{tasks_today(call, reader), panels_along_the_line(call, reader)};
    memory.keep(whose, {change, day, counted});
    return counted;
  });
  return page(call, "home/home.html", templates::to_value(view));
}

}  // namespace throughline::web
