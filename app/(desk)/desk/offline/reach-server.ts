import type { OfflineKit } from '#lib/desk/list-offline-day.ts'
import type { OfflineAnswer } from '#lib/domain/offline.ts'
import { forgetDay, keepDay, lockDay, type NotedMark, noteMark } from './kept-day.ts'
import { dropMark, readShelf, takeOffShelf } from './workstation-store.ts'

/** `live`: answered. `cut`: nobody answers. `locked`: the code is asked for. `out`: nobody is signed in who may do this. */
export type Line = 'live' | 'cut' | 'locked' | 'out'

/** Where the button of the bar sends that somebody goes away. */
export const LOCK_ADDRESS = '/desk/sign-in/unlock'

const JSON_WANTED = { accept: 'application/json' }
const PATIENCE_MS = 8000
const AT_ONCE = 100

/** Renews the list on this workstation, and closes or deletes it where the server says so. */
export async function renewDay(): Promise<Line> {
  if (!(await payLock())) return 'cut'
  const [line, response] = await ask('/desk/offline/day')
  if (line === 'live') await keepDay((await response.json()) as OfflineKit)
  if (line === 'locked') await lockDay()
  if (line === 'out') await forgetDay()
  return line
}

/** Tells the server of a lock that it could not hear, before anything is asked of it; false while it cannot. */
async function payLock(): Promise<boolean> {
  if (!(await readShelf('owesLock'))) return true
  const [line] = await ask(LOCK_ADDRESS, {
    method: 'POST',
    body: new URLSearchParams(),
    headers: JSON_WANTED,
  })
  if (line !== 'cut') await takeOffShelf('owesLock')
  return line !== 'cut'
}

/**
 * Sends what waits. What was put down goes from the queue; what is otherwise, or has to be completed at the screen, stays
 * with its answer until it is looked at.
 */
export async function sendMarks(marks: readonly NotedMark[]): Promise<number> {
  const waiting = marks.filter(({ answer }) => !answer).slice(0, AT_ONCE)
  if (waiting.length === 0) return 0
  const body = new FormData()
  body.set('marks', JSON.stringify(waiting.map(({ mark }) => mark)))
  const [line, response] = await ask('/desk/offline/reconcile', { method: 'POST', body })
  if (line !== 'live') return 0
  const answers = (await response.json()) as readonly OfflineAnswer[]
  for (const answer of answers) {
    const noted = waiting.find(({ mark }) => mark.key === answer.key)
    if (answer.result === 'done' || answer.result === 'already') await dropMark(answer.key)
    else if (noted) await noteMark({ ...noted, answer })
  }
  return answers.filter(({ result }) => result !== 'conflict').length
}

async function ask(
  path: string,
  init: RequestInit = {},
): Promise<['live', Response] | [Exclude<Line, 'live'>]> {
  const signal = AbortSignal.timeout(PATIENCE_MS)
  const response = await fetch(path, { ...init, redirect: 'manual', cache: 'no-store', signal }).catch(
    () => undefined,
  )
  if (response?.ok) return ['live', response]
  if (response?.status === 401) return ['locked']
  // Led on to the sign-in, or not in this role.
  if (response?.type === 'opaqueredirect' || response?.status === 403) return ['out']
  return ['cut']
}
