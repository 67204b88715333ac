import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { databaseAddress } from './address.ts'
import { once } from './once.ts'

/** An ear of this process for one channel of the database. */
export interface Hearing {
  /**
   * Calls with each word, and with nothing when it begins to hear and after a gap: words may have been lost until then.
   * Returns how to stop.
   */
  readonly on: (heard: (word: string | undefined) => void) => () => void
  readonly end: () => Promise<void>
}

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000

/**
 * Hears the notifications of a channel, for everybody in this process, on one connection of its own. A connection that
 * breaks is opened anew, with longer and longer pauses.
 */
export function listen(channel: 'desk'): Hearing {
  return once(`hearing ${channel}`, () => {
    const emitter = new EventEmitter().setMaxListeners(0)
    const gone = new AbortController()
    const running = stayConnected(channel, gone.signal, (word) => emitter.emit('word', word))
    return {
      on: (heard) => {
        emitter.on('word', heard)
        return () => emitter.off('word', heard)
      },
      end: () => {
        gone.abort()
        return running
      },
    }
  })
}

async function stayConnected(
  channel: string,
  gone: AbortSignal,
  say: (word: string | undefined) => void,
): Promise<void> {
  for (let pause = FIRST_PAUSE_MS; !gone.aborted; ) {
    const heard = await hearOut(channel, gone, say)
    pause = heard ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
    await sleep(pause, undefined, { ref: false, signal: gone }).catch(() => {})
  }
}

/** One connection, until it ends; whether it heard at all. */
async function hearOut(
  channel: string,
  gone: AbortSignal,
  say: (word: string | undefined) => void,
): Promise<boolean> {
  const client = new Client({
    connectionString: databaseAddress(),
    application_name: 'yueding listening',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  })
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  // Without a listener a broken connection would end the process; `end` follows.
  client.on('error', () => {})
  client.on('notification', ({ payload }) => say(payload))
  const stop = () => void client.end().catch(() => {})
  gone.addEventListener('abort', stop, { once: true })
  try {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    say(undefined)
    await ended
    return true
  } catch {
    await client.end().catch(() => {})
    return false
  } finally {
    gone.removeEventListener('abort', stop)
  }
}
