// What every row of the bench needs: programs started and stopped, wrk, medians, a table.
import { spawn, spawnSync } from 'node:child_process'

export const program = 'build/release/throughline'

export function run(command, args, options = {}) {
  const start = process.hrtime.bigint()
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, ...options })
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.status}\n${done.stderr}`)
  return { out: done.stdout, seconds: Number(process.hrtime.bigint() - start) / 1e9 }
}

// Starts a server and gives its address once `pattern` finds it in what the server prints.
export async function start(command, args, pattern) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const found = await new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const match = pattern.exec(printed)
      if (match) resolve(match[1])
    })
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}`)))
  })
  return {
    found,
    child,
    async stop() {
      const ended = new Promise((resolve) => child.on('exit', resolve))
      child.kill('SIGTERM')
      await ended
    }
  }
}

// One run of wrk: requests a second and the 99th percentile in milliseconds.
// With `script`, a file of Lua that changes each request.
export function load(url, { cookie = '', seconds = 4, connections = 64, script = '' } = {}) {
  const headers = cookie ? ['-H', `Cookie: ${cookie}`] : []
  if (script) headers.push('-s', script)
  const { out } = run('wrk', [`-t${Math.min(2, connections)}`, `-c${connections}`, `-d${seconds}s`, '--latency', ...headers, url])
  if (/Non-2xx/.test(out)) throw new Error(`${url} did not answer 200:\n${out}`)
  const [, value, unit] = /99%\s+([\d.]+)(us|ms|s)/.exec(out)
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]),
    p99: Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit]
  }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export function installed(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

const rows = []
export function row(work, ours, beside, peer, ratio, note = '') {
  rows.push([work, ours, beside, peer, ratio, note])
  console.log(`${work}: ${ours}; ${beside}: ${peer}; ratio ${ratio} ${note}`)
}

export function table() {
  return ['| Work | Throughline | Beside | Its figure | Ratio | |', '|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n')
}
