import { destination, type Logger, pino } from 'pino'
import { env } from './env.ts'

/** Fields that must never reach a log, wherever they turn up; a second net behind "do not log them". */
const PERSONAL = [
  'name',
  'phone',
  'documentNumber',
  'birthDate',
  'partnerCode',
  'code',
  'identity',
  'onBehalfOf',
  'parties',
  'authorization',
  'cookie',
  'body',
]

/**
 * The log of this process: one JSON object a line on standard output, times in UTC. It knows acts, routes, reasons,
 * trace ids and our own ids; never names, numbers, phones or codes. PERF: lines leave in blocks, at the latest after a second.
 */
export const log: Logger = pino(
  {
    level: env.logLevel,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level) => ({ level }) },
    redact: { paths: PERSONAL.flatMap((field) => [field, `*.${field}`]), remove: true },
    serializers: { err: describeFault },
  },
  destination({ fd: 1, sync: false, minLength: 4096, periodicFlush: 1000 }),
)

/** What may be known of a fault: its kind, its place, and its message without anything that was quoted or counted. */
export function describeFault(fault: unknown): Record<string, unknown> {
  if (!(fault instanceof Error)) return { kind: typeof fault }
  const { code, constraint } = fault as { code?: unknown; constraint?: unknown }
  return {
    kind: fault.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    message: withoutValues(fault.message),
    stack: framesOf(fault),
    ...(fault.cause === undefined ? {} : { cause: describeFault(fault.cause) }),
  }
}

// The database quotes the value it stumbled over; a value is where people are.
function withoutValues(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|\([^)]*\)/g, '…')
    .replace(/\d{3,}\w*|[\p{Script=Han}]+/gu, '…')
    .slice(0, 300)
}

function framesOf({ stack }: Error): string[] {
  return (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12)
}
