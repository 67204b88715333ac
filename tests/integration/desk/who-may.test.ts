import { randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { agreed, plantDesk, staffOf, TODAY, todayAt } from './fixtures/desk.ts'
import { walkIn } from './fixtures/queue.ts'

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

/** Every verb of the desk that somebody may ask for, with what it is asked. */
const ASKED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'begin-ticket': step,
  'call-next': { ...here, window: '1' },
  'call-ticket': { ...step, window: '1' },
  'correct-receipt': { ...theirCase, ...printed },
  'describe-entry': { ...here, entry: { id: appointmentId, code, ticket: undefined } },
  'describe-missing': step,
  'describe-refusal': step,
  'enter-application': { application: { ...application, code: 'none' }, now },
  'estimate-waits': here,
  'find-arrival': { ...here, query: { by: 'text', text: code } },
  'finish-ticket': { ...step, outcome: 'registered' },
  'forward-ticket': { ...step, window: '2' },
  'give-ticket': { ...here, service: 'MARRIAGE', people: 2, locale: 'zh-CN', greenChannel: false },
  'issue-certificate': { ...theirCase, certificates: ['', ''], isVoluntary: true },
  'leave-ticket': step,
  'list-cases': { ...here, list: 'open', page: 1 },
  'list-day': { ...here, date: calendarDate(TODAY) },
  'list-windows': here,
  'miss-ticket': step,
  'name-couple': theirCase,
  'park-ticket': step,
  'print-day': { ...here, date: calendarDate(TODAY) },
  'propose-application': { application: { ...application, code: 'none' }, now },
  'recall-ticket': step,
  'record-arrival': { ...here, code, roles: [1, 2] },
  'record-miss': { ...here, code, roles: [1, 2] },
  'reopen-ticket': { ...step, window: '1' },
  'return-ticket': step,
  'reveal-person': { ...here, appointmentId, role: 1, reason: 'check-document' },
  'search-cases': { ...here, query: 'LH-2026-000001' },
  'show-case': theirCase,
  'show-ticket': step,
  'tick-materials': { ...step, seen: [], missing: [] },
  'undo-arrival': step,
  'void-miss': { ...here, code },
  'withdraw-application': { ...theirCase, role: 1, paper: 'receipt', hasDocument: true },
}

/** What is for those who look after many offices; asked of every role in `calendar.test.ts`. */
const OF_ADMINS = ['import-calendar', 'preview-calendar', 'show-calendar']

/** What only stands behind other verbs, or tells nothing of anybody. */
const INSIDE = [
  'accept-application',
  'adopt-notice',
  'compile-papers',
  'find-couple-case',
  'forget-walk-ins',
  'open-gate',
  'read-couple',
  'refuse-at-office',
  'refuse-stale',
  'settle-outcome',
  'take-in',
  'take-step',
  'view-case-row',
  'watch-desk',
]

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
    expect(verbs.filter((name) => ![...INSIDE, ...OF_ADMINS].includes(name)).sort()).toEqual(
      Object.keys(ASKED).sort(),
    )
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
    expect(JSON.stringify(await ask(name, desk.senior))).not.toContain('not-in-role')
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
