// Writes the C++ file of one template: its macros, and, for a page, its blocks and its top.
import { macroBody, parameters, slots } from './calls.mjs'
import { identifier, literal, namespaceOf } from './cpp.mjs'
import { Frame } from './frames.mjs'
import { indented } from './layout.mjs'
import { setsBelow, setsIn, walk } from './module.mjs'
import { lineOf, TemplateProblem } from './problem.mjs'
import { body } from './statements.mjs'

class Unit {
  constructor(module) {
    this.module = module
    this.sources = new Map()
    this.used = new Map()
    this.heads = []
    this.count = 0
    this.inTag = false  // whether the markup written so far ends inside a tag
  }

  fresh(name) {
    this.count += 1
    return `${identifier(name)}_${this.count}`
  }

  // The C++ constant that holds a template's name, for messages.
  source(name) {
    if (!this.sources.has(name)) this.sources.set(name, `source_${this.sources.size + 1}`)
    return this.sources.get(name)
  }

  // A macro of another template: declared at the top of this file.
  use(module, macro) {
    const space = namespaceOf(module.name)
    this.used.set(`${space}::${macro}`, declaration(space, `void ${macro}(std::string& out, ${parameters(module.macros.get(macro)).join(', ')});`))
    return `${space}::${macro}`
  }

  // A macro of a template that this one extends, which sees the same names as the page.
  useShared(module, macro) {
    const space = namespaceOf(module.name)
    this.used.set(`${space}::macro_${macro}`, declaration(space, `${sharedHead(module.macros.get(macro))};`))
    return `${space}::macro_${macro}`
  }

  usePage(module) {
    const space = namespaceOf(module.name)
    this.used.set(`${space}::page`, declaration(space, 'extern const Page page;'))
    return `${space}::page`
  }
}

const declaration = (space, line) => `namespace ${space} {\n${line}\n}  // namespace ${space}`

const sharedHead = (macro) =>
  `void macro_${macro.name.value}(std::string& out, Context& context, ${parameters(macro).join(', ')})`

export function compileModule(module) {
  const unit = new Unit(module)
  const outside = (name) => (module.closed && !module.sets.has(name) ? null : `context.get("${name}")`)
  const here = {
    module, unit, outside, including: [module], macros: null,
    callee: (name) => module.callee(name), defineMacro: () => [], page: true, block: null
  }
  const parts = [...module.macros.values()].flatMap((macro) => defineMacro(macro, here))
  if (!module.closed) {
    parts.push(...[...module.blocks.values()].flatMap((block) => defineBlock(block, here)), ...defineTop(module, here))
  }
  parts.push(...defineNames(module, here))
  parts.push(...[...module.macros.keys()].filter((name) => !name.startsWith('_')).flatMap((name) => exportMacro(module, name)))
  return file(module, unit, parts)
}

function defineMacro(macro, here) {
  const lines = macroBody(macro, null, here)
  const head = `${here.module.closed ? 'static ' : ''}${sharedHead(macro)}`
  here.unit.heads.push(`${head};`)
  return [`${head} {`, ...lines, '}', '']
}

// What other templates import: the macro, with the names that its own template sets and no others.
function exportMacro(module, name) {
  const macro = module.macros.get(name)
  const passed = parameters(macro).map((each) => each.split(' ').at(-1).replace('&', ''))
  return [`void ${name}(std::string& out, ${parameters(macro).join(', ')}) {`, 'Context context;',
    ...(module.sets.size ? ['names(context);'] : []),
    `macro_${name}(${['out', 'context', ...passed].join(', ')});`, '}', '']
}

// The statements at the top that set names, for the macros that are imported from here.
function defineNames(module, here) {
  if (!module.sets.size || !module.macros.size) return []
  const frame = new Frame(null, { context: true })
  const lines = body(withoutOutput(module), { ...here, frame, page: false })
  return ['static void names(Context& context) {', 'std::string out;', ...lines, '}', '']
}

function defineBlock(block, here) {
  here.unit.inTag = false
  const frame = new Frame(null, { isolated: true })
  const name = block.name.value
  return [`static void block_${identifier(name)}(std::string& out, Context& context) {`,
    ...slots(frame, setsIn(block.body.children), here),
    ...body(block.body, { ...here, frame, block: name }), '}', '']
}

function defineTop(module, here) {
  const frame = new Frame(null, { context: true })
  const top = module.extended
    ? ['static void top(std::string&, Context& context) {', 'std::string out;', ...body(withoutOutput(module), { ...here, frame, page: false }), '}', '']
    : ['static void top(std::string& out, Context& context) {', ...body(module.tree, { ...here, frame }), '}', '']
  const blocks = [...module.blocks.keys()]
  const above = module.extended ? `&${here.unit.usePage(module.extended)}` : 'nullptr'
  return [...top,
    ...(blocks.length ? ['static const Block blocks[] = {', ...blocks.map((name) => `{"${name}", block_${identifier(name)}},`), '};'] : []),
    `const Page page{${here.unit.source(module.name)}, ${above}, top, ${blocks.length ? 'blocks' : '{}'}};`, '']
}

// The top of a template that extends another, or that is imported, only sets names: its text is in
// its blocks and macros. Text elsewhere in a page that extends would never be seen.
function withoutOutput(module) {
  const children = module.tree.children.filter((node) => {
    if (['Block', 'Macro'].includes(node.typename)) return false
    if (module.extended) refuseStray(node, module)
    return setsBelow([node]).size > 0
  })
  return { children }
}

function refuseStray(node, module) {
  walk(node, (each) => {
    if (['Set', 'Macro', 'Caller'].includes(each.typename)) return false
    const text = each.typename === 'TemplateData' ? each.value : ''
    const shown = ['Block', 'Include'].includes(each.typename) || (each.typename === 'Output' && each.children.some((child) => child.typename !== 'TemplateData'))
    if (!shown && !text.trim()) return true
    const line = lineOf(each) + text.match(/^\s*/)[0].split('\n').length - 1
    throw new TemplateProblem(module.name, line, 'this stands outside every block, so it would never be shown')
  })
}

function file(module, unit, parts) {
  const space = namespaceOf(module.name)
  const sources = [...unit.sources].map(([name, constant]) => `[[maybe_unused]] static constexpr const char* ${constant} = ${literal(name)};`)
  const lines = [`// Compiled from ${module.name} by scripts/templates.`, '#include "templates/runtime.hpp"',
    ...(module.spoken ? ['#include "templates/spoken.hpp"'] : []), '',
    'namespace throughline::templates::compiled {', 'using namespace std::string_view_literals;', '',
    ...unit.used.values(), '',
    `namespace ${space} {`, ...sources,
    ...(module.closed ? [] : ['extern const Page page;']),
    ...unit.heads, '', ...parts,
    `}  // namespace ${space}`, '}  // namespace throughline::templates::compiled', '']
  return indented(lines)
}

// The table that render() looks pages up in.
export function compileIndex(modules) {
  const pages = modules.filter((module) => !module.closed)
  return ['// The pages that are compiled in, by scripts/templates.', '#include "templates/language.hpp"',
    '#include "templates/runtime.hpp"', '',
    'namespace throughline::templates {', '',
    ...pages.map((module) => `namespace compiled::${namespaceOf(module.name)} {\nextern const Page page;\n}`), '',
    'std::string render(std::string_view name, const Value& view) {',
    '  static constexpr const Page* pages[] = {',
    ...pages.map((module) => `      &compiled::${namespaceOf(module.name)}::page,`),
    '      nullptr};', '  return render_page(pages, name, view);', '}', '',
    'bool in_every_language(std::string_view name) noexcept {',
    ...pages.filter((module) => module.spoken).map((module) => `  if (name == ${literal(module.name)}) return true;`),
    '  return false;', '}', '',
    '}  // namespace throughline::templates', ''].join('\n')
}
