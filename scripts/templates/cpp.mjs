// The spelling of C++: literals and names.

// Plain ASCII stays readable; every other byte, and '?' (trigraphs), is written in octal. A literal
// of several lines is broken after each newline, as the template was.
export function literal(text) {
  const lines = text.split(/(?<=\n)/)
  return (lines.length ? lines : ['']).map((line) => `"${escaped(line)}"`).join('\n      ')
}

function escaped(text) {
  let written = ''
  for (const byte of Buffer.from(text, 'utf8')) {
    if (byte === 10) written += '\\n'
    else if (byte === 34 || byte === 92) written += '\\' + String.fromCharCode(byte)
    else if (byte >= 32 && byte < 127 && byte !== 63) written += String.fromCharCode(byte)
    else written += '\\' + byte.toString(8).padStart(3, '0')
  }
  return written
}

export const view = (text) => `${literal(text)}sv`

export const identifier = (name) => name.replace(/[^A-Za-z0-9]+/g, '_')

// "hear/case_list.html" is compiled in the namespace hear_case_list_html.
export const namespaceOf = (templateName) => identifier(templateName)

const markup = { '&': '&amp;', '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;', '\\': '&#92;' }
export const escapeMarkup = (text) => text.replace(/[&"'<>\\]/g, (found) => markup[found])
