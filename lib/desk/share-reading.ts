import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'

interface Turn {
  readonly running: Promise<unknown>
  /** Whether it reads already; before that, whoever comes is in time. */
  hasBegun: boolean
  waiting: Promise<unknown> | undefined
}

/**
 * One reading for all who ask for the same at the same moment. Nobody is given one that began before they asked, so
 * what somebody has just written is always in what they read next: whoever comes while one is running takes the next,
 * together with everybody else who comes meanwhile. However many ask, no more than one of a name runs at a time.
 */
export function shareReading<Value>(pool: Pool, name: string, read: () => Promise<Value>): Promise<Value> {
  // Pages and streams are bundled apart and still take turns together.
  const turns = once('desk readings', () => new WeakMap<Pool, Map<string, Turn>>())
  const named = turns.get(pool) ?? new Map<string, Turn>()
  turns.set(pool, named)
  const turn = named.get(name)
  if (!turn) return begin(named, name, read)
  if (!turn.hasBegun) return turn.running as Promise<Value>
  // A reading that fails is the misfortune of those who shared it, not of those who come next.
  turn.waiting ??= turn.running.catch(() => undefined).then(() => begin(named, name, read))
  return turn.waiting as Promise<Value>
}

function begin<Value>(named: Map<string, Turn>, name: string, read: () => Promise<Value>): Promise<Value> {
  // Thirty screens are told of one change in one turn of the loop: the reading begins when all of them have asked.
  const running = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    turn.hasBegun = true
    return read()
  })
  const turn: Turn = { running, hasBegun: false, waiting: undefined }
  named.set(name, turn)
  const end = () => {
    // The next one begins by itself, and stands here from then on.
    if (named.get(name) === turn && !turn.waiting) named.delete(name)
  }
  running.then(end, end)
  return running
}
