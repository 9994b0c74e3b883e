// Indents generated C++ by its braces, leaving literals alone, so that it can be read when needed.
export function indented(lines) {
  let depth = 0
  return lines.flatMap((each) => each.split('\n')).map((line) => {
    const text = line.trim()
    const code = text.replace(/"(\\.|[^"\\])*"/g, '')
    if (/namespace /.test(code)) return text
    const indent = depth - (/^[}\]]/.test(code) ? 1 : 0)
    depth += (code.match(/[{]/g) ?? []).length - (code.match(/[}]/g) ?? []).length
    return text && '  '.repeat(Math.max(0, indent + (/^[".]/.test(text) ? 2 : 0))) + text
  }).join('\n')
}
