// A Throughline of its own for a test file: a fresh database, a free port, stopped at the end.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const program = process.env.THROUGHLINE_PROGRAM ?? 'build/dev/throughline'
export const password = 'marmalade under seven bridges'

// Runs one command of the program and gives what it printed; throws with its complaint if it fails.
export function throughline(args, input = '') {
  const run = spawnSync(program, args, { encoding: 'utf8', input, maxBuffer: 256 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(`throughline ${args.join(' ')}: ${run.status}\n${run.stderr}`)
  return run.stdout
}

// Who signs in to an empty council: one person for each role, `officer@testford.example`.
export const emailOf = (role) => `${role}@testford.example`
const names = {
  staff: 'Sam Oduya', officer: 'Olive Farrow', lead: 'Leah Brandt', leader: 'Dee Marsh',
  member: 'Morgan Pike', partner: 'Pat Quill', assessor: 'Asa Lind', administrator: 'Ada Thorn'
}

// An empty council with the people of the given roles; no feedback, themes or scores.
function setUpCouncil(database, roles) {
  throughline(['migrate', '--database', database])
  throughline(['council', 'add', '--database', database, '--id', 'testford', '--name', 'Testford Council',
    '--service', 'Home care', '--service', 'Care homes', '--service', 'Assessment and review'])
  for (const role of roles) {
    throughline(['user', 'add', '--database', database, '--email', emailOf(role), '--name', names[role],
      '--role', role], `${password}\n`)
  }
}

const roleOf = {
  Staff: 'staff', 'Complaints officer': 'officer', 'Quality lead': 'lead', Leader: 'leader',
  'Elected member': 'member', Partner: 'partner', Assessor: 'assessor', Administrator: 'administrator'
}

// Who signs in to the demo council, by role: the first of each in the table that the command prints.
export function demoPeople(database) {
  const printed = throughline(['demo', '--database', database, '--sign-ins'])
  const shared = /password is (.+)/.exec(printed)[1]
  const people = {}
  for (const [, email, label] of printed.matchAll(/^ +(\S+@\S+) {2,}(.+?) {2,}/gm)) {
    people[roleOf[label]] ??= { email, password: shared }
  }
  return people
}

// `roles` makes an empty council with those people; otherwise the demo council is loaded.
export async function startServer({ demo = true, roles = null, options = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-browser-'))
  const database = join(folder, 'throughline.db')
  if (roles) setUpCouncil(database, roles)
  else if (demo) throughline(['demo', '--database', database])
  const child = spawn(program, ['serve', '--database', database, '--port', '0', ...options],
    { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const found = /http:\/\/[^\s]+/.exec(printed)
      if (found) resolve(found[0].replace(/\/$/, ''))
    })
    child.on('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)))
  })
  return {
    address,
    database,
    folder,
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
