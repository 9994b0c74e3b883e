// Builds what browsers fetch besides pages, into one C++ source: the style sheet, the scripts, the
// fonts and the mark. Every name holds a hash of the content, so that browsers may keep it for ever.
//   node scripts/static.mjs OUTPUT.cpp
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { extname } from 'node:path'
import rtlcss from 'rtlcss'
import * as sass from 'sass'
import { literals } from './literals.mjs'

const [output] = process.argv.slice(2)
const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const files = []

// Adds a file under its own name and gives back the name with the hash in it.
function add(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const extension = extname(name)
  const file = `${name.slice(0, -extension.length)}-${hash}${extension}`
  files.push({ name, file, type: types[extension], bytes })
  return file
}

// Puts hashed names where the sources name each other.
function refer(text, names) {
  return names.reduce((all, { name, file }) => all.replaceAll(name, file), text)
}

for (const script of ['latin', 'latin-ext']) {
  for (const weight of [400, 700]) {
    const source = `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${script}-${weight}-normal.woff2`
    add(`atkinson-hyperlegible-${script}-${weight}.woff2`, readFileSync(source))
  }
}
const css = sass.compile('static/throughline.scss', { style: 'compressed', quietDeps: true }).css
add('throughline.css', Buffer.from(refer(css, files)))
// The same, mirrored, for languages that are written from right to left.
add('throughline.rtl.css', Buffer.from(refer(rtlcss.process(css), files)))

const frontend = readFileSync('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js', 'utf8')
add('govuk-frontend.js', Buffer.from(frontend.replace(/\/\/# sourceMappingURL=.*\n?$/, '')))
add('read_aloud.js', readFileSync('static/read_aloud.js'))
add('throughline.js', Buffer.from(refer(readFileSync('static/throughline.js', 'utf8'), files)))
add('begin.js', readFileSync('static/begin.js'))
add('service-worker.js', readFileSync('static/service-worker.js'))
add('favicon.svg', readFileSync('static/favicon.svg'))

// Fonts are compressed already.
function gzipped({ type, bytes }) {
  return type === types['.woff2'] ? Buffer.alloc(0) : gzipSync(bytes, { level: 9 })
}

function entry(file) {
  const gzip = gzipped(file)
  return `    {"${file.name}"sv, "${file.file}"sv, "${file.type}"sv,
     std::string_view{
${literals(file.bytes)},
      ${file.bytes.length}},
     std::string_view{
${literals(gzip)},
      ${gzip.length}}},`
}

writeFileSync(output, `// Written by scripts/static.mjs; do not edit.
#include "web/static_files.hpp"

#include <array>

namespace throughline::web {

std::span<const StaticFile> static_files() {
  using namespace std::literals;
  static constexpr std::array<StaticFile, ${files.length}> files{{
${files.map(entry).join('\n')}
  }};
  return files;
}

}  // namespace throughline::web
`)
