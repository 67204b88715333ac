import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { bookForCouple } from '#lib/desk/book-for-couple.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import {
  acceptCouple,
  keptSlot,
  noonOf,
  officeOfVisits,
  plantLaw,
  slotOn,
} from '../booking/fixtures/accepted-case.ts'
import { couple } from '../booking/fixtures/couples.ts'
import { staffOf } from './fixtures/desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

test('the visit for a certificate is booked by telephone for the two of the case alone, inside the window', async () => {
  const office = await officeOfVisits(pool)
  const { two, caseId } = await acceptCouple(pool, office)
  const book = ({ first, second }: typeof two, day: string, together = false) =>
    bookForCouple(pool, {
      actor: staffOf(office.officeId),
      input: {
        slotId: slotOn(office, day),
        service: 'DIVORCE_CERTIFICATE',
        parties: [first.party, second.party],
      },
      together,
      key: randomUUID(),
      locale: 'zh-CN',
      now: noonOf('2026-09-02'),
    })
  expect(await book(two, '2026-11-10')).toMatchObject({ reason: 'outside-legal-window' })
  expect(await book(couple(), '2026-10-12')).toMatchObject({ reason: 'outside-legal-window' })
  expect(await book({ first: two.first, second: couple().second }, '2026-10-12')).toMatchObject({
    errors: [{ reason: 'other-than-case' }],
  })
  expect(await book(two, '2026-10-12', true)).toMatchObject({ ok: true, value: { status: 'confirmed' } })
  expect(await keptSlot(pool, caseId)).toBeUndefined()
  expect(await book(two, '2026-10-13')).toMatchObject({ reason: 'already-booked' })
})
