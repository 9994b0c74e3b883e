// Statements of a template, as lines of C++ that write to `out`.
import { callMacro, isMarkupCall, slots } from './calls.mjs'
import { escapeMarkup, view } from './cpp.mjs'
import { at, condition, value } from './expressions.mjs'
import { Frame } from './frames.mjs'
import { includeTemplate } from './include.mjs'
import { keyOf, note, sentences } from './messages.mjs'
import { setsBelow, setsIn } from './module.mjs'

const declarations = ['Import', 'FromImport', 'Extends']

export function body(node, here) {
  const children = node?.children ?? []
  if (!here.module.spoken) return children.flatMap((child) => statement(child, here))
  const lines = []
  for (let at = 0; at < children.length; at += 1) {
    const pieces = []
    for (; children[at]?.typename === 'Output'; at += 1) {
      pieces.push(...children[at].children.map((each) => (each.typename === 'TemplateData' ? { text: each.value } : { node: each })))
    }
    lines.push(...sentences(pieces, here.unit, (each) => isMarkupCall(each, here)).flatMap((run) => spoken(run, here)))
    if (children[at]) lines.push(...statement(children[at], here))
  }
  return lines
}

// A sentence in the language spoken, or the English.
function spoken(run, here) {
  const plain = (tokens) => joined(tokens.flatMap((token) => token.parts ?? [token]))
    .flatMap((part) => (part.node ? output(part.node, here) : [`write(out, ${view(part.text)});`]))
  if (run.plain) return plain(run.plain)
  const { key, slots } = keyOf(run.sentence)
  const message = here.unit.fresh('message')
  const filled = slots.map(({ name, node, parts }) =>
    `Slot{${view(name)}, written([&](std::string& out) {\n${plain(parts ?? [{ node }]).join('\n')}\n})}`)
  return [`if (const char* ${message} = message_for(${note(here.module, key)})) {`,
    `write_message(out, ${message}, {${filled.join(', ')}});`, '}', 'else {', ...plain(run.sentence), '}']
}

function joined(parts) {
  const all = []
  for (const part of parts) {
    if (!part.node && all.length && !all.at(-1).node) all[all.length - 1] = { text: all.at(-1).text + part.text }
    else all.push(part)
  }
  return all
}

function statement(node, here) {
  if (declarations.includes(node.typename)) return []
  switch (node.typename) {
    case 'NodeList': return body(node, here)
    case 'Output': return node.children.flatMap((child) => output(child, here))
    case 'Set': return set(node, here)
    case 'If': return choice(node, here)
    case 'For': return loop(node, here)
    case 'Switch': return selection(node, here)
    case 'Block': return block(node, here)
    case 'Include': return includeTemplate(node, here)
    case 'Macro': return here.defineMacro(node, here)
    default: return here.module.fail(node, `${node.typename} is not supported`)
  }
}

function output(node, here) {
  if (node.typename === 'TemplateData') return node.value ? [`write(out, ${view(node.value)});`] : []
  if (node.typename === 'Literal' && typeof node.value === 'string') {
    return node.value ? [`write(out, ${view(escapeMarkup(node.value))});`] : []
  }
  if (node.typename === 'Group' && node.children.length === 1) return output(node.children[0], here)
  if (node.typename === 'InlineIf') {
    const otherwise = node.else_ ? output(node.else_, here) : []
    return [`if (${condition(node.cond, here)}) {`, ...output(node.body, here), '}',
      ...(otherwise.length ? ['else {', ...otherwise, '}'] : [])]
  }
  if (isMarkupCall(node, here)) return [callMacro(node, here)]
  return [`print(out, ${value(node, here)}, ${at(node, here)});`]
}

function set(node, here) {
  const given = value(node.value ?? node.body, here)
  const [first, ...others] = node.targets.map((target) => target.value)
  return [here.frame.write(first, given),
    ...others.map((name) => here.frame.write(name, `Value(${here.frame.read(first, here.outside(first))})`))]
}

function choice(node, here) {
  const otherwise = node.else_?.typename === 'If' ? choice(node.else_, here) : body(node.else_, here)
  return [`if (${condition(node.cond, here)}) {`, ...body(node.body, here), '}',
    ...(otherwise.length ? ['else {', ...otherwise, '}'] : [])]
}

// {% switch %}: a case without a body falls through to the next.
function selection(node, here) {
  const chosen = here.unit.fresh('chosen')
  const lines = ['{', `const Value ${chosen} = ${value(node.expr, here)};`]
  const branches = []
  let labels = []
  for (const each of node.cases) {
    labels.push(`same(${chosen}, ${value(each.cond, here)})`)
    if (!each.body.children.length) continue
    branches.push([`if (${labels.join(' || ')}) {`, ...body(each.body, here), '}'])
    labels = []
  }
  if (node.default) branches.push(['{', ...body(node.default, here), '}'])
  branches.forEach((branch, position) => lines.push(...(position ? ['else'] : []), ...branch))
  return [...lines, '}']
}

function loop(node, here) {
  const frame = new Frame(here.frame)
  const names = node.name.typename === 'Array' ? node.name.children.map((each) => each.value) : [node.name.value]
  const inside = { ...here, frame }
  const list = here.unit.fresh('list')
  const turn = here.unit.fresh('loop')
  const lines = ['{', `const Value ${list} = ${value(node.arr, here)};`]
  lines.push(...slots(frame, setsIn([...node.body.children, ...(node.else_?.children ?? [])]), here))
  lines.push(`Loop ${turn}(${list}, ${names.length}, ${at(node, here)});`,
    `for (; ${turn}.more(); ${turn}.next()) {`)
  frame.loop = turn
  const changed = setsBelow(node.body.children)
  names.forEach((name, position) => {
    const variable = here.unit.fresh(name)
    frame.fixed.set(name, variable)
    const part = names.length === 1 ? `${turn}.item()` : `${turn}.part(${position})`
    lines.push(`${changed.has(name) ? 'Value' : 'const Value&'} ${variable} = ${part};`)
  })
  lines.push(...body(node.body, inside), '}')
  if (node.else_) {
    const emptied = new Frame(here.frame)
    emptied.slots = frame.slots
    lines.push(`if (${turn}.length() == 0) {`, ...body(node.else_, { ...here, frame: emptied }), '}')
  }
  return [...lines, '}']
}

function block(node, here) {
  if (!here.page) here.module.fail(node, 'a block cannot stand in a macro or an included template')
  if (here.frame.nearestLoop()) here.module.fail(node, 'a block cannot stand in a loop')
  return [`context.block("${node.name.value}", out);`]
}
