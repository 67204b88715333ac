import type { Pool } from '#lib/db/pool.ts'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { callTicket } from '#lib/desk/call-ticket.ts'
import { compilePapers } from '#lib/desk/compile-papers.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { recordArrival } from '#lib/desk/record-arrival.ts'
import { tickMaterials } from '#lib/desk/tick-materials.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { tickLines } from '#lib/domain/materials-tick.ts'
import { accept, refuse } from '#lib/domain/refusal.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { demoClerk } from './demo-clerk.ts'
import { DESK_OFFICES, DESK_STORIES, type DeskStory, deskHours, storyTime } from './desk-day-plan.ts'

const MINUTE = 60_000

/** What the desks of the demo have done today until now: the same acts as at any desk, at their times. */
export async function liveDeskDay(pool: Pool, now: Date): Promise<void> {
  for (const officeId of DESK_OFFICES) {
    const desk = { pool, officeId, actor: await demoClerk(pool, officeId), now }
    const codes = await readCodes(pool, officeId, now)
    for (const story of DESK_STORIES) {
      const startTime = storyTime(story, now)
      const code = startTime && codes.get(`${story.service} ${startTime}`)?.shift()
      if (code) await liveStory(desk, story, code, instantAt(deskHours(now).date, startTime))
    }
    await giveTicket(pool, {
      ...desk,
      service: 'REISSUE_MARRIAGE',
      people: 1,
      locale: 'en',
      greenChannel: false,
      name: '冯晓',
      now: minutes(now, -11),
    })
  }
}

interface Desk {
  readonly pool: Pool
  readonly officeId: string
  readonly actor: StaffActor
  readonly now: Date
}

async function liveStory(desk: Desk, { fate, service }: DeskStory, code: string, start: Date): Promise<void> {
  if (fate === 'expected') return
  const { pool, officeId, actor, now } = desk
  const roles = fate === 'one-here' ? [1] : [1, 2]
  const came = earlier(minutes(start, -12), minutes(now, -3))
  const arrived = await recordArrival(pool, {
    ...{ actor, officeId, code, roles, greenChannel: fate === 'green', now: came },
  })
  const { ticket } = must(arrived, 'an arrival')
  if (fate === 'waiting' || fate === 'green' || fate === 'one-here') return
  const windows = await windowsFor(desk, ticket)
  const step = (one: Ticket, at: Date) => ({ actor, ticketId: one.id, version: one.version, now: at })
  const isOver = fate === 'registered' || fate === 'not-accepted'
  const calledAt = isOver ? minutes(start, 1) : minutes(now, fate === 'called' ? -0.5 : -9)
  const [window = ''] = windows
  const called = must(await callTicket(pool, { ...step(ticket, calledAt), window }), 'a call')
  if (fate === 'called') return
  const begun = must(await beginTicket(pool, step(called, minutes(calledAt, 1))), 'a beginning')
  // Of the divorce the papers are still being looked at.
  if (!isOver && service !== 'MARRIAGE') return
  const checkedAt = minutes(calledAt, 4 + (begun.number % 3))
  const lines = tickLines(must(await papersOf(begun, checkedAt), 'a checklist')).map(({ key }) => key)
  const lost = fate === 'not-accepted' ? lines.slice(-1) : []
  const seen = lines.filter((key) => !lost.includes(key))
  const ticked = await tickMaterials(pool, { ...step(begun, checkedAt), seen, missing: lost })
  const { ticket: checked } = must(ticked, 'a look at the papers')
  if (!isOver) return
  const outcome = service === 'MARRIAGE' && fate === 'registered' ? 'registered' : 'not-accepted'
  const finish = { ...step(checked, minutes(start, 13)), outcome, rejection: 'papers-missing' } as const
  must(await finishTicket(pool, finish), 'an end')
}

async function papersOf(ticket: Ticket, now: Date) {
  const papers = await compilePapers(ticket, undefined, now)
  return papers ? accept(papers) : refuse('not-found')
}

/** Free windows for the service, in the order in which they hang. */
async function windowsFor({ pool, officeId }: Desk, { service, date }: Ticket): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT w.name FROM desk_window w WHERE w.office_id = $1 AND w.open AND $2 = ANY(w.services) AND NOT EXISTS (
       SELECT FROM ticket t WHERE t.office_id = w.office_id AND t.date = $3 AND t."window" = w.name AND t.state IN ('called', 'serving'))
     ORDER BY w.position`,
    [officeId, service, date],
  )
  return rows.map(({ name }) => name)
}

/** The codes of today's couples by service and time. */
async function readCodes(pool: Pool, officeId: string, now: Date): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ key: string; code: string }>(
    `SELECT a.service || ' ' || s.start_time AS key, a.code FROM appointment a JOIN slot s ON s.id = a.slot_id
     WHERE a.office_id = $1 AND s.date = $2 AND a.status = 'confirmed' ORDER BY a.code`,
    [officeId, deskHours(now).date],
  )
  const byKey = Map.groupBy(rows, ({ key }) => key)
  return new Map([...byKey].map(([key, own]) => [key, own.map(({ code }) => code)]))
}

function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false },
  what: string,
): Value {
  if (!result.ok) throw new Error(`${what} at the desk of the demo was refused: ${JSON.stringify(result)}`)
  return result.value
}

/** So many minutes from an instant, but never the day before. */
function minutes(at: Date, count: number): Date {
  const midnight = instantAt(shanghaiToday(at), '00:00')
  return new Date(Math.max(at.getTime() + count * MINUTE, midnight.getTime()))
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)
