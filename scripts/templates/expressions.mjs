// Expressions of a template, as C++ expressions: value() gives a templates::Value (or a reference
// to one), condition() a bool.
//
// `here` says where the expression stands: its module, frame and unit (the C++ file being written).
import { calleeOf, callMacro, isMarkupCall } from './calls.mjs'
import { literal, view } from './cpp.mjs'
import { body } from './statements.mjs'
import { note, spokenFields } from './messages.mjs'
import { lineOf } from './problem.mjs'
import { filter, loopNames, test } from './vocabulary.mjs'

const arithmetic = {
  Add: 'add', Concat: 'concat', Sub: 'subtract', Mul: 'multiply', Div: 'divide',
  FloorDiv: 'floor_divide', Mod: 'remainder', Pow: 'power'
}
const comparison = {
  '==': 'equal', '===': 'same', '!=': '!equal', '!==': '!same',
  '<': 'less', '>': 'more', '<=': 'at_most', '>=': 'at_least'
}
const signs = { Neg: 'negate', Pos: 'to_number' }
const conditions = ['Not', 'Compare', 'In', 'Is']

export function value(node, here) {
  const kind = node.typename
  if (conditions.includes(kind)) return `Value(${condition(node, here)})`
  if (arithmetic[kind]) return binary(regroup(node), here)
  if (signs[kind]) return `${signs[kind]}(${value(node.target, here)})`
  switch (kind) {
    case 'Literal': return literalValue(node.value, node, here)
    case 'Symbol': return symbol(node, here)
    case 'Group': return value(only(node, here), here)
    case 'Array': return list(node, here)
    case 'Dict': return fields(node, here)
    case 'LookupVal': return lookup(node, here)
    case 'InlineIf':
      return `(${condition(node.cond, here)} ? ${value(node.body, here)} : ${node.else_ ? value(node.else_, here) : 'empty_text()'})`
    case 'Or': return `either(${value(node.left, here)}, ${later(node.right, here)})`
    case 'And': return `both(${value(node.left, here)}, ${later(node.right, here)})`
    case 'Filter': return applyFilter(node, here)
    case 'FunCall': return call(node, here)
    case 'Capture': return capture(node, here)
    default: return here.module.fail(node, `${kind} is not supported in an expression`)
  }
}

export function condition(node, here) {
  switch (node.typename) {
    case 'Group': return condition(only(node, here), here)
    case 'And': return `(${condition(node.left, here)} && ${condition(node.right, here)})`
    case 'Or': return `(${condition(node.left, here)} || ${condition(node.right, here)})`
    case 'Not': return not(node, here)
    case 'Compare': return compare(node, here)
    case 'In': return `contains(${at(node, here)}, ${value(node.right, here)}, ${value(node.left, here)})`
    case 'Is': return applyTest(node, here)
    default: return `${value(node, here)}.truthy()`
  }
}

// The place in the template, for the messages of errors.
export const at = (node, here) => `Place{${here.unit.source(here.module.name)}, ${lineOf(node)}}`

function only(group, here) {
  if (group.children.length !== 1) here.module.fail(group, 'brackets must hold one expression')
  return group.children[0]
}

function literalValue(held, node, here) {
  if (held === null) return 'Value(nullptr)'
  if (typeof held === 'string') return held === '' ? 'empty_text()' : `Value(${view(held)})`
  if (typeof held === 'boolean') return `Value(${held})`
  if (typeof held === 'number') return `Value(${Number.isInteger(held) ? `${held}.0` : held})`
  return here.module.fail(node, 'regular expressions are not supported')
}

function symbol(node, here) {
  const name = node.value
  if (name === 'undefined') return 'undefined()'
  if (name === 'loop' && here.frame.nearestLoop()) {
    here.module.fail(node, 'loop can be asked for one of its fields, not passed on')
  }
  if (name === 'caller' && here.caller) return 'Value(caller.given())'
  return here.frame.read(name, here.outside(name))
}

function list(node, here) {
  if (!node.children.length) return 'Value(List{})'
  const items = node.children.map((child) => `.add(${value(child, here)})`)
  return `ListOf(${items.length})${items.join('')}.done()`
}

export function fields(node, here) {
  if (!node.children.length) return 'Value(Fields{})'
  const pairs = node.children.map((pair) => {
    const { key } = pair
    if (key.typename !== 'Symbol' && typeof key.value !== 'string') {
      here.module.fail(key, 'the key of a field must be a name or text')
    }
    const said = spokenFields.has(key.value) && here.module.spoken ? saidValue(pair.value, here) : value(pair.value, here)
    return `\n        .add(${literal(key.value)}, ${said})`
  })
  return `FieldsOf(${pairs.length})${pairs.join('')}\n        .done()`
}

// Words written out in a template, in the language spoken.
function saidValue(node, here) {
  if (node.typename === 'Group' && node.children.length === 1) return saidValue(node.children[0], here)
  if (node.typename === 'InlineIf' && node.else_) {
    return `(${condition(node.cond, here)} ? ${saidValue(node.body, here)} : ${saidValue(node.else_, here)})`
  }
  const words = node.typename === 'Literal' && typeof node.value === 'string' && /[A-Za-z]{2}/.test(node.value)
  return words ? `message_or(${note(here.module, node.value)})` : value(node, here)
}

// {{ ("one thing" if one else "another") | t }}
function noteWithin(node, here) {
  if (node.typename === 'Literal' && typeof node.value === 'string') note(here.module, node.value)
  if (node.typename === 'Group') node.children.forEach((child) => noteWithin(child, here))
  if (node.typename === 'InlineIf') [node.body, node.else_].forEach((each) => each && noteWithin(each, here))
}

function lookup(node, here) {
  const { target, val } = node
  const loop = target.typename === 'Symbol' && target.value === 'loop' ? here.frame.nearestLoop() : null
  if (loop) {
    if (!loopNames.includes(val.value)) here.module.fail(node, `loop.${val.value ?? '[...]'} is not supported`)
    return `Value(${loop}.${val.value}())`
  }
  const from = value(target, here)
  if (val.typename !== 'Literal') return `element(${from}, ${value(val, here)})`
  if (typeof val.value !== 'string') return `element(${from}, ${Number(val.value)})`
  if (val.value === 'length' || val.value === 'val') return `${val.value}_of(${from})`
  return `${from}.get(${view(val.value)})`
}

function binary(node, here) {
  return `${arithmetic[node.typename]}(${value(node.left, here)}, ${value(node.right, here)})`
}

// The parser nests a * b / c as a * (b / c), and + likewise; nunjucks then prints it without
// brackets, so that it is worked from the left. So do we.
function regroup(node) {
  const levels = [['Add', 'Sub', 'Concat'], ['Mul', 'Div', 'Mod']]
  const level = levels.find((kinds) => kinds.includes(node.typename))
  const { right } = node
  if (!level || !level.includes(right.typename)) return node
  const Kind = right.constructor
  const inner = regroup(new node.constructor(node.lineno, node.colno, node.left, right.left))
  return new Kind(right.lineno, right.colno, inner, right.right)
}

function not(node, here) {
  // nunjucks would read this as (not a) == b.
  if (node.target.typename === 'Compare') {
    here.module.fail(node, 'put brackets after not: not (a == b)')
  }
  return `!${condition(node.target, here)}`
}

function compare(node, here) {
  if (node.ops.length !== 1) here.module.fail(node, 'a chain of comparisons is not supported: join two with and')
  const [{ type, expr }] = node.ops
  const plain = (side) => (side.typename === 'Literal' && typeof side.value === 'string'
    ? view(side.value) : value(side, here))
  const equality = type.startsWith('=') || type.startsWith('!')
  const right = equality ? plain(expr) : value(expr, here)
  return `${comparison[type]}(${value(node.expr, here)}, ${right})`
}

function applyTest(node, here) {
  const { right } = node
  const name = right.name ? right.name.value : String(right.value)
  const known = test(name) ?? here.module.fail(node, `there is no test "${name}"`)
  const given = right.args?.children ?? []
  if (given.length !== known.most) {
    here.module.fail(node, `the test "${name}" takes ${known.most} arguments, not ${given.length}`)
  }
  return `tests::${known.call}(${[node.left, ...given].map((each) => value(each, here)).join(', ')})`
}

function applyFilter(node, here) {
  const name = node.name.value
  const known = filter(name) ?? here.module.fail(node, `there is no filter "${name}"`)
  const [subject, ...given] = node.args.children
  if (name === 't' && !here.module.spoken) here.module.fail(node, 'only a template that is had in every language translates')
  if (name === 't' && subject.typename === 'Literal') return saidValue(subject, here)
  if (name === 't') noteWithin(subject, here)
  if (known.chooses) return `filters::${known.call}(${at(node, here)}, ${value(subject, here)}, ${chosenTest(node, given, here)})`
  const named = given.at(-1)?.typename === 'KeywordArgs' ? given.pop().children : []
  const values = given.map((each) => value(each, here))
  for (const pair of named) {
    const position = known.keywords.indexOf(pair.key.value)
    if (position < 0) here.module.fail(node, `the filter "${name}" has no argument "${pair.key.value}"`)
    while (values.length < position) values.push('undefined()')
    values[position] = value(pair.value, here)
  }
  if (values.length > known.most) {
    here.module.fail(node, `the filter "${name}" takes at most ${known.most} arguments`)
  }
  return `filters::${known.call}(${[at(node, here), value(subject, here), ...values].join(', ')})`
}

// select("truthy"): the name of a test, known when the template is compiled.
function chosenTest(node, given, here) {
  const [named, ...others] = given
  const known = named?.typename === 'Literal' && !others.length && test(named.value)
  if (!known || known.most) here.module.fail(node, `"${node.name.value}" needs the name of a test that takes no arguments`)
  return `tests::${known.call}`
}

function call(node, here) {
  if (isMarkupCall(node, here)) return `markup([&](std::string& out) { ${callMacro(node, here)} })`
  const { name, args } = node
  if (name.typename === 'Symbol' && name.value === 'range') return range(node, here)
  if (name.typename === 'LookupVal' && name.val.value === 'includes' && args.children.length === 1) {
    return `Value(contains(${at(node, here)}, ${value(name.target, here)}, ${value(args.children[0], here)}))`
  }
  return here.module.fail(node, `"${calleeOf(node)}" cannot be called: it is no macro defined or imported here`)
}

function range(node, here) {
  const given = node.args.children
  if (given.length < 1 || given.length > 3) here.module.fail(node, 'range takes one to three numbers')
  return `range(${[at(node, here), ...given.map((each) => value(each, here))].join(', ')})`
}

const later = (node, here) => `[&]() -> Value { return ${value(node, here)}; }`

// The text of a block of template: {% set x %}...{% endset %}. Not safe, as in nunjucks.
function capture(node, here) {
  return `captured([&](std::string& out) {\n${body(node.body, here).join('\n')}\n})`
}
