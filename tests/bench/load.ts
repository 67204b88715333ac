import { connect, type Socket } from 'node:net'
import { bookingRequests, type LoadOrder, type LoadReport, readRequest } from './load-order.ts'

// The load generator: a process of its own that does as little as it can, since it shares the machine with what it
// measures. It talks HTTP/1.1 over raw sockets that are kept open, and sends requests that were built beforehand.

const order = JSON.parse(process.argv[2] ?? '{}') as LoadOrder
const requests = 'book' in order ? bookingRequests(order) : undefined
const read = 'read' in order ? readRequest(order) : undefined

const statuses = new Map<string, number>()
const latencies: number[] = []
let sent = 0
let measuring = false
let ending = false
let refusal: string | undefined

function nextRequest(): Buffer | undefined {
  return read ?? requests?.[sent]
}

function serve(socket: Socket): void {
  let pending = ''
  let startedAt = 0
  const send = () => {
    const request = ending ? undefined : nextRequest()
    if (!request) return void socket.end()
    sent += 1
    startedAt = performance.now()
    socket.write(request)
  }
  socket.setNoDelay(true)
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    pending = pending ? pending + chunk : chunk
    const head = pending.indexOf('\r\n\r\n')
    if (head < 0 || pending.length < head + 4 + lengthOf(pending, head)) return
    const status = pending.slice(9, 12)
    if (!status.startsWith('2')) refusal ??= pending
    if (measuring) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      latencies.push(performance.now() - startedAt)
    }
    pending = ''
    send()
  })
  socket.on('connect', send)
  socket.on('error', (fault) => {
    throw fault
  })
}

function lengthOf(response: string, head: number): number {
  const at = response.indexOf('ontent-Length: ')
  return at < 0 || at > head ? 0 : Number.parseInt(response.slice(at + 15, at + 25), 10)
}

for (let count = 0; count < order.connections; count += 1) serve(connect(order.port, '127.0.0.1'))

setTimeout(() => {
  measuring = true
  const start = performance.now()
  setTimeout(() => {
    measuring = false
    ending = true
    report((performance.now() - start) / 1000)
  }, order.seconds * 1000)
}, order.warmUpSeconds * 1000)

function report(seconds: number): void {
  latencies.sort((one, other) => one - other)
  const at = (part: number) => latencies[Math.floor(latencies.length * part)] ?? 0
  const told: LoadReport = {
    perSecond: latencies.length / seconds,
    statuses: Object.fromEntries(statuses),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    ...(refusal === undefined ? {} : { refusal }),
    ranOut: requests !== undefined && sent >= requests.length,
  }
  process.stdout.write(JSON.stringify(told))
  setTimeout(() => process.exit(), 300)
}
