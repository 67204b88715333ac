import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pool } from '#lib/db/pool.ts'
import { DURATION_CLASSES, type Durations, tallies } from '#lib/db/tally.ts'
import { log } from '#lib/log.ts'
import { measureWaiting } from '#lib/numbers/measure-waiting.ts'

const RESOLUTION_MS = 20

/**
 * Answers `/metrics` in the text format of Prometheus, to whoever brings the token. Numbers of this process and of what
 * waits in the database: no person, no office, no address.
 */
export function metricsListener(
  token: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const wanted = digest(`Bearer ${token}`)
  return async ({ headers, method }, response) => {
    if (!timingSafeEqual(digest(headers.authorization ?? ''), wanted)) {
      response
        .writeHead(401, { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'text/plain' })
        .end('Token needed\n')
      return
    }
    const lag = { p50: lagOf(delay.percentile(50)), p99: lagOf(delay.percentile(99)), max: lagOf(delay.max) }
    delay.reset()
    const text = [...ofProcess(lag), ...ofCounts(), ...ofDurations(), ...(await ofDatabase())].join('\n')
    response
      .writeHead(200, {
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        'Cache-Control': 'no-store',
      })
      .end(method === 'HEAD' ? undefined : `${text}\n`)
  }
}

// What is measured is the time between two ticks of the clock that measures.
function lagOf(nanoseconds: number): number {
  return Math.max(0, nanoseconds / 1e9 - RESOLUTION_MS / 1000)
}

// Of equal length, so that they can be compared without telling how far they agree.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function metric(name: string, kind: 'counter' | 'gauge', help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, `${name} ${value}`]
}

function ofProcess(lag: { readonly p50: number; readonly p99: number; readonly max: number }): string[] {
  const { rss, heapUsed } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const { totalCount, idleCount, waitingCount } = pool()
  return [
    ...metric('process_resident_memory_bytes', 'gauge', 'Resident memory.', rss),
    ...metric('nodejs_heap_size_used_bytes', 'gauge', 'Heap in use.', heapUsed),
    ...metric('process_cpu_seconds_total', 'counter', 'Processor time.', (user + system) / 1e6),
    ...metric('process_uptime_seconds', 'gauge', 'Since the start.', process.uptime()),
    ...metric('nodejs_eventloop_lag_p50_seconds', 'gauge', 'Since the last look.', lag.p50),
    ...metric('nodejs_eventloop_lag_p99_seconds', 'gauge', 'Since the last look.', lag.p99),
    ...metric('nodejs_eventloop_lag_max_seconds', 'gauge', 'Since the last look.', lag.max),
    ...metric('yueding_db_connections', 'gauge', 'Connections of the hot paths.', totalCount),
    ...metric('yueding_db_connections_idle', 'gauge', 'Of them free.', idleCount),
    ...metric('yueding_db_waiting', 'gauge', 'Requests that wait for one.', waitingCount),
    ...[...tallies().gauges].flatMap(([name, read]) =>
      metric(`yueding_${name}`, 'gauge', 'As of now.', read()),
    ),
  ]
}

// Which label a count is told by.
const LABELS: Readonly<Record<string, string>> = { bookings: 'outcome', holds: 'outcome', refusals: 'reason' }

function ofCounts(): string[] {
  return [...tallies().counts].flatMap(([name, labels]) => [
    `# HELP yueding_${name}_total Since the start.`,
    `# TYPE yueding_${name}_total counter`,
    ...[...labels].map(
      ([label, count]) => `yueding_${name}_total{${LABELS[name] ?? 'kind'}="${label}"} ${count}`,
    ),
  ])
}

function ofDurations(): string[] {
  const { durations } = tallies()
  return [
    ...histograms('http_request_duration', 'By kind of address.', durations.get('http'), (label) => {
      const [route, status] = label.split(' ')
      return `route="${route}",status="${status}"`
    }),
    ...histograms(
      'job_late',
      'How late timed work began.',
      durations.get('jobs'),
      (label) => `job="${label}"`,
    ),
  ]
}

function histograms(
  of: string,
  help: string,
  found: ReadonlyMap<string, Durations> | undefined,
  labelsOf: (label: string) => string,
): string[] {
  const name = `yueding_${of}_seconds`
  const lines = [...(found ?? [])].flatMap(([label, kept]) => histogram(name, labelsOf(label), kept))
  return [`# HELP ${name} ${help}`, `# TYPE ${name} histogram`, ...lines]
}

function histogram(name: string, labels: string, { classes, sum }: Durations): string[] {
  let below = 0
  const buckets = classes.map((count, index) => {
    below += count
    return `${name}_bucket{${labels},le="${DURATION_CLASSES[index] ?? '+Inf'}"} ${below}`
  })
  return [...buckets, `${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${below}`]
}

// A database that does not answer is itself what has to be seen: then there is its zero and nothing more.
async function ofDatabase(): Promise<string[]> {
  try {
    const { holds, outboxDue, outboxOldest } = await measureWaiting(pool(), new Date())
    return [
      ...metric('yueding_up', 'gauge', 'Whether the database answers.', 1),
      ...metric('yueding_holds_running', 'gauge', 'Seats kept while questions are answered.', holds),
      ...metric('yueding_outbox_due', 'gauge', 'Messages that should have gone out.', outboxDue),
      ...metric('yueding_outbox_oldest_seconds', 'gauge', 'How long the oldest is due.', outboxOldest),
    ]
  } catch (fault) {
    log.warn({ err: fault }, 'the database was not measured')
    return metric('yueding_up', 'gauge', 'Whether the database answers.', 0)
  }
}
