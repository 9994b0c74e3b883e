// Stories: what the commands do, written so that someone who answers complaints can read and correct
// them. Each *.story in this folder holds one or more, in this form:
//
//   Story: A wrong row is named           begins a story; its name is what a failed test is called
//   Given a council with Home care        an empty council, with the services named (commas between)
//   Given the file values.csv             a file; the indented lines below are its words
//       date,value
//       1/1/2026,84
//   When throughline spc values.csv       runs a command in a folder of the story's own, on its council
//   Then it succeeds                      or: it is refused, or: it is used wrongly
//   And it says                           each indented line stands in what was printed, in this order
//       84
//   And it complains                      the same for what was printed about problems
//   And it does not say                   no indented line stands anywhere in what was printed
//
// And, Given, When and Then mean the same: what matters is the order. A line that is not understood
// fails its story. Lines between stories that begin with nothing of these are notes to the reader.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const program = resolve(process.env.THROUGHLINE_PROGRAM ?? 'build/dev/throughline')
const folder = import.meta.dirname ?? new URL('.', import.meta.url).pathname

// The stories of a file: their names and their steps, each with the indented lines below it.
function read(text) {
  const stories = []
  for (const line of text.split('\n')) {
    const story = stories.at(-1)
    const title = /^Story: (.+)$/.exec(line)
    if (title) stories.push({ title: title[1].trim(), steps: [] })
    else if (!story || line.trim() === '') continue
    else if (/^\s/.test(line)) {
      assert.ok(story.steps.length, `an indented line before any step: ${line}`)
      story.steps.at(-1).lines.push(line.trim())
    } else {
      const step = /^(?:Given|When|Then|And) (.+)$/.exec(line)
      assert.ok(step, `a line that is not understood: ${line}`)
      story.steps.push({ says: step[1].trim(), lines: [] })
    }
  }
  return stories
}

const words = (command) => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2])

function run(place, args) {
  return spawnSync(program, args, {
    cwd: place, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, THROUGHLINE_DATABASE: join(place, 'story.db') }
  })
}

function setUpCouncil(place, services) {
  const named = services.flatMap((service) => ['--service', service])
  for (const args of [['migrate'], ['council', 'add', '--id', 'testford', '--name', 'Testford Council', ...named]]) {
    const ran = run(place, args)
    assert.equal(ran.status, 0, ran.stderr)
  }
}

function assertInOrder(printed, lines) {
  let from = 0
  for (const line of lines) {
    const at = printed.indexOf(line, from)
    assert.notEqual(at, -1, `“${line}” does not stand in, or not after the line before it:\n${printed}`)
    from = at + line.length
  }
}

const exits = { 'it succeeds': 0, 'it is refused': 1, 'it is used wrongly': 2 }

function take(place, step, ran) {
  const council = /^a council(?: with (.+))?$/.exec(step.says)
  const file = /^the file (\S+)$/.exec(step.says)
  if (council) setUpCouncil(place, council[1]?.split(/,\s*/) ?? [])
  else if (file) writeFileSync(join(place, file[1]), step.lines.map((line) => `${line}\n`).join(''))
  else if (step.says.startsWith('throughline ')) return run(place, words(step.says).slice(1))
  else {
    assert.ok(ran, `nothing was run before “${step.says}”`)
    if (step.says in exits) assert.equal(ran.status, exits[step.says], `${ran.stdout}${ran.stderr}`)
    else if (step.says === 'it says') assertInOrder(ran.stdout, step.lines)
    else if (step.says === 'it complains') assertInOrder(ran.stderr, step.lines)
    else if (step.says === 'it does not say') {
      for (const line of step.lines) assert.ok(!ran.stdout.includes(line), `“${line}” stands in:\n${ran.stdout}`)
    } else assert.fail(`a step that is not understood: ${step.says}`)
  }
  return ran
}

for (const name of readdirSync(folder).filter((each) => each.endsWith('.story')).sort()) {
  for (const story of read(readFileSync(join(folder, name), 'utf8'))) {
    test(`${name}: ${story.title}`, () => {
      const place = mkdtempSync(join(tmpdir(), 'throughline-story-'))
      try {
        let ran
        for (const step of story.steps) ran = take(place, step, ran)
        assert.ok(ran, 'a story runs a command')
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    })
  }
}
