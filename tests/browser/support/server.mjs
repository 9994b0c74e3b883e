// A Throughline of its own for a test file: a fresh database, a free port, stopped at the end.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const program = process.env.THROUGHLINE_PROGRAM ?? 'build/dev/throughline'

// Runs one command of the program and gives what it printed; throws with its complaint if it fails.
export function throughline(args, input = '') {
  const run = spawnSync(program, args, { encoding: 'utf8', input, maxBuffer: 256 * 1024 * 1024 })
  if (run.status !== 0) throw new Error(`throughline ${args.join(' ')}: ${run.status}\n${run.stderr}`)
  return run.stdout
}

export async function startServer({ demo = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-browser-'))
  const database = join(folder, 'throughline.db')
  if (demo) throughline(['demo', '--database', database])
  const child = spawn(program, ['serve', '--database', database, '--port', '0'],
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
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
