#pragma once

// Where the reply to an idea stands, in words and as a tag.

#include "hear/idea/idea.hpp"

#include <string>

namespace throughline::web {

[[nodiscard]] std::string reply_words(const hear::Idea& idea);
[[nodiscard]] std::string reply_tag(const hear::Idea& idea, base::Date today);
[[nodiscard]] std::string reply_tag_class(const hear::Idea& idea, base::Date today);

}  // namespace throughline::web
