#include "base/embedded.hpp"
#include "understand/understand.hpp"

#include <yaml-cpp/yaml.h>

namespace throughline::record {
base::EmbeddedFiles embedded_data();
}

namespace throughline::understand {

std::size_t add_starter_themes(store::Writer& writer, const record::Work& work) {
  const auto file =
      YAML::Load(std::string(base::embedded_file(record::embedded_data(), "themes.yaml")));
  std::size_t added = 0;
  for (const auto& entry : file["themes"]) {
    ThemeDescription given{entry["name"].as<std::string>(), entry["covers"].as<std::string>(),
                           entry["cues"].as<std::vector<std::string>>(), true};
    // A name that the council has already is left as it is.
    if (create_theme(writer, work, given)) ++added;
  }
  return added;
}

}  // namespace throughline::understand
