import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { settleOffers } from '#lib/capacity/settle-offers.ts'
import { takeKeptTime } from '#lib/capacity/take-kept-time.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import type { ChangeChoice } from '#lib/domain/capacity-change.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { type Booked, cancel, confirm, move } from '../booking/fixtures/booked.ts'
import { bookingOf, couple } from '../booking/fixtures/couples.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import {
  ANSWER_BY,
  closing,
  lookAndMake,
  plantRuled,
  type RuledOffice,
  withWindows,
} from './fixtures/office.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

const DAYS = ['2026-11-30', '2026-12-01', '2026-12-02'] as const
const TIMES = ['09:00', '09:30'] as const
const RUNS = 6

type Step =
  | { readonly do: 'book' | 'cancel' | 'take' | 'move'; readonly who: number; readonly at: number }
  | { readonly do: 'windows'; readonly count: number; readonly choice: ChangeChoice }
  | { readonly do: 'close' | 'stop' | 'reopen'; readonly day: number; readonly choice: ChangeChoice }
  | { readonly do: 'deadline' }

const who = fc.nat(20)
const at = fc.nat(5)
const choice = fc.constantFrom<ChangeChoice[]>('move', 'keep', 'cancel')
const day = fc.nat(DAYS.length - 1)
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('book' as const), who, at }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('cancel' as const, 'take' as const, 'move' as const),
        who,
        at,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('windows' as const),
        count: fc.integer({ min: 0, max: 3 }),
        choice,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('close' as const, 'stop' as const, 'reopen' as const),
        day,
        choice,
      }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'deadline' as const }) },
  ),
  { minLength: 12, maxLength: 18, size: 'max' },
)

/** What the rules say, in the smallest words. */
interface Rules {
  windows: number
  readonly closed: Map<string, 'closed' | 'stopped'>
}

// Whatever the office changes and whatever couples do meanwhile: what is shown beforehand is what is done, every counter
// is the seats behind it, and no time takes anybody beyond what was honoured.
test('rules, closures, bookings and moves: preview is act, and capacity is taken and free', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const office = await plantRuled(pool, { windows: 2, services: ['MARRIAGE'] })
      const rules: Rules = { windows: 2, closed: new Map() }
      const booked: Booked[] = []
      for (const step of story) {
        await take(office, rules, booked, step)
        await agree(office, rules)
      }
    }),
    { numRuns: RUNS },
  )
})

async function take(office: RuledOffice, rules: Rules, booked: Booked[], step: Step): Promise<void> {
  switch (step.do) {
    case 'book': {
      const each = couple()
      const slotId = await office.slotAt(DAYS[step.at % 3] ?? DAYS[0], TIMES[step.at % 2])
      const made = await bookAppointment(pool, bookingOf(each, slotId))
      if (!made.ok) return
      const one = { ...each, code: made.value.code, partnerCode: made.value.partnerCode ?? '' }
      if (step.who % 2 === 0) await confirm(pool, one, one.second)
      booked.push(one)
      return
    }
    case 'cancel':
    case 'take':
    case 'move': {
      const one = booked[step.who % Math.max(1, booked.length)]
      if (!one) return
      if (step.do === 'cancel') await cancel(pool, one, one.first)
      else if (step.do === 'take')
        await takeKeptTime(pool, { actor: one.second.actor, code: one.code, now: NOW })
      else
        await move(
          pool,
          one,
          one.first,
          await office.slotAt(DAYS[step.at % 3] ?? DAYS[0], TIMES[step.at % 2]),
        )
      return
    }
    case 'windows':
      rules.windows = step.count
      return change(office, await withWindows(pool, office, step.count), step.choice)
    case 'close':
    case 'stop': {
      const date = DAYS[step.day] ?? DAYS[0]
      if (rules.closed.has(date)) return
      const mode = step.do === 'close' ? 'closed' : 'stopped'
      rules.closed.set(date, mode)
      return change(office, closing({ from: date, mode }), step.choice)
    }
    case 'reopen': {
      const date = DAYS[step.day] ?? DAYS[0]
      const { rows } = await pool.query('SELECT id FROM closure WHERE office_id = $1 AND "from" = $2', [
        office.officeId,
        date,
      ])
      if (!rows[0]) return
      rules.closed.delete(date)
      return change(office, { kind: 'reopening', closureId: rows[0].id }, step.choice)
    }
    case 'deadline':
      await settleOffers(pool, ANSWER_BY)
  }
}

async function change(
  office: RuledOffice,
  wish: Parameters<typeof lookAndMake>[2],
  chosen: ChangeChoice,
): Promise<void> {
  const { picture, changeId } = await lookAndMake(pool, office, wish, { choice: chosen, answerBy: ANSWER_BY })
  const { rows } = await pool.query(
    'SELECT appointment_id AS id FROM changed_appointment WHERE change_id = $1 ORDER BY position',
    [changeId],
  )
  expect(rows.map(({ id }) => id)).toEqual(picture.affected.map(({ appointmentId }) => appointmentId))
  await workThroughChange(pool, changeId, NOW)
}

/** Every slot says what the rules say, at least what is honoured, and counts what stands behind it. */
async function agree(office: RuledOffice, rules: Rules): Promise<void> {
  expect(await findUnbalancedSlots(pool)).toEqual([])
  const { rows } = await pool.query<{ date: string; capacity: number; taken: number; open: boolean }>(
    'SELECT date::text AS date, capacity, taken, open FROM slot WHERE office_id = $1 AND date = ANY($2::date[])',
    [office.officeId, DAYS],
  )
  for (const { date, capacity, taken, open } of rows) {
    const closed = rules.closed.get(date)
    const planned = closed === 'stopped' ? 0 : rules.windows
    if (closed === 'closed') expect(open).toBe(false)
    else if (open) expect(capacity).toBeGreaterThanOrEqual(Math.max(planned, taken))
    else expect(rules.windows).toBe(0)
  }
}
