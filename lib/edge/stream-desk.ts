import { watchDesk } from '#lib/desk/watch-desk.ts'

const BEAT_MS = 15_000
const RECHECK_MS = 1_000
/** Many changes of the same moment are one reason to look again. */
const GATHER_MS = 100
const RETRY_MS = 2_000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Without `no-transform` the answer would be packed, and packed means kept back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * Server-sent events of an office: `desk` whenever its queue has changed, and once at the beginning, so that whoever
 * comes back looks again; nothing about anybody is in them. Whether the viewer still may is asked every second; who no
 * longer may hears `gone`, and the stream ends.
 */
export function streamDesk(wish: {
  readonly officeId: string
  readonly stillMay: () => Promise<boolean>
  readonly signal: AbortSignal
}): Response {
  const { officeId, stillMay, signal } = wish
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const text = new TextEncoder()
      const say = (line: string) => controller.enqueue(text.encode(`${line}\n\n`))
      let isOver = false
      let gathering: NodeJS.Timeout | undefined
      const unwatch = watchDesk(officeId, () => {
        gathering ??= setTimeout(() => {
          gathering = undefined
          say('event: desk\ndata: changed')
        }, GATHER_MS)
      })
      const beat = setInterval(() => say(': still here'), BEAT_MS)
      const recheck = setInterval(async () => {
        // Whom the database cannot vouch for does not go on watching.
        if (await stillMay().catch(() => false)) return
        if (!isOver) say('event: gone\ndata: over')
        end()
      }, RECHECK_MS)
      stop = () => {
        isOver = true
        unwatch()
        clearTimeout(gathering)
        clearInterval(beat)
        clearInterval(recheck)
        signal.removeEventListener('abort', end)
      }
      const end = () => {
        if (isOver) return
        stop()
        controller.close()
      }
      signal.addEventListener('abort', end, { once: true })
      say(`retry: ${RETRY_MS}\nevent: desk\ndata: opened`)
      if (signal.aborted) end()
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: HEADERS })
}
