import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { listOfflineDay } from '#lib/desk/list-offline-day.ts'
import { reconcileOffline } from '#lib/desk/reconcile-offline.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { digestText } from '#lib/domain/offline.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from '../booking/fixtures/booked.ts'
import { type Desk, plantDesk, TODAY, todayAt } from './fixtures/desk.ts'
import { noted } from './fixtures/noted.ts'

const { pool } = await openTestDatabase()

describe('the list for a workstation', () => {
  test('holds no code, no name and no document, and finds a code all the same', async () => {
    const desk = await plantDesk(pool)
    const { code, first, second, mark } = await noted(pool, desk)
    const wish = { actor: desk.clerk, officeId: desk.officeId, now: todayAt('09:40') }
    const kit = accepted(await listOfflineDay(pool, wish))
    const said = JSON.stringify(kit)
    for (const { party } of [first, second])
      for (const secret of [party.name, party.documentNumber, party.phone]) expect(said).not.toContain(secret)
    expect(said).not.toContain(code)
    const digest = createHash('sha256').update(digestText(kit.day.salt, code)).digest('base64')
    const found = kit.day.entries.find((entry) => entry.digest === digest)
    expect(found).toMatchObject({ id: mark.appointmentId, startTime: '10:00', here: [], isOpen: true })
    expect(kit.day).toMatchObject({ date: TODAY, madeAt: wish.now.toISOString() })
    accepted(await reconcileOffline(pool, { ...wish, marks: [mark], now: todayAt('10:30') }))
    const after = accepted(await listOfflineDay(pool, { ...wish, now: todayAt('10:40') }))
    expect(after.day.entries[0]).toMatchObject({ here: [1, 2], number: 'A001' })
  })

  test('is closed by a key of one person, office and day', async () => {
    const [desk, other] = [await plantDesk(pool), await plantDesk(pool)]
    const secretOf = async ({ officeId }: Desk, actor: StaffActor, now = todayAt('09:40')) =>
      accepted(await listOfflineDay(pool, { actor, officeId, now })).secret
    const own = await secretOf(desk, desk.clerk)
    expect(Buffer.from(own, 'base64')).toHaveLength(32)
    expect(await secretOf(desk, desk.clerk, todayAt('17:00'))).toBe(own)
    const others = await Promise.all([
      secretOf(desk, desk.senior),
      secretOf(other, other.clerk),
      secretOf(desk, desk.clerk, new Date(todayAt('09:40').getTime() + 86_400_000)),
    ])
    expect(new Set([own, ...others]).size).toBe(4)
  })
})
