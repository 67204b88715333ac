// The whole way of an appointment, as a channel's server goes it. Needs Node 24 and nothing else:
//
//   BASE=http://localhost:3000 KEY=yd_… node docs/examples/book-move-cancel.ts
//
// The two people do not exist. Your server puts here whom it has verified by real name, never what a client sends.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

const { BASE = 'http://localhost:3000', KEY = '', OFFICE = 'chengdu-jinjiang' } = process.env
const TRIES = 5

const HIM = {
  name: 'Luo Yunzhou',
  documentType: 'RESIDENT_ID',
  documentNumber: '440000199204050054',
  phone: '13000002000',
}
const HER = {
  name: 'He Qingyu',
  documentType: 'RESIDENT_ID',
  documentNumber: '440000199306110062',
  phone: '13000002001',
}

interface Appointment {
  readonly code: string
  readonly status: string
  readonly partnerCode?: string
}
interface Availability {
  readonly days: readonly {
    readonly date: string
    readonly slots: readonly { readonly id: number; readonly start: string; readonly remaining: number }[]
  }[]
}

const { days } = await read<Availability>(`/offices/${OFFICE}/availability?service=MARRIAGE`)
const free = days.flatMap(({ date, slots }) =>
  slots.filter(({ remaining }) => remaining > 0).map(({ id, start }) => ({ id, date, start })),
)
const [first, second] = [free.at(-1), free.at(-2)]
if (!first || !second) throw new Error('nothing is free')

const booked = await write<Appointment>('/appointments', {
  slotId: first.id,
  service: 'MARRIAGE',
  parties: [
    { ...HIM, partyType: 'MAINLAND' },
    { ...HER, partyType: 'MAINLAND' },
  ],
  onBehalfOf: HIM,
})
tell('booked', booked, first)

// He hands her the partner code; she agrees herself, verified by you, by another channel or on our pages.
const { partnerCode } = booked
tell('agreed', await change('confirm', { partnerCode, onBehalfOf: HER }), first)

// A move of what both had agreed to asks the other again; until she answers, the first time stays theirs.
const moved = await change('move', { slotId: second.id, onBehalfOf: HIM })
tell('moved', moved, second)
tell('agreed', await change('confirm', { partnerCode: moved.partnerCode, onBehalfOf: HER }), second)

tell('cancelled', await change('cancel', { reason: 'We are moving away', onBehalfOf: HER }), second)

function change(step: 'confirm' | 'move' | 'cancel', body: object): Promise<Appointment> {
  return write<Appointment>(`/appointments/${booked.code}/${step}`, body)
}

function tell(what: string, { code, status }: Appointment, time: { date: string; start: string }): void {
  console.log(`${what} ${code} ${status} ${time.date} ${time.start}`)
}

async function read<Answer>(path: string): Promise<Answer> {
  return answerOf<Answer>(await fetch(`${BASE}/api/v1${path}`))
}

/** The key is made before the first try and kept for every other: sent twice, it still happens once. */
async function write<Answer>(path: string, body: object): Promise<Answer> {
  const headers = {
    Authorization: `Bearer ${KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  }
  for (let attempt = 1; ; attempt += 1) {
    const asked = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${BASE}/api/v1${path}`, asked).catch(() => undefined)
    const tryAgain = !answer || answer.status === 429 || answer.status >= 500
    if (!tryAgain || attempt === TRIES) return answerOf<Answer>(answer)
    await sleep(Number(answer?.headers.get('retry-after') ?? attempt) * 1000)
  }
}

/** Programs decide by `reason`, which never changes; `title` and `detail` are for people. */
async function answerOf<Answer>(answer: Response | undefined): Promise<Answer> {
  if (!answer) throw new Error('no answer')
  const said = await answer.json()
  if (!answer.ok) throw new Error(`${said.reason} ${JSON.stringify(said.errors ?? [])}`)
  return said as Answer
}
