// Bytes as C++ string literals, a hundred bytes a line. Every byte that is not plain, printable
// ASCII is written as three octal digits.
export function literals(bytes) {
  const lines = []
  for (let start = 0; start < bytes.length; start += 100) {
    let line = ''
    for (const byte of bytes.subarray(start, start + 100)) {
      const plain = byte >= 32 && byte < 127 && byte !== 34 && byte !== 92 && byte !== 63
      line += plain ? String.fromCharCode(byte) : '\\' + byte.toString(8).padStart(3, '0')
    }
    lines.push(`    "${line}"`)
  }
  return lines.length ? lines.join('\n') : '    ""'
}
