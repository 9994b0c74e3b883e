// Holds the catalogues of languages/ to what the pages say.
//   node scripts/languages.mjs           every message is translated, none is unused, and each has
//                                        the places and tags of the English
//   node scripts/languages.mjs --list    every message, in the form of a catalogue to begin from
// Messages are the sentences of templates, found by their compiler, and languages/words.txt, which
// is held to the code it names.
import { readFileSync, readdirSync } from 'node:fs'
import { govukFolderFrom, Library } from './templates/library.mjs'
import { compileModule } from './templates/unit.mjs'

const problems = []
const messages = new Map() // the English -> where it is said
const note = (words, where) => messages.set(words, [...(messages.get(words) ?? []), where])

const library = new Library('templates', govukFolderFrom(process.cwd()))
for (const name of library.templates) {
  const module = library.module(name)
  if (!module.spoken) continue
  compileModule(module)
  for (const words of module.messages) note(words, `templates/${name}`)
}

// C++ as one text in which literals that follow each other are one.
const joined = (path) => readFileSync(path, 'utf8').replace(/"\s*\n\s*"/g, '')
let file = ''
let source = ''
for (const line of readFileSync('languages/words.txt', 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue
  if (line.startsWith('[')) {
    file = line.slice(1, -1)
    source = joined(file)
    continue
  }
  const parts = source.includes(`"${line}"`) ? [] : line.split(/\{\d+\}|\|/)
  for (const part of parts.map((each) => each.trim())) {
    if (part.length > 1 && !source.includes(part)) problems.push(`words.txt: ${file} does not say "${line}"`)
  }
  note(line.replaceAll('|', ''), file)
}

// A catalogue as [english, [translations]]; gettext's own msgfmt has checked its form.
function catalogue(path) {
  const entries = []
  for (const block of readFileSync(path, 'utf8').split(/\n\s*\n/)) {
    const entry = { english: '', many: '', said: [] }
    let field = ''
    for (const line of block.split('\n')) {
      const [, word, text] = line.match(/^(?:(msg\w+(?:\[\d+\])?) )?(".*")$/) ?? []
      if (text === undefined) continue
      field = word ?? field
      const words = JSON.parse(text)
      if (field === 'msgid') entry.english += words
      else if (field === 'msgid_plural') entry.many += words
      else {
        const at = Number(field.match(/\d+/)?.[0] ?? 0)
        entry.said[at] = (entry.said[at] ?? '') + words
      }
    }
    if (entry.english) entries.push(entry)
  }
  return entries
}

const places = (words) => [...words.matchAll(/\{\w+\}|<\/?\d+\/?>|%\{\w+\}/g)].map(([each]) => each).sort().join(' ')

function check(path) {
  const known = new Set()
  for (const { english, many, said } of catalogue(path)) {
    known.add(english)
    if (many) known.add(many)
    if (!messages.has(english)) problems.push(`${path}: nothing says "${english}"`)
    for (const words of said) {
      if (!words) problems.push(`${path}: "${english}" is not translated`)
      else if (places(words) !== places(english)) problems.push(`${path}: "${english}" has other places or tags in its translation`)
    }
  }
  for (const words of messages.keys()) if (!known.has(words)) problems.push(`${path}: "${words}" is missing`)
}

if (process.argv[2] === '--list') {
  for (const [words, where] of messages) console.log(`#: ${where.join(' ')}\nmsgid ${JSON.stringify(words)}\nmsgstr ""\n`)
} else {
  const catalogues = readdirSync('languages').filter((name) => name.endsWith('.po'))
  for (const name of catalogues) check(`languages/${name}`)
  for (const problem of problems) console.error(problem)
  if (!problems.length) console.log(`languages: ${messages.size} messages, all in ${catalogues.join(', ')}`)
  process.exitCode = problems.length ? 1 : 0
}
