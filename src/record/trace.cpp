#include "record/trace.hpp"

#include "record/neighbours.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace throughline::record {

namespace {

// "CASE-9" comes before "CASE-10".
auto reading_order(const Neighbour& neighbour) {
  const std::string& ref = neighbour.far;
  long long number = 0;
  const auto dash = ref.find('-');
  if (dash != std::string::npos) {
    std::from_chars(ref.data() + dash + 1, ref.data() + ref.size(), number);
  }
  return std::tuple(neighbour.relation, kind_of(ref), number, std::string_view(ref));
}

// The part of the line that can be reached, nearest records first.
class Reach {
 public:
  Reach(store::Reader& reader, const std::string& authority_id, Direction direction, int most)
      : reader_(reader), authority_id_(authority_id), direction_(direction), most_(most) {}

  void from(const std::string& ref) {
    known_.insert(ref);
    std::vector<std::string> edge{ref};
    while (!edge.empty()) edge = beyond(edge);
    for (auto& [near, children] : children_) std::ranges::sort(children, {}, reading_order);
  }

  [[nodiscard]] const std::vector<Neighbour>& children(const std::string& ref) const {
    static const std::vector<Neighbour> none;
    const auto found = children_.find(ref);
    return found == children_.end() ? none : found->second;
  }
  [[nodiscard]] std::vector<std::string> refs() const { return {known_.begin(), known_.end()}; }
  [[nodiscard]] bool cut() const { return cut_; }

 private:
  std::vector<std::string> beyond(const std::vector<std::string>& edge) {
    std::vector<std::string> next;
    // One more than can be shown tells whether there is more.
    auto found = neighbours(reader_, authority_id_, edge, direction_, most_ + 1);
    std::ranges::sort(found, {}, reading_order);
    for (Neighbour& neighbour : found) {
      if (!known_.contains(neighbour.far)) {
        if (known_.size() >= static_cast<std::size_t>(most_)) {
          cut_ = true;
          continue;
        }
        known_.insert(neighbour.far);
        next.push_back(neighbour.far);
      }
      children_[neighbour.near].push_back(std::move(neighbour));
    }
    return next;
  }

  store::Reader& reader_;
  const std::string& authority_id_;
  Direction direction_;
  int most_;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, std::vector<Neighbour>> children_;
  bool cut_ = false;
};

struct Pending {
  const Neighbour* neighbour;
  int depth;
  int parent;
};

// Depth first, in reading order. A stack of its own: a chain of links can be longer than the
// program's stack is deep.
void write_steps(const Reach& reach, const NodesByRef& nodes, const Node& first, int most_steps,
                 Trace& trace) {
  std::unordered_set<std::string> followed{first.ref};
  std::vector<Pending> pending;
  const auto follow = [&](const std::string& ref, int depth, int parent) {
    const auto& children = reach.children(ref);
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      pending.push_back({&*child, depth, parent});
    }
  };
  trace.steps.push_back({first, 0, -1, {}, false});
  follow(first.ref, 1, 0);
  while (!pending.empty()) {
    const Pending next = pending.back();
    pending.pop_back();
    const auto node = nodes.find(next.neighbour->far);
    if (node == nodes.end()) continue;  // a loose link, which `throughline verify` reports
    const bool seen = !followed.insert(next.neighbour->far).second;
    if (seen && static_cast<int>(trace.steps.size()) >= most_steps) {
      trace.cut = true;
      continue;
    }
    const int index = static_cast<int>(trace.steps.size());
    trace.steps.push_back({node->second, next.depth, next.parent, next.neighbour->relation, seen});
    if (!seen) follow(next.neighbour->far, next.depth + 1, index);
  }
}

}  // namespace

Direction usual_direction(std::string_view ref) {
  const auto kind = kind_of(ref);
  const bool early = kind == NodeKind::case_ || kind == NodeKind::wave || kind == NodeKind::theme ||
                     kind == NodeKind::action || kind == NodeKind::document ||
                     kind == NodeKind::elsewhere || kind == NodeKind::ombudsman ||
                     kind == NodeKind::project || kind == NodeKind::joint_review;
  return early ? Direction::forward : Direction::back;
}

base::Result<Trace> trace(store::Reader& reader, const std::string& authority_id,
                          const std::string& ref, Direction direction, int most) {
  const auto first = find_node(reader, authority_id, ref);
  if (!first) {
    return base::refuse(base::ErrorKind::not_found, "There is no record called " + ref);
  }
  Reach reach(reader, authority_id, direction, most);
  reach.from(ref);
  Trace result{direction, {}, reach.cut()};
  // Every record is shown; of the repeats, as many as leave the list readable.
  write_steps(reach, nodes_of(reader, authority_id, reach.refs()), *first, 2 * most, result);
  return result;
}

}  // namespace throughline::record
