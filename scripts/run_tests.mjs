// Runs every test program in build/dev/tests, then the tests written in JavaScript, and adds up.
// A program that crashes or runs no test counts as one failure; skipped tests are listed by name.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const results = 'build/dev/results'
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

let passed = 0
const failed = []
const skipped = []

function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`
}

function runProgram(name) {
  const start = Date.now()
  const report = join(results, `${name}.json`)
  const run = spawnSync(join('build/dev/tests', name), ['--gtest_brief=1', `--gtest_output=json:${report}`],
    { stdio: ['ignore', 'inherit', 'inherit'], timeout: 20 * 60 * 1000 })
  let tests = []
  try {
    tests = JSON.parse(readFileSync(report, 'utf8')).testsuites.flatMap((suite) => suite.testsuite)
  } catch {
    failed.push(`${name}: ended without a report (${run.signal ?? run.status})`)
    return
  }
  const before = failed.length
  for (const test of tests) {
    const title = `${name}: ${test.classname}.${test.name}`
    if (test.failures?.length) failed.push(title)
    else if (test.result === 'SKIPPED') skipped.push(title)
    else passed += 1
  }
  if (tests.length === 0) failed.push(`${name}: has no test`)
  if (run.status !== 0 && failed.length === before) failed.push(`${name}: exit ${run.signal ?? run.status}`)
  console.log(`${name}: ${tests.length} tests, ${seconds(start)}`)
}

function runNode(label, files) {
  const start = Date.now()
  const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...files],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 30 * 60 * 1000 })
  const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(run.stdout)?.[1] ?? 0)
  passed += count('pass')
  for (const line of run.stdout.matchAll(/^\s*(not )?ok \d+ - (.*?)( # (SKIP|TODO).*)?$/gm)) {
    if (line[3]) skipped.push(`${label}: ${line[2]}`)
    else if (line[1] && !/\.mjs$/.test(line[2])) failed.push(`${label}: ${line[2]}`)
  }
  if (run.status !== 0) {
    console.log(run.stdout.split('\n').filter((line) => !/^\s*ok /.test(line)).join('\n'))
    console.log(run.stderr)
    if (!count('fail')) failed.push(`${label}: exit ${run.signal ?? run.status}`)
  }
  console.log(`${label}: ${count('tests')} tests, ${seconds(start)}`)
}

function filesBelow(directory, ending) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(directory, entry.name), ending)
      : entry.name.endsWith(ending) ? [join(directory, entry.name)] : [])
}

for (const name of readdirSync('build/dev/tests').filter((file) => /^test_\w+$/.test(file)).sort()) {
  runProgram(name)
}
const scripts = filesBelow('tests', '_test.mjs').sort()
if (scripts.length) runNode('scripts', scripts)

for (const title of skipped) console.log(`skipped: ${title}`)
for (const title of failed) console.log(`FAILED: ${title}`)
if (passed === 0) failed.push('no test ran')
console.log(`${passed} passed, ${failed.length} failed`)
process.exit(failed.length ? 1 : 0)
