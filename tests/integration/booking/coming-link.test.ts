import { describe, expect, test } from 'vitest'
import { askStillComing } from '#lib/booking/ask-still-coming.ts'
import { findComing } from '#lib/booking/find-coming.ts'
import { sayComing } from '#lib/booking/say-coming.ts'
import { sayNotComing } from '#lib/booking/say-not-coming.ts'
import { signComing } from '#lib/booking/sign-coming.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { ASKED, askedOn, OTHER, questionsOf, silentOn, TUESDAY } from './fixtures/asked.ts'
import { accepted, confirm, move } from './fixtures/booked.ts'
import { at } from './fixtures/days.ts'

const { pool } = await openTestDatabase()

describe('the link', () => {
  test('opens nothing when any part of it is changed', async () => {
    const { link, code, slotId } = await askedOn(pool, TUESDAY)
    const stranger = await askedOn(pool, TUESDAY)
    const token = link(1)
    const proof = token.split('-').slice(3).join('-')
    const forged = [
      `${code}-2-${slotId}-${proof}`,
      `${stranger.code}-1-${slotId}-${proof}`,
      `${code}-1-${slotId + 1}-${proof}`,
      `${code}-1-0${slotId}-${proof}`,
      `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`,
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      '',
      '…',
    ]
    for (const each of forged) {
      expect(await findComing(pool, each, ASKED), each).toBeUndefined()
      expect(await sayComing(pool, each, ASKED)).toMatchObject({ reason: 'not-found' })
      expect(await sayNotComing(pool, each, ASKED)).toMatchObject({ reason: 'not-found' })
    }
    expect(await findComing(pool, token, ASKED)).toMatchObject({ state: 'asked' })
  })

  test('is over when the appointment begins', async () => {
    const { link } = await askedOn(pool, TUESDAY)
    expect(await findComing(pool, link(1), at(TUESDAY, '08:59:59'))).toMatchObject({
      state: 'asked',
    })
    expect(await findComing(pool, link(1), at(TUESDAY, '09:00:00'))).toBeUndefined()
  })

  test('of the old time opens nothing after a move; the new time is asked about anew, and a yes does not go along', async () => {
    const { office, code, link, people } = await askedOn(pool, TUESDAY)
    const now = at('2026-11-27', '10:00:00')
    accepted(await sayComing(pool, link(1), now))
    const to = office.slotOn(OTHER)
    const { partnerCode = '' } = accepted(await move(pool, { code }, people.first, to, { now }))
    expect(await findComing(pool, link(1), now)).toBeUndefined()
    expect(await sayNotComing(pool, link(2), now)).toMatchObject({ reason: 'not-found' })
    accepted(await confirm(pool, { ...people, code, partnerCode }, people.second, { now }))
    const moved = signComing({ code, role: 1, slotId: to })
    expect(await findComing(pool, moved, now)).toMatchObject({ state: 'unasked' })
    await askStillComing(pool, at('2026-12-01', '09:00:00'))
    expect(await questionsOf(pool, code)).toHaveLength(4)
    expect(await findComing(pool, moved, at('2026-12-01', '09:30:00'))).toMatchObject({ state: 'asked' })
    expect(await silentOn(pool, office, OTHER)).toEqual([{ code, roles: [1, 2] }])
  })

  test('and a yes stand again when a move comes to nothing', async () => {
    const { office, code, link, people } = await askedOn(pool, TUESDAY)
    const now = at('2026-11-27', '10:00:00')
    accepted(await sayComing(pool, link(1), now))
    accepted(await move(pool, { code }, people.first, office.slotOn(OTHER), { now }))
    accepted(await move(pool, { code }, people.first, office.slotOn(TUESDAY), { now }))
    expect(await findComing(pool, link(1), now)).toMatchObject({ state: 'yes' })
    await askStillComing(pool, at('2026-11-30'))
    expect(await questionsOf(pool, code)).toHaveLength(2)
    expect(await silentOn(pool, office)).toEqual([{ code, roles: [2] }])
  })
})
