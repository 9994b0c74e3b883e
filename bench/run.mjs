// Measures Throughline side by side with peers, in one run, and prints a table of ratios.
//   make bench            CASES=100000 ROUNDS=3
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { installed, load, median, program, row, run, start, table } from './measure.mjs'

const cases = Number(process.env.CASES ?? 100000)
const rounds = Number(process.env.ROUNDS ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
const database = join(folder, 'bench.db')

function number(value, digits = 0) {
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

async function signIn(address) {
  const who = run(program, ['demo', '--database', database, '--sign-ins', '--json']).out
  const lead = JSON.parse(who).find((person) => person.role === 'Quality lead')
  const form = await fetch(`${address}/sign-in`)
  const cookies = form.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  const token = /name="form_token" value="([^"]+)"/.exec(await form.text())[1]
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookies.join('; '), origin: address },
    body: new URLSearchParams({ form_token: token, email: lead.email, password: lead.password })
  })
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ')
}

// The CSV that `import cases` reads, with words of a believable length. One in fifty is open, as in a
// council that answers what it hears.
function casesFile(from, to) {
  const path = join(folder, `cases-${from}.csv`)
  const kinds = ['complaint', 'concern', 'compliment', 'suggestion', 'idea']
  const lines = ['reference,received,kind,relationship,channel,words,status,outcome,answer']
  for (let i = from; i < to; i += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + (i % 1000))).toISOString().slice(0, 10)
    lines.push(`B${i},${day},${kinds[i % 5]},person,phone,"The carer came ${i % 90} minutes late again, and nobody rang to say so. It was the ${i % 7} time this month.",${i % 50 ? 'closed,did,We spoke to the provider and the rota has changed.' : 'received,,'}`)
  }
  writeFileSync(path, lines.join('\n') + '\n')
  return path
}

function importing() {
  const inFile = 250_000 // the most that one file may hold
  const files = []
  for (let from = 0; from < cases; from += inFile) files.push(casesFile(from, Math.min(from + inFile, cases)))
  let ours = 0
  for (const file of files) {
    ours += run(program, ['import', 'cases', file, '--database', database, '--authority', 'aldermere']).seconds
  }
  if (!installed('sqlite3')) {
    row(`import ${number(cases)} cases, validated`, `${number(ours, 1)} s`, 'sqlite3 .import', 'peer not installed', '-')
    return
  }
  run('sqlite3', [join(folder, 'peer.db'), 'create table cases (reference,received,kind,relationship,channel,words,status,outcome,answer)'])
  let peer = 0
  for (const file of files) {
    peer += run('sqlite3', [join(folder, 'peer.db'), `.import --csv --skip 1 ${file} cases`]).seconds
  }
  row(`import ${number(cases)} cases, validated, indexed for search, an event each`, `${number(ours, 1)} s`,
    'sqlite3 .import, no validation', `${number(peer, 1)} s`, number(ours / peer, 1))
}

// A page that was just looked at is given again from memory; with something of its own in each address it
// is made each time, as it is for whoever is first after a change.
const firstLook = 'bench/first_look.lua'

// Rounds of the page, made once and made each time, and of a constant page of the same size, in turn.
async function page(name, address, path, cookie) {
  const answer = await fetch(address + path, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  const size = Buffer.byteLength(await answer.text())
  const constant = await start('build/release/bench_constant_page', [String(size)], /^(\d+)/)
  const ours = []
  const first = []
  const peer = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(load(address + path, { cookie }))
    first.push(load(address + path, { cookie, script: firstLook }))
    peer.push(load(`http://127.0.0.1:${constant.found}/`))
  }
  await constant.stop()
  const peerRate = median(peer.map((one) => one.rate))
  for (const [how, runs] of [['again', ours], ['first look', first]]) {
    const rate = median(runs.map((one) => one.rate))
    row(`${name}, ${how} (${number(size / 1024)} KB)`, `${number(rate)}/s, p99 ${number(median(runs.map((one) => one.p99)), 1)} ms`,
      'constant page, our server', `${number(peerRate)}/s`, number(rate / peerRate, 3))
  }
}

// One trace over the wire beside the recursive query alone.
async function trace(address, cookie) {
  const ref = run('sqlite3', [database, "select ref from nodes where authority_id = 'aldermere' and ref like 'SCORE-%' limit 1"]).out.trim()
  const ours = load(`${address}/api/trace/${ref}?direction=back`, { cookie, connections: 1 })
  const query = readFileSync('bench/trace.sql', 'utf8').replaceAll(':ref', `'${ref}'`)
  const times = 200
  const peer = run('sqlite3', [database], { input: query.repeat(times) }).seconds / times
  row(`trace of ${ref}, one connection`, `${number(1000 / ours.rate, 2)} ms, p99 ${number(ours.p99, 2)} ms`,
    'the recursive query alone (sqlite3)', `${number(peer * 1000, 2)} ms`, number(1 / ours.rate / peer, 2))
}

let server
try {
  run(program, ['demo', '--database', database])
  importing()
  const began = process.hrtime.bigint()
  server = await start(program, ['serve', '--database', database, '--port', '0'], /(http:\/\/[^\s]+)/)
  const address = server.found.replace(/\/$/, '')
  await fetch(address)
  const ready = Number(process.hrtime.bigint() - began) / 1e9
  const cookie = await signIn(address)
  await page('case list', address, '/cases', cookie)
  await page('case list, filtered and sorted', address, '/cases?kind=complaint&order=oldest', cookie)
  await page('case page', address, '/cases/CASE-100', cookie)
  await page('Today', address, '/home', cookie)
  await trace(address, cookie)
  const memory = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))[1]) / 1024
  row('start to first page', `${number(ready, 2)} s`, 'goal', '0.2 s', '-')
  row('resident memory after the load', `${number(memory)} MB`, 'goal', '150 MB', '-')
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0].model}, ${number(totalmem() / 2 ** 30)} GiB, ${number(cases)} cases\n\n${table()}`)
} finally {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
