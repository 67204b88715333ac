import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadReport } from './load-order.ts'

const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url))

/** Runs one load in a process and a session of its own. Throws with the first answer that was no success. */
export async function runLoad(order: LoadOrder): Promise<LoadReport> {
  const load = spawn(process.execPath, [LOAD, JSON.stringify(order)], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told, [code]] = await Promise.all([text(load.stdout), once(load, 'exit')])
  if (code !== 0) throw new Error(`the load generator ended with ${code}`)
  const report = JSON.parse(told) as LoadReport
  if (report.refusal) throw new Error(`not every answer was a success: ${report.refusal}`)
  return report
}
