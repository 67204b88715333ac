import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { env } from '#lib/env.ts'
import { distrustHeaders } from './distrust-headers.ts'
import { onStop, say } from './life.ts'
import { nameClient } from './name-client.ts'
import { refuseWrite } from './refuse-write.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { timeAnswer } from './time-answer.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** Who answers below which path; the first match wins. */
export interface Door {
  readonly prefix: string
  readonly listener: Listener
  /** A door may leave single requests below it to the next one. */
  readonly takes?: (request: IncomingMessage) => boolean
  /** It writes `answerHeaders` itself. PERF: all headers in one call, instead of one by one. */
  readonly bringsHeaders?: boolean
}

/** Opens the doors on HOST and PORT; returns once requests are answered. */
export async function serveHttp(doors: Door[]): Promise<void> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(doors, request, response).catch((error) => fail(response, error))
  })
  await listen(server)
  onStop(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    // Whoever is being answered gets a moment, then the line is cut.
    setTimeout(() => server.closeAllConnections(), 1500).unref()
    await closed
  })
}

async function answer(doors: Door[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  timeAnswer(request, response)
  distrustHeaders(request)
  nameClient(request)
  const path = request.url?.split('?', 1)[0] ?? '/'
  const door = doors.find(
    ({ prefix, takes }) =>
      (prefix === '/' || path === prefix || path.startsWith(`${prefix}/`)) && (takes?.(request) ?? true),
  )
  if (!door?.bringsHeaders) setSecurityHeaders(request, response, path)
  const refused = door?.prefix === '/' ? refuseWrite(request) : undefined
  if (refused)
    response.writeHead(refused, { 'Content-Type': 'text/plain', Connection: 'close' }).end('Refused\n')
  else if (door) await door.listener(request, response)
  else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')
}

// The cause may hold personal data, so it goes neither to the visitor nor, beyond its kind, to the log.
function fail(response: ServerResponse, error: unknown): void {
  const where =
    error instanceof Error ? `${error.name}\n${error.stack?.split('\n').slice(-6).join('\n')}` : ''
  process.stderr.write(`A request failed outside of its own error handling: ${where}\n`)
  if (response.headersSent) response.destroy()
  else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal error\n')
}

/**
 * Waits for the port when it is taken: after a hard kill the server before us may need a moment to end. Throws a
 * sentence when it stays taken.
 */
export async function waitForPort(): Promise<void> {
  const probe = createServer()
  await listen(probe)
  await new Promise((resolve) => probe.close(resolve))
}

async function listen(server: Server): Promise<void> {
  for (let waited = 0; ; waited += 1) {
    const refusal = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve)
      server.listen(env.port, env.host, () => resolve(undefined))
    })
    server.removeAllListeners('error').removeAllListeners('listening')
    if (!refusal) return
    if (refusal.code !== 'EADDRINUSE' || waited === 12) throw explain(refusal)
    if (waited === 0)
      say(`Port ${env.port} is in use; waiting a few seconds in case it is just being given back.`)
    await sleep(500)
  }
}

function explain({ code, message }: NodeJS.ErrnoException): Error {
  switch (code) {
    case 'EADDRINUSE':
      return new Error(`Port ${env.port} is used by another program. Stop it, or set PORT to another number.`)
    case 'EACCES':
      return new Error(`Port ${env.port} may not be opened by this user. Set PORT to a number above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`The setting HOST is "${env.host}"; this machine has no such address.`)
    default:
      return new Error(message)
  }
}
