import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { askHomeVisit } from '#lib/desk/ask-home-visit.ts'
import { raiseAlarm } from '#lib/desk/raise-alarm.ts'
import { takeRoom } from '#lib/desk/take-room.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { agreed, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'
import { INSIDE, NOT_ASKED } from './fixtures/not-asked.ts'
import { walkIn } from './fixtures/queue.ts'
import { plantRoom } from './fixtures/rooms.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const desk = await plantDesk(pool)
const elsewhere = await plantDesk(pool)
const { officeId } = desk
const { code } = await agreed(pool, desk)
const { rows } = await pool.query<{ id: string }>('SELECT id FROM appointment WHERE code = $1', [code])
const [{ id: appointmentId } = { id: '' }] = rows
const { id: ticketId, version } = await walkIn(pool, desk)
const now = todayAt('09:50')
const roomId = await plantRoom(pool, officeId, 'quiet')
const useId = accepted(
  await takeRoom(pool, { actor: desk.clerk, roomId, minutes: 20, now: todayAt('08:00') }),
)
const alarmId = accepted(
  await raiseAlarm(pool, { actor: desk.clerk, officeId, window: '1', now: todayAt('09:40') }),
)
const rated = { ticketId: randomUUID(), version: 0, now }
await pool.query(
  `INSERT INTO rating (ticket_id, office_id, level, locale, rated_at, contact_by, close_by)
   VALUES ($1, $2, 1, 'zh-CN', $3, $4, $4)`,
  [rated.ticketId, officeId, now, TODAY],
)

const two = couple()
const opened = await acceptApplication(pool, {
  officeId,
  receiptNumber: 'LH-2026-000001',
  acceptedOn: calendarDate('2026-11-20'),
  parties: [two.first.party, two.second.party],
  locales: ['zh-CN', 'zh-CN'],
  by: desk.clerk.id,
  now: todayAt('09:00'),
})
if (!opened.ok) throw new Error(`not accepted: ${JSON.stringify(opened)}`)

const step = { ticketId, version, now }
const here = { officeId, now }
const theirCase = { caseId: opened.value.id, at: officeId, now }
const printed = { coolingOffEnd: '', certWindowEnd: '' }
const application = { officeId, receiptNumber: 'LH-2026-000002', acceptedOn: TODAY, people: [], ...printed }

await pool.query(`UPDATE office SET facilities = '{home-visit}' WHERE id = $1`, [officeId])
const asking = await askHomeVisit(pool, {
  actor: desk.clerk,
  officeId,
  input: {
    service: 'REISSUE_MARRIAGE',
    reason: 'age',
    address: '示例路 1 号 101',
    note: '',
    people: [{ name: '王芳', phone: '13900001234' }],
  },
  key: randomUUID(),
  locale: 'zh-CN',
  now,
})
if (!asking.ok) throw new Error(`not asked: ${JSON.stringify(asking)}`)
const visit = { visitId: asking.value.id, version: 0, now }

// Where the car stops is planned by the manager of its office.
const manager = staffOf(officeId, 'office-manager')
const stopId = randomUUID()
await pool.query(
  `INSERT INTO stop (id, office_id, date, opens, closes, place, address, lat, lng)
   VALUES ($1, $2, $3, '09:00', '10:00', '{}', '{}', 30, 110)`,
  [stopId, officeId, TODAY],
)

/** Every verb of the desk that somebody may ask for, with what it is asked. */
const ASKED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'answer-alarm': { alarmId, now },
  'answer-rating': { ...rated, reply: '', close: false },
  'appeal-rating': { ...rated, appeal: '不对' },
  'add-seat': { slotId: desk.slotAt('10:00'), reason: 'urgent', now },
  'add-stop': {
    ...here,
    input: { date: '', opens: '', closes: '', place: '', address: '', position: '' },
  },
  'begin-ticket': step,
  'book-room': { roomId, day: TODAY, time: '16:00', minutes: 20, now },
  'book-for-couple': {
    input: { slotId: desk.slotAt('10:00'), service: 'MARRIAGE', parties: [] },
    together: false,
    key: randomUUID(),
    locale: 'zh-CN',
    now,
  },
  'call-next': { ...here, window: '1' },
  'call-ticket': { ...step, window: '1' },
  'correct-receipt': { ...theirCase, ...printed },
  'describe-entry': { ...here, entry: { id: appointmentId, code, ticket: undefined } },
  'describe-missing': step,
  'describe-refusal': step,
  'end-home-visit': { ...visit, end: 'withdrawn', reason: '' },
  'enter-application': { application: { ...application, code: 'none' }, now },
  'estimate-waits': here,
  'find-arrival': { ...here, query: { by: 'text', text: code } },
  'find-entry': { ...here, date: calendarDate(TODAY), id: appointmentId },
  'find-referral': { ticketId, now },
  'finish-ticket': { ...step, outcome: 'registered' },
  'forward-ticket': { ...step, window: '2' },
  'free-room': { useId, now },
  'give-ticket': { ...here, service: 'MARRIAGE', people: 2, locale: 'zh-CN', greenChannel: false },
  'issue-certificate': { ...theirCase, certificates: ['', ''], isVoluntary: true },
  'leave-ticket': step,
  'list-alarms': here,
  'list-cases': { ...here, list: 'open', page: 1 },
  'list-free-times': { ...here, service: 'MARRIAGE' },
  'list-home-visits': here,
  'list-route': { ...here, day: calendarDate(TODAY) },
  'list-day': { ...here, date: calendarDate(TODAY) },
  'list-windows': here,
  'list-own-ratings': here,
  'list-later-rooms': here,
  'list-rooms': here,
  'miss-ticket': step,
  'name-couple': theirCase,
  'offer-rating': { ticketId, now },
  'park-ticket': step,
  'print-day': { ...here, date: calendarDate(TODAY) },
  'raise-alarm': { ...here, window: '1' },
  'plan-home-visit': { ...visit, visitOn: '', startTime: '', staffIds: [] },
  'print-route': { ...here, day: calendarDate(TODAY) },
  'propose-application': { application: { ...application, code: 'none' }, now },
  'recall-ticket': step,
  'record-arrival': { ...here, code, roles: [1, 2] },
  'record-miss': { ...here, code, roles: [1, 2] },
  'refer-to-talk': step,
  'remove-stop': { stopId, now },
  'reopen-ticket': { ...step, window: '1' },
  'return-ticket': step,
  'reveal-person': { ...here, appointmentId, role: 1, reason: 'check-document' },
  'reveal-walk-in': { ...here, ticketId, reason: 'check-document' },
  'search-cases': { ...here, query: 'LH-2026-000001' },
  'set-green-channel': { ...step, greenChannel: true, reason: 'age' },
  'set-proxy': { ...step, proxy: true },
  'show-case': theirCase,
  'show-ticket': step,
  'show-home-visit': visit,
  'tick-materials': { ...step, seen: [], missing: [] },
  'undo-arrival': step,
  'undo-one-arrival': { ...step, role: 1 },
  'void-miss': { ...here, code },
  'take-room': { roomId, minutes: 20, now },
  'undo-referral': step,
  'withdraw-application': { ...theirCase, role: 1, paper: 'receipt', hasDocument: true },
}

type Verb = (
  database: typeof pool,
  wish: unknown,
) => Promise<{ ok: boolean; reason?: string; errors?: unknown }>

async function ask(name: string, actor: StaffActor) {
  const verb = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const module: Record<string, Verb> = await import(`#lib/desk/${name}.ts`)
  const door = module[verb]
  if (!door) throw new Error(`no ${verb}`)
  return door(pool, { ...ASKED[name], actor })
}

const verbs = globSync('lib/desk/*-*.ts')
  .filter((file) => !file.endsWith('.sql.ts'))
  .map((file) => basename(file, '.ts'))

describe('who may', () => {
  test('every verb of the desk is asked here, or stands inside', () => {
    expect(verbs.filter((name) => !NOT_ASKED.includes(name)).sort()).toEqual(Object.keys(ASKED).sort())
  })

  test.each(Object.keys(ASKED))(
    '%s is refused to staff of another office, to auditors and to admins',
    async (name) => {
      const strangers = [
        elsewhere.clerk,
        staffOf(elsewhere.officeId, 'office-manager'),
        staffOf(officeId, 'auditor'),
        staffOf(officeId, 'city-admin'),
      ]
      for (const actor of strangers)
        expect(await ask(name, actor)).toMatchObject({
          reason: 'not-allowed',
          errors: [{ reason: 'not-in-role' }],
        })
      const { rows } = await pool.query(
        'SELECT count(*)::int AS count FROM ticket_event WHERE staff_id = ANY($1)',
        [strangers.map(({ id }) => id)],
      )
      expect(rows[0].count).toBe(0)
    },
  )

  test.each(Object.keys(ASKED))('%s does not refuse a clerk of the office for who they are', async (name) => {
    expect(JSON.stringify(await ask(name, name.endsWith('-stop') ? manager : desk.senior))).not.toContain(
      'not-in-role',
    )
  })

  test.each(['begin-ticket', 'finish-ticket', 'tick-materials'])(
    '%s knows no ticket of this id',
    async (name) => {
      for (const id of [randomUUID(), 'no-uuid']) {
        const module: Record<string, Verb> = await import(`#lib/desk/${name}.ts`)
        const [door] = Object.values(module)
        expect(await door?.(pool, { ...ASKED[name], actor: desk.clerk, ticketId: id })).toMatchObject({
          reason: 'not-found',
        })
      }
    },
  )

  test('what stands inside is not reached from pages or the API', () => {
    const edges = globSync('{app,lib/api,lib/edge}/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'))
    const open = INSIDE.filter((name) => !['watch-desk', 'refuse-stale', 'view-case-row'].includes(name))
    for (const name of open) expect(edges.filter((source) => source.includes(`desk/${name}.ts`))).toEqual([])
  })
})
