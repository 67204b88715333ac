import { expect, test, vi } from 'vitest'
import { answerAlarm } from '#lib/desk/answer-alarm.ts'
import { listAlarms } from '#lib/desk/list-alarms.ts'
import { raiseAlarm } from '#lib/desk/raise-alarm.ts'
import { watchDesk } from '#lib/desk/watch-desk.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, staffOf, todayAt } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()

const raise = async (desk: Desk, time = '10:00') =>
  accepted(
    await raiseAlarm(pool, { actor: desk.clerk, officeId: desk.officeId, window: '3', now: todayAt(time) }),
  )

const seen = async (actor: StaffActor, officeId: string, time: string) =>
  accepted(await listAlarms(pool, { actor, officeId, now: todayAt(time) }))

const actsOf = async (officeId: string) =>
  (await pool.query('SELECT act FROM audit_entry WHERE office_id = $1 ORDER BY id', [officeId])).rows.map(
    ({ act }) => act,
  )

test('a call for help is heard by the office at once, shown with its window, and answered by the first', async () => {
  const desk = await plantDesk(pool)
  const elsewhere = await plantDesk(pool)
  const [heard, foreign] = [vi.fn(), vi.fn()]
  const stops = [watchDesk(desk.officeId, heard), watchDesk(elsewhere.officeId, foreign)]
  // All look once when the ear of the process has opened.
  await vi.waitFor(() => expect(foreign).toHaveBeenCalled(), { timeout: 5000, interval: 5 })
  for (const one of [heard, foreign]) one.mockClear()
  const alarmId = await raise(desk)
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 1000, interval: 5 })
  expect(foreign).not.toHaveBeenCalled()
  for (const stop of stops) stop()
  expect(await seen(desk.senior, desk.officeId, '10:00:01')).toMatchObject([
    { id: alarmId, window: '3', raisedBy: desk.clerk.id },
  ])
  expect(await seen(elsewhere.clerk, elsewhere.officeId, '10:00:01')).toEqual([])
  const answers = await Promise.all(
    [desk.senior, staffOf(desk.officeId), staffOf(desk.officeId)].map((actor) =>
      answerAlarm(pool, { actor, alarmId, now: todayAt('10:00:05') }),
    ),
  )
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, false, true])
  // For a moment everybody sees that somebody goes.
  expect(await seen(desk.clerk, desk.officeId, '10:02:04')).toMatchObject([{ id: alarmId }])
  expect(await seen(desk.clerk, desk.officeId, '10:02:05')).toEqual([])
  expect(await actsOf(desk.officeId)).toEqual(['alarm-raised', 'alarm-answered'])
})

test('pressed by mistake it is taken back, and gone at once', async () => {
  const desk = await plantDesk(pool)
  const alarmId = await raise(desk)
  accepted(await answerAlarm(pool, { actor: desk.clerk, alarmId, now: todayAt('10:00:03') }))
  expect(await seen(desk.senior, desk.officeId, '10:00:03')).toEqual([])
  expect(await actsOf(desk.officeId)).toEqual(['alarm-raised', 'alarm-withdrawn'])
})

test('pressed in fright many times it is one call; after an answer it is another', async () => {
  const desk = await plantDesk(pool)
  const ids = await Promise.all(Array.from({ length: 8 }, () => raise(desk)))
  const [alarmId = ''] = ids
  expect(new Set(ids).size).toBe(1)
  expect(await actsOf(desk.officeId)).toEqual(['alarm-raised'])
  accepted(await answerAlarm(pool, { actor: desk.senior, alarmId, now: todayAt('10:01') }))
  expect(await raise(desk, '10:02')).not.toBe(alarmId)
})

test('colleagues of another office can neither see nor answer it', async () => {
  const [desk, elsewhere] = [await plantDesk(pool), await plantDesk(pool)]
  const alarmId = await raise(desk)
  const now = todayAt('10:01')
  for (const result of [
    await answerAlarm(pool, { actor: elsewhere.senior, alarmId, now }),
    await listAlarms(pool, { actor: elsewhere.senior, officeId: desk.officeId, now }),
    await raiseAlarm(pool, { actor: elsewhere.senior, officeId: desk.officeId, window: undefined, now }),
  ])
    expect(result).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
  expect(await seen(desk.senior, desk.officeId, '10:02')).toHaveLength(1)
})

test('who calls again within the moment has one call on the screens, not the answer to the one before', async () => {
  const desk = await plantDesk(pool)
  const first = await raise(desk)
  accepted(await answerAlarm(pool, { actor: desk.senior, alarmId: first, now: todayAt('10:00:10') }))
  const second = await raise(desk, '10:01')
  const ids = async (time: string) =>
    (await seen(desk.senior, desk.officeId, time)).map(({ id, answeredBy }) => ({ id, answeredBy }))
  expect(await ids('10:01:01')).toEqual([{ id: second, answeredBy: undefined }])
  accepted(await answerAlarm(pool, { actor: desk.senior, alarmId: second, now: todayAt('10:01:10') }))
  expect(await ids('10:01:11')).toEqual([{ id: second, answeredBy: desk.senior.id }])
})
