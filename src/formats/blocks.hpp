#pragma once

// A page as a run of blocks, whatever it was saved as: what the readers of published pages work on.

#include <string>
#include <vector>

namespace throughline::formats {

enum class BlockKind {
  heading,    // marked as one, or wholly bold
  paragraph,  // marked as one
  item,       // of a list
  row,        // of a table; cells have a tab between
  line,       // of plain text: a heading, a paragraph or an item, nobody has said which
};

struct Block {
  BlockKind kind = BlockKind::line;
  int level = 0;  // of a heading: 1 to 6
  std::string text;

  friend bool operator==(const Block&, const Block&) = default;
};

struct Document {
  std::string title;  // of the window, when the page had one
  std::vector<Block> blocks;
};

}  // namespace throughline::formats
