// An included template becomes part of what includes it, with a frame of its own: it reads the
// names around it, and what it sets stays inside.
import { macroBody, parameters, slots } from './calls.mjs'
import { Frame } from './frames.mjs'
import { setsIn } from './module.mjs'
import { body } from './statements.mjs'

export function includeTemplate(node, here) {
  if (node.ignoreMissing) here.module.fail(node, 'include "ignore missing" is not supported')
  const module = here.module.named(node.template, 'include')
  if (here.including.includes(module)) here.module.fail(node, `${module.name} includes itself`)
  if (module.extended) here.module.fail(node, `${module.name} extends another template and cannot be included`)
  const frame = new Frame(here.frame, { isolated: true })
  const lines = ['{', ...slots(frame, setsIn(module.tree.children), here)]
  const inside = {
    ...here,
    module,
    frame,
    page: false,
    including: [...here.including, module],
    macros: new Map(here.macros ?? []),
    callee: (name) => module.callee(name) ?? here.callee(name),
    defineMacro: defineInside
  }
  // A macro sees what its template sets, and nothing of the frames around the include.
  inside.seenByMacros = new Frame(here.seenByMacros ?? null, { isolated: true })
  inside.seenByMacros.slots = frame.slots
  return [...lines, ...body(module.tree, inside), '}']
}

function defineInside(node, here) {
  const name = node.name.value
  const cpp = here.unit.fresh(name)
  const lines = macroBody(node, here.seenByMacros, here)
  here.macros.set(name, { cpp, node })
  return [`const auto ${cpp} = [&](std::string& out, ${parameters(node).join(', ')}) {`, ...lines, '};']
}
