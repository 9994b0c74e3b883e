// Writes a folder's files into a C++ source, as string literals.
//   node scripts/embed.mjs FOLDER OUTPUT.cpp ROOM NAME
// The source defines throughline::ROOM::embedded_NAME().
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { literals } from './literals.mjs'

const [folder, output, room, name] = process.argv.slice(2)

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(directory, entry.name)) : [join(directory, entry.name)])
}

const files = filesBelow(folder)
  .map((path) => ({ path: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) }))
  .sort((a, b) => (a.path < b.path ? -1 : 1))

writeFileSync(output, `// Written by scripts/embed.mjs from ${relative(process.cwd(), folder)}; do not edit.
#include "base/embedded.hpp"

#include <array>

namespace throughline::${room} {

base::EmbeddedFiles embedded_${name}() {
  using namespace std::literals;
  static constexpr std::array<base::EmbeddedFile, ${files.length}> files{{
${files.map((f) => `  {${JSON.stringify(f.path)}sv,\n   std::string_view{\n${literals(f.bytes)},\n    ${f.bytes.length}}},`).join('\n')}
  }};
  return files;
}

}  // namespace throughline::${room}
`)
