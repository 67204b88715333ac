// A channel's server that hears of changes. Needs Node 24 and nothing else:
//
//   WEBHOOK_SECRET=whsec_… PORT=4000 node docs/examples/receive-webhook.ts
//
// The signatures follow the open specification Standard Webhooks (https://www.standardwebhooks.com), which has ready
// libraries for most languages; what they do is written out here.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'

const { WEBHOOK_SECRET = '', PORT = '4000' } = process.env
const KEY = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64')
const TOLERANCE_SECONDS = 5 * 60

interface Notice {
  readonly id: string
  readonly event: string
  readonly at: string
  /** Absent in a trial. */
  readonly appointment?: {
    readonly code: string
    readonly status: string
    readonly date: string
    readonly start: string
  }
}

// In earnest: a table with a unique column, written in the transaction of the work itself.
const seen = new Set<string>()

createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  if (!isGenuine(request.headers, body)) {
    response.writeHead(400).end()
    return
  }
  const notice: Notice = JSON.parse(body)
  // The same message may come twice: when our answer was lost, or when the sender was cut off before it could note it.
  if (!seen.has(notice.id)) {
    seen.add(notice.id)
    act(notice)
  }
  response.writeHead(204).end()
}).listen(Number(PORT), () => console.log(`listening on ${PORT}`))

/** Tell your user, refresh your list: answer within five seconds, so leave long work to a queue of yours. */
function act({ event, appointment }: Notice): void {
  console.log([event, appointment?.code, appointment?.date, appointment?.start].filter(Boolean).join(' '))
}

/** Signed with our secret, over the very bytes that came, and not long ago. */
function isGenuine(headers: IncomingHttpHeaders, body: string): boolean {
  const timestamp = Number(headers['webhook-timestamp'])
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= TOLERANCE_SECONDS)) return false
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', KEY).update(signed).digest()
  // There may be several, separated by spaces; one that fits is enough.
  return String(headers['webhook-signature'])
    .split(' ')
    .some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
      return (
        signature.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
      )
    })
}
