import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Programs that run now, so that they can be ended with us. */
const running = new Set()

export const root = new URL('../../', import.meta.url)

const leash = fileURLToPath(new URL('leash.mjs', import.meta.url))

/**
 * Runs a program in the repository and keeps what it says to itself. Resolves with its exit code and everything it
 * said, in order; never rejects. The program does not outlive us.
 */
export function runQuietly(program, args, { env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [leash, program, ...args], {
      cwd: fileURLToPath(root),
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    running.add(child)
    let output = ''
    const listen = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Ends what `runQuietly` still runs. */
export function endRunning() {
  for (const child of running) child.kill()
}

/** Seconds with one decimal since `began` (a value of performance.now()). */
export function secondsSince(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}
