// Compiles templates to C++.
//   node scripts/templates/compile.mjs OUTPUT ROOT    every .html below ROOT, and index.cpp
//   node scripts/templates/compile.mjs OUTPUT --govuk every macro of govuk-frontend
// Each template becomes OUTPUT/<its name>.cpp. A file that would not change is left alone, so that
// only what changed is compiled again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { namespaceOf } from './cpp.mjs'
import { govukFolderFrom, Library } from './library.mjs'
import { compileIndex, compileModule } from './unit.mjs'
import { TemplateProblem } from './problem.mjs'

const [output, source] = process.argv.slice(2)

function write(name, text) {
  const path = join(output, name)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function refuseClashes(names) {
  const spaces = new Map()
  for (const name of names) {
    const before = spaces.get(namespaceOf(name))
    if (before) throw new TemplateProblem(name, 1, `its name is too like that of ${before}`)
    spaces.set(namespaceOf(name), name)
  }
}

const problems = []
function attempt(work) {
  try {
    return work()
  } catch (problem) {
    if (!(problem instanceof TemplateProblem)) throw problem
    if (!problems.includes(problem.message)) problems.push(problem.message)
    return null
  }
}

const govuk = source === '--govuk'
const library = new Library(govuk ? null : source, govukFolderFrom(process.cwd()))
const names = govuk ? library.govukTemplates() : library.templates
attempt(() => refuseClashes(names))
const modules = names.map((name) => attempt(() => library.module(name))).filter(Boolean)
for (const module of modules) {
  const text = attempt(() => compileModule(module))
  if (text) write(`${module.name}.cpp`, text)
}
if (!govuk) write('index.cpp', compileIndex(modules))
if (problems.length) {
  for (const problem of problems) console.error(`${problem.startsWith('govuk/') ? '' : govuk ? '' : `${source}/`}${problem}`)
  process.exitCode = 1
}
