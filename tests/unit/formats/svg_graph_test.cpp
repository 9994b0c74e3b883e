#include "formats/svg_graph.hpp"

#include "formats/graph_layout.hpp"
#include "unit/formats/well_formed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <stdexcept>

namespace throughline::formats {
namespace {

using testing::HasSubstr;
using testing::Not;

Graph small() {
  return {.id = "trace",
          .title = "Trace",
          .description = "From a case to a score",
          .columns = {"Hear", "Act", "Judge"},
          .nodes = {{0, "Case", "Late <visits>", "open", "/cases/CASE-1"},
                    {2, "Score", "Care provision: 3", "", "", true}},
          .edges = {{0, 1, "supports"}}};
}

TEST(Graph, links_its_boxes_and_is_no_image_to_assistive_technology) {
  const auto markup = graph(small());
  EXPECT_TRUE(well_formed(markup));
  EXPECT_THAT(markup, HasSubstr("role=\"group\""));
  EXPECT_THAT(markup, HasSubstr("<a href=\"/cases/CASE-1\""));
  EXPECT_THAT(markup, HasSubstr("Late &lt;visits&gt;"));
  EXPECT_THAT(markup, Not(HasSubstr("style")));
}

TEST(Graph, leaves_out_columns_without_a_box) {
  EXPECT_THAT(graph(small()), HasSubstr("graph--columns-2"));
  EXPECT_THAT(graph(small()), Not(HasSubstr(">Act<")));
  EXPECT_EQ(graph({}), "");
}

TEST(Graph, throws_for_a_column_or_a_box_that_is_not_there) {
  auto broken = small();
  broken.nodes[0].column = 9;
  EXPECT_THROW((void)graph(broken), std::out_of_range);
  broken = small();
  broken.edges[0].to = 9;
  EXPECT_THROW((void)graph(broken), std::out_of_range);
}

RC_GTEST_PROP(GraphProperty, never_lets_two_boxes_of_a_layer_touch, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 30);
  std::vector<LayoutBox> boxes;
  for (std::size_t i = 0; i < count; ++i)
    boxes.push_back(
        {*rc::gen::inRange<std::size_t>(0, 5), static_cast<double>(*rc::gen::inRange(20, 120))});
  std::vector<LayoutEdge> edges;
  const auto joined = *rc::gen::inRange<std::size_t>(0, 40);
  for (std::size_t i = 0; i < joined; ++i)
    edges.push_back(
        {*rc::gen::inRange<std::size_t>(0, count), *rc::gen::inRange<std::size_t>(0, count)});
  const auto placed = place(boxes, edges, 5, 10);
  for (std::size_t a = 0; a < count; ++a) {
    RC_ASSERT(placed.tops[a] >= -1e-6);
    RC_ASSERT(placed.tops[a] + boxes[a].height <= placed.height + 1e-6);
    for (std::size_t b = a + 1; b < count; ++b) {
      if (boxes[a].layer != boxes[b].layer) continue;
      const bool clear = placed.tops[a] + boxes[a].height <= placed.tops[b] + 1e-6 ||
                         placed.tops[b] + boxes[b].height <= placed.tops[a] + 1e-6;
      RC_ASSERT(clear);
    }
  }
}

}  // namespace
}  // namespace throughline::formats
