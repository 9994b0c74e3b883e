// Sentences of a template as messages of a catalogue. A template that says in its first line that it
// is had in every language is written so: each sentence between tags that stand for themselves is
// looked up by its English, and the English, byte for byte, is what follows when there is none.
import { view } from './cpp.mjs'

// Tags that may stand inside a sentence.
const inside = new Set(['a', 'abbr', 'b', 'br', 'em', 'i', 'span', 'strong'])
export const spokenFields = new Set(['text', 'titleText', 'iconFallbackText'])

export const inEveryLanguage = (source) => /^\{#-? In every language\b/.test(source)

// Text, expressions and tags, in order. `unit.inTag` remembers a tag that another statement left
// open: <div class="a{% if b %} c{% endif %}">.
function tokens(pieces, unit) {
  const found = []
  let tag = unit.inTag ? { tag: '', parts: [], whole: false } : null
  for (const piece of pieces) {
    if (piece.node) {
      if (tag) tag.parts.push(piece)
      else found.push(piece)
      continue
    }
    for (const part of piece.text.split(/(<(?=[a-zA-Z/!])|>)/)) {
      if (!part) continue
      if (tag) {
        tag.parts.push({ text: part })
        if (part === '>') {
          found.push(named(tag))
          tag = null
        }
      } else if (part === '<') {
        tag = { tag: '', parts: [{ text: part }], whole: true }
      } else {
        found.push({ text: part })
      }
    }
  }
  if (tag) found.push({ ...tag, name: '', whole: false })
  unit.inTag = Boolean(tag)
  return found
}

function named(tag) {
  const text = tag.parts.map((part) => part.text ?? '').join('')
  const name = text.match(/^<\/?([a-zA-Z0-9]+)/)?.[1]?.toLowerCase() ?? ''
  return { tag: text, parts: tag.parts, name, whole: tag.whole, closes: text.startsWith('</') }
}

const mayStandInside = (token) => token.tag === undefined || (token.whole && inside.has(token.name))
const blank = (token) => token.text !== undefined && !token.text.trim()

// Runs of tokens: { sentence: [...] } or { plain: [...] }.
export function sentences(pieces, unit, isMarkup) {
  const runs = []
  let held = []
  const flush = () => {
    if (held.length) runs.push(...trimmed(held))
    held = []
  }
  for (const token of tokens(pieces, unit)) {
    if (mayStandInside(token) && !(token.node && isMarkup(token.node))) held.push(token)
    else {
      flush()
      runs.push({ plain: [token] })
    }
  }
  flush()
  return runs.reduce((all, run) => {
    if (run.plain && all.at(-1)?.plain) all.at(-1).plain.push(...run.plain)
    else all.push(run)
    return all
  }, [])
}

// Takes white space, and tags that hold the whole sentence or nothing of it, off both ends.
function trimmed(run) {
  let first = 0
  let last = run.length
  for (let changed = true; changed && first < last;) {
    changed = false
    const head = run[first]
    const tail = run[last - 1]
    if (blank(head) || (head.closes && head.name)) { first += 1; changed = true }
    else if (blank(tail) || (tail.name && !tail.closes && tail.name !== 'br')) { last -= 1; changed = true }
    else if (head.name && tail.closes && matchOf(run, first) === last - 1) { first += 1; last -= 1; changed = true }
  }
  const core = run.slice(first, last)
  const words = core.some((token) => token.text !== undefined && /[A-Za-z]{2}/.test(token.text.replace(/&[a-z]+;/g, '')))
  if (!words) return [{ plain: run }]
  const before = run.slice(0, first)
  const after = run.slice(last)
  const lead = core[0].text?.match(/^\s*/)[0] ?? ''
  const trail = core.length && core.at(-1).text?.match(/\s*$/)[0] || ''
  if (lead) { before.push({ text: lead }); core[0] = { text: core[0].text.slice(lead.length) } }
  if (trail) { core[core.length - 1] = { text: core.at(-1).text.slice(0, -trail.length) }; after.unshift({ text: trail }) }
  return [...(before.length ? [{ plain: before }] : []), { sentence: core }, ...(after.length ? [{ plain: after }] : [])]
}

function matchOf(run, open) {
  let depth = 0
  for (let at = open; at < run.length; at += 1) {
    if (!run[at].name || run[at].name === 'br') continue
    depth += run[at].closes ? -1 : 1
    if (depth === 0) return at
  }
  return -1
}

function placeName(node, taken) {
  const last = node.typename === 'LookupVal' ? node.val.value : node.typename === 'Symbol' ? node.value
    : node.typename === 'Filter' ? placeName(node.args.children[0], new Set()).slice(1, -1) : 'value'
  let name = typeof last === 'string' ? last : 'value'
  for (let count = 2; taken.has(name); count += 1) name = `${last}_${count}`
  taken.add(name)
  return `{${name}}`
}

// The key of a sentence, and what fills its places.
export function keyOf(sentence) {
  const slots = []
  const taken = new Set()
  const open = []
  let count = 0
  const key = sentence.map((token) => {
    if (token.text !== undefined && token.tag === undefined) return token.text.replace(/\s+/g, ' ')
    if (token.node) {
      const name = placeName(token.node, taken)
      slots.push({ name, node: token.node })
      return name
    }
    let name
    if (token.name === 'br') name = `<${count += 1}/>`
    else if (token.closes) name = `</${open.pop()}>`
    else {
      open.push(count += 1)
      name = `<${count}>`
    }
    slots.push({ name, parts: token.parts })
    return name
  }).join('')
  return { key, slots }
}

// Notes a message for the list of all messages (scripts/languages).
export function note(module, key) {
  module.messages.add(key)
  return view(key)
}
