import { watchDesk } from '#lib/desk/watch-desk.ts'

const BEAT_MS = 15_000
const RECHECK_MS = 1_000
/** Many changes of the same moment are one reason to look again. */
const GATHER_MS = 100
/** News cost a reading of the day: after some were told, the next wait so long. They are still there within the second. */
const REST_MS = 400
/** Screens of an office are told in step, so that they share a reading although each has rested for itself. */
const STEP_MS = 50
const RETRY_MS = 2_000

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Without `no-transform` the answer would be packed, and packed means kept back.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const text = new TextEncoder()

/** News that many screens are told in the same words, packed once. */
const packed = new WeakMap<object, Uint8Array>()

function pack(news: object): Uint8Array {
  const ready = packed.get(news) ?? text.encode(`event: day\ndata: ${JSON.stringify(news)}\n\n`)
  packed.set(news, ready)
  return ready
}

/** From now until the next common step that is at least so far away. */
function inStep(wait: number): number {
  return wait + STEP_MS - ((performance.now() + wait) % STEP_MS)
}

/**
 * Server-sent events of an office: `desk` whenever its queue has changed, and once at the beginning, since something may
 * have changed between the drawing of the page and this; nothing about anybody is in them. Where `tell` is given, its news
 * come instead, one at a time, and once at the beginning. Whether the viewer still may is asked every second; who no
 * longer may hears `gone`, and the stream ends.
 */
export function streamDesk(wish: {
  readonly officeId: string
  readonly stillMay: () => Promise<boolean>
  readonly tell?: (() => Promise<object | undefined>) | undefined
  readonly signal: AbortSignal
}): Response {
  const { officeId, stillMay, tell, signal } = wish
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (line: string) => controller.enqueue(text.encode(`${line}\n\n`))
      let isOver = false
      let gathering: NodeJS.Timeout | undefined
      let again = false
      let rested = 0
      const news = async (telling: NonNullable<typeof tell>) => {
        // What cannot be read now is told with the next change.
        const told = await telling().catch(() => undefined)
        if (told && !isOver) controller.enqueue(pack(told))
      }
      const change = () => {
        if (isOver) return
        again = gathering !== undefined
        const wait = tell ? inStep(Math.max(GATHER_MS, rested - performance.now())) : GATHER_MS
        gathering ??= setTimeout(async () => {
          again = false
          if (tell) await news(tell)
          else say('event: desk\ndata: changed')
          gathering = undefined
          rested = performance.now() + REST_MS
          if (again) change()
        }, wait)
      }
      const unwatch = watchDesk(officeId, change)
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
      say(`retry: ${RETRY_MS}\nevent: desk\ndata: ${tell ? 'opened' : 'changed'}`)
      if (signal.aborted) end()
      else if (tell) change()
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: HEADERS })
}
