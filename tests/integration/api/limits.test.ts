import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, grantChannel, openApiSite, signInBrowser } from './fixtures/api-site.ts'
import { drawCouple, ownWishOf } from './fixtures/couples.ts'

const { pool } = await openTestDatabase()
const { ask } = await openApiSite()

let slot = 0

beforeAll(async () => {
  const { slots } = await plantOffice(pool, { id: 'anji', days: [dayOnOffer()], capacity: 50 })
  slot = slots[0]?.id ?? 0
})

const codes = (count: number) =>
  Array.from({ length: count }, () => appointmentCodeFrom(crypto.getRandomValues(new Uint8Array(9))))

describe('a channel', () => {
  test('of 10 requests a minute gets exactly 10 of a thousand at once', async () => {
    const headers = await grantChannel(pool, { ratePerMinute: 10 })
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask('/services', { headers })))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(10)
    const refused = answers.filter((answer) => answer.status === 429)
    expect(refused).toHaveLength(990)
    for (const { headers: told, json } of refused.slice(0, 5)) {
      expect(Number(told.get('retry-after'))).toBeGreaterThan(0)
      expect(json.reason).toBe('rate-limited')
    }
  })

  test('that has used up its share leaves that of others alone', async () => {
    const headers = await grantChannel(pool, { ratePerMinute: 1 })
    await ask('/services', { headers })
    expect((await ask('/services', { headers })).status).toBe(429)
    expect((await ask('/services', { headers: await grantChannel(pool) })).status).toBe(200)
  })
})

describe('guessing', () => {
  test('codes is over after ten tries, and nothing is found', async () => {
    const headers = await signInBrowser(drawCouple().him)
    const answers = []
    for (const code of codes(30)) answers.push((await ask(`/appointments/${code}`, { headers })).status)
    expect(answers).toEqual([...Array(10).fill(404), ...Array(20).fill(429)])
  })

  test('one code is over after five tries', async () => {
    const headers = await signInBrowser(drawCouple().him)
    const [code = ''] = codes(1)
    const statuses = []
    for (let index = 0; index < 8; index += 1)
      statuses.push((await ask(`/appointments/${code}`, { headers })).status)
    expect(statuses).toEqual([...Array(5).fill(404), ...Array(3).fill(429)])
  })

  test('a thousand at once gets no more tries than one after the other', async () => {
    const headers = await signInBrowser(drawCouple().him)
    const answers = await Promise.all(codes(300).map((code) => ask(`/appointments/${code}`, { headers })))
    expect(answers.filter((answer) => answer.status === 404)).toHaveLength(10)
  })

  test('does not count what is one’s own, however often it is looked at', async () => {
    const couple = drawCouple()
    const headers = await signInBrowser(couple.him)
    const booked = await ask('/appointments', { body: ownWishOf(slot, couple), key: randomUUID(), headers })
    for (let index = 0; index < 20; index += 1) {
      expect((await ask(`/appointments/${booked.json.code}`, { headers })).status).toBe(200)
    }
  })

  test('counts a code the same however it is written', async () => {
    const client = randomUUID()
    const spellings = [
      '7K3Q9M2X4T',
      '7k3q-9m2x-4t',
      ' 7K3Q 9M2X 4T',
      '7k3q9m2x4t',
      '7K3Q-9m2x4T',
      '7K3Q9M2X4T',
    ]
    const permits = []
    for (const code of spellings) permits.push((await limitCodeGuesses({ code, client })).permitted)
    expect(permits).toEqual([true, true, true, true, true, false])
  })

  test('keys is over after twenty', async () => {
    const statuses = []
    for (let index = 0; index < 25; index += 1) {
      const headers = { Authorization: `Bearer yd_${randomUUID().replaceAll('-', '')}` }
      statuses.push((await ask('/services', { headers })).status)
    }
    expect(statuses).toEqual([...Array(20).fill(401), ...Array(5).fill(429)])
  })
})

test('a person who writes without end is slowed down', async () => {
  const couple = drawCouple()
  const headers = await signInBrowser(couple.him)
  const answers = await Promise.all(
    Array.from({ length: 60 }, () =>
      ask('/appointments', { body: ownWishOf(slot, couple), key: randomUUID(), headers }),
    ),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(29)
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(30)
})
