// The compiler refuses what it does not know, naming the template and the line; and the expected
// text of tests/templates is what Nunjucks itself makes of them.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import nunjucks from 'nunjucks'

const golden = 'tests/golden/templates'
const rewrite = process.env.THROUGHLINE_REWRITE_GOLDEN === '1'

function compile(templates, { folder = mkdtempSync(join(tmpdir(), 'throughline-templates-')), keep = false } = {}) {
  for (const [name, source] of Object.entries(templates)) {
    mkdirSync(dirname(join(folder, 'root', name)), { recursive: true })
    writeFileSync(join(folder, 'root', name), source)
  }
  const run = spawnSync(process.execPath,
    ['scripts/templates/compile.mjs', join(folder, 'out'), join(folder, 'root')], { encoding: 'utf8' })
  const messages = run.stderr.replaceAll(join(folder, 'root') + '/', '').trim()
  if (!keep) rmSync(folder, { recursive: true })
  return { status: run.status, messages }
}

const refused = {
  'a filter that is not known': ['{{ x }}\n{{ x | sparkle }}', 'page.html:2: there is no filter "sparkle"'],
  'a test that is not known': ['{% if x is shiny %}{% endif %}', 'page.html:1: there is no test "shiny"'],
  'too many arguments for a filter': ['{{ x | trim(2) }}', 'page.html:1: the filter "trim" takes at most 0 arguments'],
  'a tag that is not known': ['a\n{% sparkle %}', 'page.html:2: unknown block tag: sparkle'],
  'a tag that is not closed': ['{% if x %}a', 'page.html:1: parseIf: expected elif, else, or endif, got end of file'],
  'a function that is not a macro': ['{{ sparkle() }}', 'page.html:1: "sparkle" cannot be called: it is no macro defined or imported here'],
  'a method': ['{{ x.split(",") }}', 'page.html:1: "x.split" cannot be called: it is no macro defined or imported here'],
  'asynchronous loops': ['{% asyncEach x in y %}{% endeach %}', 'page.html:1: AsyncEach is not supported'],
  'regular expressions': ['{{ x | replace(r/a/, "b") }}', 'page.html:1: regular expressions are not supported'],
  'a template that is not there': ['{% include "gone.html" %}', 'page.html:1: there is no template "gone.html"'],
  'a template named by a variable': ['{% include x %}', "page.html:1: include needs a template's name in quotes, known when it is compiled"],
  'a missing include that is to be ignored': ['{% include "page.html" ignore missing %}', 'page.html:1: include "ignore missing" is not supported'],
  'a template that includes itself': ['{% include "page.html" %}', 'page.html:1: page.html includes itself'],
  'a template that extends itself': ['{% extends "page.html" %}', 'page.html:1: page.html extends, includes or imports itself'],
  'an import with context': ['{% import "page.html" as x with context %}', 'page.html:1: import "with context" is not supported: pass what the macro needs'],
  'a macro that is not there': ['{% from "govuk/components/button/macro.njk" import govukBottom %}', 'page.html:1: govuk/components/button/macro.njk has no macro "govukBottom" to import'],
  'an argument that a macro does not have': ['{% macro a(b) %}{% endmacro %}\n{{ a(c = 1) }}', 'page.html:2: the macro "a" has no argument "c"'],
  'too many arguments for a macro': ['{% macro a(b) %}{% endmacro %}\n{{ a(1, 2) }}', 'page.html:2: the macro "a" takes 1 arguments, not 2'],
  'a field of loop that is not known': ['{% for x in y %}{{ loop.cycle }}{% endfor %}', 'page.html:1: loop.cycle is not supported'],
  'not before a comparison': ['{% if not a == b %}{% endif %}', 'page.html:1: put brackets after not: not (a == b)'],
  'a chain of comparisons': ['{{ 1 < 2 < 3 }}', 'page.html:1: a chain of comparisons is not supported: join two with and'],
  'a block in a loop': ['{% for x in y %}{% block z %}{% endblock %}{% endfor %}', 'page.html:1: a block cannot stand in a loop'],
  'two blocks of one name': ['{% block z %}{% endblock %}\n{% block z %}{% endblock %}', 'page.html:2: "z" is defined twice'],
  'super outside a block': ['{{ super() }}', 'page.html:1: super() can only be called in a block'],
  'caller outside a macro': ['{{ caller() }}', 'page.html:1: caller() can only be called in a macro'],
  'text outside the blocks of a page': ['{% extends "govuk/template.njk" %}\n\nlost', 'page.html:3: this stands outside every block, so it would never be shown'],
  'text in an if outside the blocks of a page': ['{% extends "govuk/template.njk" %}\n{% if x %}\n{{ lost }}{% endif %}', 'page.html:3: this stands outside every block, so it would never be shown']
}

for (const [title, [source, message]] of Object.entries(refused)) {
  test(`refuses ${title}`, () => {
    const { status, messages } = compile({ 'page.html': source })
    assert.equal(messages, message)
    assert.equal(status, 1)
  })
}

test('reports every template that is wrong at once', () => {
  const { messages } = compile({ 'a.html': '{{ x | one }}', 'hear/b.html': '\n{{ x | two }}' })
  assert.equal(messages, 'a.html:1: there is no filter "one"\nhear/b.html:2: there is no filter "two"')
})

test('leaves a file alone that comes out the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-templates-'))
  const pages = { 'a.html': 'a', 'b.html': 'b' }
  compile(pages, { folder, keep: true })
  const times = () => ['a', 'b'].map((name) => statSync(join(folder, 'out', `${name}.html.cpp`)).mtimeNs ?? statSync(join(folder, 'out', `${name}.html.cpp`)).mtimeMs)
  const before = times()
  const second = compile({ ...pages, 'b.html': 'changed' }, { folder, keep: true })
  const after = times()
  rmSync(folder, { recursive: true })
  assert.equal(second.status, 0)
  assert.equal(after[0], before[0])
  assert.notEqual(after[1], before[1])
})

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader('tests/templates'),
  { autoescape: true, trimBlocks: true, lstripBlocks: true })
const view = JSON.parse(readFileSync('tests/templates/view.json', 'utf8'))

for (const name of readdirSync('tests/templates').filter((file) => file.endsWith('.html')).sort()) {
  test(`Nunjucks renders ${name} as the golden file says`, () => {
    const rendered = environment.render(name, view)
    if (rewrite) {
      mkdirSync(golden, { recursive: true })
      writeFileSync(join(golden, name), rendered)
    }
    assert.equal(rendered, readFileSync(join(golden, name), 'utf8'))
  })
}
