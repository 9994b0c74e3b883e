#pragma once

// What a page that stands alone is made for. Word puts the title of a file above its words, so that
// a page for Word leaves out its own.

namespace throughline::web {

enum class PaperFor { print, word };

}  // namespace throughline::web
