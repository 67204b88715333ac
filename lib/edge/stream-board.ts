import { once } from '#lib/db/once.ts'
import { watchDesk } from '#lib/desk/watch-desk.ts'
import { boardOf } from '#lib/domain/hall-board.ts'
import { freshHall } from './recent-hall.ts'

const BEAT_MS = 15_000
/** Many changes of the same moment are one new board. */
const GATHER_MS = 100
const RETRY_MS = 3_000
/** Whoever is refused asks the board every few seconds instead. */
const MOST_IN_ALL = 400
const MOST_OF_ONE = 24

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Without `no-transform` the answer would be packed, and packed means kept back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

type Say = (event: string) => void

interface Hub {
  readonly viewers: Set<Say>
  readonly stop: () => void
}

/**
 * Server-sent events of a hall for everybody who opens them: the whole board at the beginning and after each change, and
 * nothing else. All viewers of an office share one reading of its queue. Refuses (503) beyond so many connections, in
 * all and from one address.
 */
export function streamBoard(wish: {
  readonly officeId: string
  /** The address that the connection is counted for. */
  readonly client: string
  readonly signal: AbortSignal
}): Response {
  const { officeId, client, signal } = wish
  const counts = once('hall viewers', () => new Map<string, number>())
  const inAll = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (inAll >= MOST_IN_ALL || (counts.get(client) ?? 0) >= MOST_OF_ONE)
    return new Response(null, { status: 503, headers: { 'retry-after': '30', 'cache-control': 'no-store' } })
  counts.set(client, (counts.get(client) ?? 0) + 1)
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const text = new TextEncoder()
      let isOver = false
      const say: Say = (event) => {
        if (!isOver) controller.enqueue(text.encode(`${event}\n\n`))
      }
      const leave = joinHub(officeId, say)
      const beat = setInterval(() => say('event: beat\ndata: here'), BEAT_MS)
      const end = () => {
        if (isOver) return
        stop()
        controller.close()
      }
      stop = () => {
        if (isOver) return
        isOver = true
        leave()
        clearInterval(beat)
        signal.removeEventListener('abort', end)
        const left = (counts.get(client) ?? 1) - 1
        if (left > 0) counts.set(client, left)
        else counts.delete(client)
      }
      signal.addEventListener('abort', end, { once: true })
      say(`retry: ${RETRY_MS}\nevent: beat\ndata: opened`)
      // A reading that fails is made up for by the next change, or by the screen that asks by itself.
      readBoard(officeId).then(say, () => {})
      if (signal.aborted) end()
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: HEADERS })
}

async function readBoard(officeId: string): Promise<string> {
  const queue = await freshHall(officeId)
  return `event: board\ndata: ${JSON.stringify(boardOf(queue?.tickets ?? [], new Date()))}`
}

function joinHub(officeId: string, say: Say): () => void {
  const hubs = once('hall hubs', () => new Map<string, Hub>())
  const hub = hubs.get(officeId) ?? openHub(officeId)
  hubs.set(officeId, hub)
  hub.viewers.add(say)
  return () => {
    hub.viewers.delete(say)
    if (hub.viewers.size > 0) return
    hub.stop()
    if (hubs.get(officeId) === hub) hubs.delete(officeId)
  }
}

function openHub(officeId: string): Hub {
  const viewers = new Set<Say>()
  let gathering: NodeJS.Timeout | undefined
  const unwatch = watchDesk(officeId, () => {
    gathering ??= setTimeout(() => {
      gathering = undefined
      readBoard(officeId).then(
        (board) => {
          for (const say of viewers) say(board)
        },
        () => {},
      )
    }, GATHER_MS)
  })
  const stop = () => {
    unwatch()
    clearTimeout(gathering)
  }
  return { viewers, stop }
}
