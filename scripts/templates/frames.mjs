// Where names live while a template runs. Nunjucks keeps frames of variables at run time; here each
// frame is known when the template is compiled, and its variables are C++ variables.
//
// A frame has fixed names (arguments and loop variables: never anything else while the frame
// lasts) and slots (what `set` fills; until then the name means what it means outside).

export class Frame {
  // isolated: `set` inside never changes a variable outside.
  constructor(parent, { isolated = false, context = false } = {}) {
    this.parent = parent
    this.isolated = isolated
    this.context = context   // the top of a page: its variables are the page's own
    this.fixed = new Map()
    this.slots = new Map()
    this.loop = null
  }

  // The C++ that reads a name; `outside` reads it where no frame has it, or is null when nothing
  // outside can have it.
  read(name, outside) {
    const places = []
    for (let frame = this; frame; frame = frame.parent) {
      if (frame.fixed.has(name)) return choose([...places, frame.fixed.get(name)])
      if (frame.slots.has(name)) places.push(frame.slots.get(name))
    }
    return choose(outside ? [...places, outside] : places)
  }

  // The C++ statements that give a name a value.
  write(name, given) {
    // A copy first: what is given may be part of what is replaced.
    const value = `Value(${given})`
    const places = []
    for (let frame = this; frame; frame = frame.parent) {
      if (frame.fixed.has(name)) return `${frame.fixed.get(name)} = ${value};`
      if (frame.context) return writeToContext(places[0], name, value)
      if (frame.slots.has(name)) places.push(frame.slots.get(name))
      if (frame.isolated) break
    }
    const [inner, ...outer] = places
    const target = outer.reduceRight((rest, place) => `${place}.defined() ? ${place} : ${rest}`, inner)
    return outer.length ? `(${inner}.defined() ? ${inner} : ${target}) = ${value};` : `${inner} = ${value};`
  }

  // The loop that `loop` means here.
  nearestLoop() {
    for (let frame = this; frame; frame = frame.parent) if (frame.loop) return frame.loop
    return null
  }
}

function choose(places) {
  if (!places.length) return 'undefined()'
  return places.length === 1
    ? places[0]
    : `(${places.slice(0, -1).map((place) => `${place}.defined() ? ${place} : `).join('')}${places.at(-1)})`
}

function writeToContext(slot, name, value) {
  if (!slot) return `context.set("${name}", ${value});`
  return `if (!${slot}.defined() && context.has("${name}")) context.set("${name}", ${value}); else ${slot} = ${value};`
}
