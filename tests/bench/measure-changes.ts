import { randomBytes, randomUUID } from 'node:crypto'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { sealParty } from '#lib/booking/seal-party.ts'
import { makeChange } from '#lib/capacity/make-change.ts'
import { previewChange } from '#lib/capacity/preview-change.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { setDatabaseAddress } from '#lib/db/address.ts'
import { closeConnections } from '#lib/db/close-connections.ts'
import { pool as openPool, type Pool } from '#lib/db/pool.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'
import type { Row } from './row.ts'
import type { World } from './world.ts'

const COUPLES = 1000
const OFFICE = 'bench-changes'

/** A day with a thousand couples is looked at, closed, and everybody on it is moved. */
export async function measureChanges(world: World): Promise<Row[]> {
  Object.assign(process.env, world.keys)
  setDatabaseAddress(world.databaseUrl)
  try {
    return await measure(openPool())
  } finally {
    await closeConnections()
  }
}

async function measure(pool: Pool): Promise<Row[]> {
  const now = new Date()
  const today = shanghaiToday(now)
  const [day, answerOn] = [addDays(today, 14), addDays(today, 7)]
  await plantDay(pool, day, now)
  const grants = [{ role: 'office-manager', scope: 'office', scopeId: OFFICE } as const]
  const actor = mintActor({ kind: 'staff', id: randomUUID(), name: 'bench', grants }) as StaffActor
  const reason = { 'zh-CN': '停电', 'zh-Hant': '停電', en: 'power cut' }
  const change = { kind: 'closure', from: day, until: day, mode: 'closed', reason } as const
  const wish = { actor, officeId: OFFICE, change, now }
  const [preview, seen] = await timed(() => previewChange(pool, wish))
  if (!seen.ok) throw new Error(`no picture: ${seen.reason}`)
  const [act, made] = await timed(() =>
    makeChange(pool, {
      ...{ ...wish, pictureHash: seen.value.hash, choice: 'move' },
      answerBy: instantAt(answerOn, '18:00'),
    }),
  )
  if (!made.ok) throw new Error(`not made: ${JSON.stringify(made)}`)
  const [move, dealt] = await timed(() => workThroughChange(pool, made.value.changeId, now))
  const note = `${seen.value.affected.length} couples, ${dealt} dealt with`
  return [
    {
      what: 'preview of closing a day with 1,000 bookings',
      unit: 'ms',
      measured: preview,
      goal: { most: 1000 },
      note,
    },
    { what: 'the closing itself', unit: 'ms', measured: act, goal: { most: 2000 }, note: 'one transaction' },
    {
      what: 'another place kept for each of them, both told',
      unit: 'ms',
      measured: move,
      goal: { most: 30_000 },
      note,
    },
  ]
}

async function timed<Value>(work: () => Promise<Value>): Promise<[number, Value]> {
  const start = performance.now()
  const value = await work()
  return [Math.round(performance.now() - start), value]
}

/** An office with forty windows for fourteen half hours a day, and a thousand couples on one of its days. */
async function plantDay(pool: Pool, day: string, now: Date): Promise<void> {
  const { officeId, laneId } = await plantOffice(pool, { id: OFFICE, days: [], slotMinutes: 30 })
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, works_on_rest_day, valid_from)
     VALUES ($1, $2, '{1,2,3,4,5,6,7}', '09:00', '16:00', 80, 100, true, '2026-01-01')`,
    [randomUUID(), laneId],
  )
  const today = shanghaiToday(now)
  await materialiseSlots(pool, { from: today, until: addDays(today, 31) }, { officeIds: [officeId], now })
  const { rows: slots } = await pool.query<{ id: number }>(
    'SELECT id FROM slot WHERE lane_id = $1 AND date = $2',
    [laneId, day],
  )
  if (slots.length === 0) throw new Error(`no slots on ${day}`)
  for (let number = 0; number < COUPLES; number += 1) {
    const [id, slotId] = [randomUUID(), slots[number % slots.length]?.id]
    await pool.query(
      `INSERT INTO appointment (id, code, office_id, slot_id, service, status, pool, created_at, confirmed_at)
       VALUES ($1, $2, $3, $4, 'MARRIAGE', 'confirmed', 'public', $5, $5)`,
      [id, appointmentCodeFrom(randomBytes(9)), officeId, slotId, now],
    )
    for (const role of [1, 2]) {
      const person = syntheticPerson(8_000_000 + number * 2 + role)
      await pool.query(
        `INSERT INTO party (appointment_id, role, service, party_type, person_index, sealed, locale, agreed_at)
         VALUES ($1, $2, 'MARRIAGE', 'MAINLAND', $3, $4, 'zh-CN', $5)`,
        [id, role, randomBytes(32), sealParty(id, role, person), now],
      )
    }
    await pool.query('UPDATE slot SET taken = taken + 1, public_taken = public_taken + 1 WHERE id = $1', [
      slotId,
    ])
  }
}
