// What can be called and writes markup: macros, the body of a call block (caller) and the block
// that this one takes the place of (super).
import { identifier } from './cpp.mjs'
import { value } from './expressions.mjs'
import { Frame } from './frames.mjs'
import { body } from './statements.mjs'
import { setsBelow, setsIn } from './module.mjs'

export const calleeOf = (node) => {
  const { name } = node
  if (name.typename === 'Symbol') return name.value
  if (name.typename === 'LookupVal') return `${name.target.value ?? '...'}.${name.val.value ?? '...'}`
  return '...'
}

export function isMarkupCall(node, here) {
  if (node.typename !== 'FunCall') return false
  if (node.name.typename === 'Symbol' && ['caller', 'super'].includes(node.name.value)) return true
  return Boolean(macroCalled(node, here))
}

// The C++ statement that writes what a call gives to `out`.
export function callMacro(node, here) {
  const name = calleeOf(node)
  if (name === 'super') return callSuper(node, here)
  if (name === 'caller') return callCaller(node, here)
  const { call, macro } = macroCalled(node, here)
  const { caller, args } = argumentsFor(macro, node, here)
  return `${call}${[...args, caller].join(', ')});`
}

function macroCalled(node, here) {
  const { name } = node
  if (name.typename === 'LookupVal' && name.target.typename === 'Symbol') {
    const module = here.module.alias(name.target.value)
    if (!module || here.frame.read(name.target.value, null) !== 'undefined()') return null
    module.exported(name.val.value, here.module, node)
    return imported(module, name.val.value, here)
  }
  if (name.typename !== 'Symbol') return null
  const local = here.macros?.get(name.value)
  if (local) return { call: `${local.cpp}(out, `, macro: local.node }
  const found = here.callee(name.value)
  if (!found) return null
  const { module, macro, shares } = found
  if (!shares) return imported(module, macro, here)
  const own = module === here.unit.module
  return { call: `${own ? `macro_${macro}` : here.unit.useShared(module, macro)}(out, context, `, macro: module.macros.get(macro) }
}

function imported(module, name, here) {
  return { call: `${here.unit.use(module, name)}(out, `, macro: module.macros.get(name) }
}

// A macro's arguments by position, and those with a value of their own when not given.
export function signature(macro) {
  const given = [...macro.args.children]
  const named = ['Dict', 'KeywordArgs'].includes(given.at(-1)?.typename) ? given.pop().children : []
  return { names: given.map((each) => each.value), named }
}

export function parameters(macro) {
  const { names, named } = signature(macro)
  return [...names.map((name) => `const Value& ${given(name)}`),
    ...named.map((pair) => `const Given& ${given(pair.key.value)}`), 'const Caller& caller']
}

const given = (name) => `${identifier(name)}_in`
const changeable = (name) => `${identifier(name)}_own`

// The body of a macro, in a frame that sees the variables of `outer` and no others.
export function macroBody(macro, outer, here) {
  const { names, named } = signature(macro)
  const frame = new Frame(outer, { isolated: true })
  const inside = { ...here, frame, page: false, caller: true, block: null, defineMacro: refuseMacro }
  const changed = setsBelow(macro.body.children)
  const lines = []
  for (const name of names) {
    frame.fixed.set(name, changed.has(name) ? changeable(name) : given(name))
    if (changed.has(name)) lines.push(`Value ${changeable(name)} = ${given(name)};`)
  }
  for (const { key, value: usual } of named) {
    const name = key.value
    lines.push(`Value ${changeable(name)} = ${given(name)}.given() ? ${given(name)}.value() : Value(${value(usual, inside)});`)
    frame.fixed.set(name, changeable(name))
  }
  return [...lines, ...slots(frame, setsIn(macro.body.children), here), ...body(macro.body, inside)]
}

function refuseMacro(node, here) {
  return here.module.fail(node, 'a macro cannot be defined in a macro')
}

function argumentsFor(macro, node, here) {
  const { names, named } = signature(macro)
  const given = [...node.args.children]
  const keywords = new Map()
  let caller = 'Caller()'
  if (given.at(-1)?.typename === 'KeywordArgs') {
    for (const pair of given.pop().children) {
      if (pair.value.typename === 'Caller') caller = callerFor(pair.value, here)
      else keywords.set(pair.key.value, pair.value)
    }
  }
  const title = `the macro "${macro.name.value}"`
  if (given.length > names.length + named.length) {
    here.module.fail(node, `${title} takes ${names.length + named.length} arguments, not ${given.length}`)
  }
  const args = [...names, ...named.map((pair) => pair.key.value)].map((name, position) => {
    const held = given[position] ?? keywords.get(name)
    keywords.delete(name)
    const written = held && value(held, here)
    return position < names.length ? written ?? 'undefined()' : written ? `Given(${written})` : 'Given()'
  })
  for (const name of keywords.keys()) here.module.fail(node, `${title} has no argument "${name}"`)
  return { args, caller }
}

// The body of a call block, as a function that the macro may call with arguments.
function callerFor(node, here) {
  const { names, named } = signature(node)
  if (named.length) here.module.fail(node, 'the arguments of a call block cannot have values of their own')
  const frame = new Frame(here.frame, { isolated: true })
  const lines = []
  const changed = setsBelow(node.body.children)
  names.forEach((name, position) => {
    const variable = here.unit.fresh(name)
    frame.fixed.set(name, variable)
    lines.push(`${changed.has(name) ? 'Value' : 'const Value&'} ${variable} = argument(given, ${position});`)
  })
  lines.push(...slots(frame, setsIn(node.body.children), here))
  lines.push(...body(node.body, { ...here, frame }))
  return `Caller([&](std::string& out, Arguments given) {\n${lines.join('\n')}\n})`
}

// Declares the variables that `set` fills in a frame.
export function slots(frame, names, here) {
  return [...names].map((name) => {
    frame.slots.set(name, here.unit.fresh(name))
    return `Value ${frame.slots.get(name)};`
  })
}

function callCaller(node, here) {
  if (!here.caller) here.module.fail(node, 'caller() can only be called in a macro')
  const given = node.args.children
  if (given.at(-1)?.typename === 'KeywordArgs') here.module.fail(node, 'caller() takes arguments by position only')
  if (!given.length) return 'caller.write(out);'
  const items = given.map((each) => `.add(${value(each, here)})`).join('')
  return `caller.write(out, ListOf(${given.length})${items}.items());`
}

function callSuper(node, here) {
  if (!here.block) here.module.fail(node, 'super() can only be called in a block')
  if (!here.module.extended) here.module.fail(node, 'super() needs a template that is extended')
  return `context.block_above(page, "${here.block}", out);`
}
