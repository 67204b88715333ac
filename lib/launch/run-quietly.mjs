import { spawn } from 'node:child_process'

/** Programs that run now, so that they can be ended with us. */
const running = new Set()

export const root = new URL('../../', import.meta.url)

/**
 * Runs a program in the repository and keeps what it says to itself. Resolves with its exit code and everything it
 * said, in order; never rejects.
 */
export function runQuietly(program, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    const listen = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    const end = (code, words) => {
      running.delete(child)
      resolve({ code, output: output + words })
    }
    child.once('error', (error) => end(1, error.message))
    child.once('close', (code) => end(code ?? 1, ''))
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
