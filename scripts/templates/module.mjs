// One template as the rest of the compiler sees it: its tree, and the names that are fixed before
// it runs (what it extends, its macros, its imports, its blocks).
import { lineOf, TemplateProblem } from './problem.mjs'

// Calls `visit` on a node and everything below it; `visit` returns false to stay out of a node.
export function walk(node, visit) {
  if (Array.isArray(node)) return node.forEach((child) => walk(child, visit))
  if (!node || !node.typename) return
  if (visit(node) === false) return
  for (const field of node.fields) walk(node[field], visit)
  if (node.typename === 'Set') walk(node.body, visit)  // nunjucks leaves it out of `fields`
}

export class Module {
  constructor(name, tree, library, spoken = false) {
    this.name = name
    this.tree = tree
    this.library = library
    this.spoken = spoken        // had in every language
    this.messages = new Set()  // what it says, once compiled
    this.extended = null
    this.macros = new Map()  // name -> Macro node
    this.imports = new Map() // name -> { module, macro } or { module } for `import ... as name`
    this.blocks = new Map()  // name -> Block node
    this.sets = new Set()    // names set at the top of the template
    this.parents = []        // modules whose text this one's output depends on
    walk(tree, (node) => this.note(node))
    this.sets = setsIn(tree.children)
  }

  fail(node, message) {
    throw new TemplateProblem(this.name, lineOf(node), message)
  }

  // Templates that are only ever imported see no view, so a name they do not set is undefined.
  get closed() {
    return /(^|\/)_[^/]*$/.test(this.name) || /^govuk\/(components|macros)\//.test(this.name)
  }

  note(node) {
    if (node.typename === 'Extends') this.extended = this.named(node.template, 'extends')
    if (node.typename === 'Macro') this.add(this.macros, node.name.value, node, node)
    if (node.typename === 'Block') this.add(this.blocks, node.name.value, node, node)
    if (node.typename === 'Import') {
      this.refuseContext(node)
      this.bind(node, node.target.value, { module: this.named(node.template, 'import') })
    }
    if (node.typename === 'FromImport') {
      this.refuseContext(node)
      const module = this.named(node.template, 'import')
      for (const name of node.names.children) {
        const macro = name.typename === 'Pair' ? name.key.value : name.value
        const alias = name.typename === 'Pair' ? name.value.value : name.value
        module.exported(macro, this, node)
        this.bind(node, alias, { module, macro })
      }
    }
  }

  exported(macro, from, node) {
    if (macro.startsWith('_') || !this.macros.has(macro)) {
      from.fail(node, `${this.name} has no macro "${macro}" to import`)
    }
    return this.macros.get(macro)
  }

  refuseContext(node) {
    if (node.withContext) this.fail(node, 'import "with context" is not supported: pass what the macro needs')
  }

  bind(node, alias, target) {
    const before = this.imports.get(alias)
    if (before && (before.module !== target.module || before.macro !== target.macro)) {
      this.fail(node, `"${alias}" is imported twice, from different templates`)
    }
    this.imports.set(alias, target)
  }

  add(map, name, value, node) {
    if (map.has(name)) this.fail(node, `"${name}" is defined twice`)
    map.set(name, value)
  }

  named(node, construct) {
    if (node.typename !== 'Literal' || typeof node.value !== 'string') {
      this.fail(node, `${construct} needs a template's name in quotes, known when it is compiled`)
    }
    const found = this.library.find(node.value, this, lineOf(node))
    this.parents.push(found)
    return found
  }

  // What a name that is called stands for: { module, macro }, looked for here and then in what this
  // extends. `shares`: the macro sees the names of the page that calls it.
  callee(name) {
    if (this.macros.has(name)) return { module: this, macro: name, shares: true }
    if (this.imports.get(name)?.macro) return this.imports.get(name)
    return this.extended?.callee(name)
  }

  alias(name) {
    const bound = this.imports.get(name)
    return bound && !bound.macro ? bound.module : this.extended?.alias(name)
  }
}

// Names set by these nodes in the frame that the nodes themselves run in.
export function setsIn(nodes) {
  return namesSet(nodes, ['For', 'AsyncEach', 'AsyncAll', 'Macro', 'Caller', 'Block', 'Include'])
}

// Names set anywhere inside, loops included: what may change while a function runs.
export function setsBelow(nodes) {
  return namesSet(nodes, ['Macro', 'Block', 'Include'])
}

function namesSet(nodes, apart) {
  const names = new Set()
  walk(nodes, (node) => {
    if (apart.includes(node.typename)) return false
    if (node.typename === 'Set') node.targets.forEach((target) => names.add(target.value))
    return true
  })
  return names
}
