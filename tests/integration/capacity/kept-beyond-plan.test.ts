import { describe, expect, test } from 'vitest'
import { materialiseSlots } from '#lib/booking/materialise-slots.ts'
import { giveTimesBack } from '#lib/capacity/give-times-back.ts'
import { lookAtCalendar } from '#lib/capacity/look-at-calendar.ts'
import { moveStranded } from '#lib/capacity/move-stranded.ts'
import { previewChange } from '#lib/capacity/preview-change.ts'
import { workThroughChange } from '#lib/capacity/work-through-change.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { findUnbalancedSlots } from '#tests/support/find-unbalanced-slots.ts'
import { plantLaw } from '../booking/fixtures/accepted-case.ts'
import { accepted, agreedCouple } from '../booking/fixtures/booked.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import {
  ANSWER_BY,
  closing,
  DAY,
  lookAndMake,
  plantRuled,
  REASON,
  statesOf,
  withWindows,
} from './fixtures/office.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

describe('who was kept beyond the plan', () => {
  const plantKept = async (change: 'fewer windows' | 'closed') => {
    const office = await plantRuled(pool)
    const slotId = await office.slotAt(DAY)
    const codes = [(await agreedCouple(pool, slotId)).code, (await agreedCouple(pool, slotId)).code]
    const less = change === 'closed' ? closing() : await withWindows(pool, office, 1)
    const { changeId } = await lookAndMake(pool, office, less, { choice: 'keep' })
    await workThroughChange(pool, changeId, NOW)
    return { office, codes, kept: await statesOf(pool, changeId) }
  }
  const holidayOn = async () => {
    const before = await readCalendar(pool)
    const after = { ...before, holidays: new Set([...before.holidays, DAY]) }
    return { before, after, changes: [{ date: DAY, from: 'ordinary', to: 'holiday' } as const], now: NOW }
  }

  test('loses the time with everybody else when the day is closed after all', async () => {
    const { office, codes, kept } = await plantKept('fewer windows')
    expect(kept).toMatchObject([{ state: 'kept' }])
    const { picture, changeId } = await lookAndMake(pool, office, closing(), {
      choice: 'move',
      answerBy: ANSWER_BY,
    })
    expect(picture.affected).toHaveLength(2)
    await workThroughChange(pool, changeId, NOW)
    const states = await statesOf(pool, changeId)
    expect(states).toMatchObject([{ state: 'offered' }, { state: 'offered' }])
    expect(states.map(({ code }) => code).sort()).toEqual(codes.sort())
    expect(await findUnbalancedSlots(pool)).toEqual([])
  })

  test.each(['fewer windows', 'closed'] as const)(
    'is moved when the day becomes a holiday: %s',
    async (change) => {
      const { office } = await plantKept(change)
      const { officeId } = office
      const notice = await holidayOn()
      const { concerned } = await lookAtCalendar(pool, notice)
      expect(concerned.find((one) => one.officeId === officeId)).toMatchObject({ couples: 2 })
      // What was promised stands until then.
      await moveStranded(pool, NOW)
      const made = async () =>
        (await pool.query('SELECT id FROM capacity_change WHERE office_id = $1 ORDER BY made_at', [officeId]))
          .rows
      expect(await made()).toHaveLength(1)
      const later = new Date(NOW.getTime() + 60_000)
      await pool.query(
        `INSERT INTO calendar_day (date, kind, name, status, source) VALUES ($1, 'holiday', '{}', 'official', 'test')`,
        [DAY],
      )
      await pool.query(
        `INSERT INTO calendar_import (id, year, source, imported_at, imported_by, changes) VALUES (gen_random_uuid(), 2026, 'test', $1, 'test', $2)`,
        [later, JSON.stringify(notice.changes)],
      )
      try {
        await materialiseSlots(pool, { from: DAY, until: DAY }, { officeIds: [officeId], now: NOW })
        await moveStranded(pool, later)
        await moveStranded(pool, later)
        const [, moved, ...more] = await made()
        expect(more).toEqual([])
        expect(await workThroughChange(pool, moved.id, later)).toBe(2)
        expect(await statesOf(pool, moved.id)).toMatchObject([{ state: 'offered' }, { state: 'offered' }])
      } finally {
        await pool.query('DELETE FROM calendar_day WHERE date = $1', [DAY])
        await pool.query(`DELETE FROM calendar_import WHERE source = 'test'`)
      }
      expect(await findUnbalancedSlots(pool)).toEqual([])
    },
  )
})

test('a day with fewer windows is like any other again: who was to leave it stays', async () => {
  const office = await plantRuled(pool, { windows: 2 })
  const { officeId, laneId, manager: actor } = office
  await agreedCouple(pool, await office.slotAt(DAY))
  await agreedCouple(pool, await office.slotAt(DAY))
  const day = { kind: 'special-day', laneId, date: DAY, reason: REASON } as const
  const hours = [
    { date: DAY, opens: '09:00', closes: '10:00', windows: 1, publicPercent: 100, replaces: true },
  ]
  const fewer = await lookAndMake(pool, office, { ...day, hours }, { choice: 'move', answerBy: ANSWER_BY })
  await workThroughChange(pool, fewer.changeId, NOW)
  expect(await giveTimesBack(pool, NOW)).toBe(0)
  const usual = { ...day, hours: [] }
  const { undone } = accepted(await previewChange(pool, { actor, officeId, change: usual, now: NOW }))
  expect(undone).toEqual({ changeId: fewer.changeId, given: 1, gone: 0 })
  await lookAndMake(pool, office, usual)
  expect(await giveTimesBack(pool, NOW)).toBe(1)
  expect(await statesOf(pool, fewer.changeId)).toMatchObject([{ state: 'kept', day: DAY }])
  expect(await findUnbalancedSlots(pool)).toEqual([])
})
