// The filters, tests and functions that templates may use. Each is a C++ function of the same
// purpose in src/templates; a name that is not here stops the compiler.

// name: [C++ function, most arguments after the value, names for keyword arguments ('test': the
// argument is the name of a test)]
const filters = {
  abs: ['abs', 0],
  batch: ['batch', 2],
  capitalize: ['capitalize', 0],
  d: ['default_to', 2],
  default: ['default_to', 2],
  e: ['escape', 0],
  escape: ['escape', 0],
  first: ['first', 0],
  float: ['to_float', 1],
  forceescape: ['force_escape', 0],
  groupby: ['group_by', 1],
  indent: ['indent', 2],
  int: ['to_int', 1, ['default']],
  join: ['join', 2],
  last: ['last', 0],
  length: ['length', 0],
  lower: ['lower', 0],
  nl2br: ['line_breaks', 0],
  reject: ['reject', 1, 'test'],
  rejectattr: ['reject_by', 1],
  replace: ['replace', 3],
  reverse: ['reverse', 0],
  round: ['round', 2],
  safe: ['safe', 0],
  select: ['select', 1, 'test'],
  selectattr: ['select_by', 1],
  sort: ['sort', 3, ['reverse', 'case_sensitive', 'attribute']],
  string: ['string', 0],
  sum: ['sum', 2],
  t: ['translate', 0],
  title: ['title', 0],
  trim: ['trim', 0],
  truncate: ['truncate', 3],
  unless_english: ['unless_english', 0],
  upper: ['upper', 0],
  urlencode: ['url_encode', 0],
  wordcount: ['word_count', 0]
}

// name: [C++ function, arguments after the value]
const tests = {
  defined: ['is_defined', 0],
  divisibleby: ['is_divisible_by', 1],
  eq: ['is_same', 1],
  equalto: ['is_same', 1],
  escaped: ['is_escaped', 0],
  even: ['is_even', 0],
  falsy: ['is_falsy', 0],
  ge: ['is_at_least', 1],
  greaterthan: ['is_more', 1],
  gt: ['is_more', 1],
  iterable: ['is_iterable', 0],
  le: ['is_at_most', 1],
  lessthan: ['is_less', 1],
  lt: ['is_less', 1],
  mapping: ['is_mapping', 0],
  ne: ['is_different', 1],
  null: ['is_null', 0],
  number: ['is_number', 0],
  odd: ['is_odd', 0],
  sameas: ['is_same', 1],
  string: ['is_string', 0],
  truthy: ['is_truthy', 0],
  undefined: ['is_undefined', 0]
}

export const filter = (name) => known(filters, name)
export const test = (name) => known(tests, name)

function known(table, name) {
  if (!Object.hasOwn(table, name)) return null
  const [call, most, keywords = []] = table[name]
  return { call, most, keywords, chooses: keywords === 'test' }
}

export const loopNames = ['index', 'index0', 'revindex', 'revindex0', 'first', 'last', 'length']
