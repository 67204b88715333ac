import { beforeAll, expect, test } from 'vitest'
import { listRegions } from '#lib/office/list-regions.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()

beforeAll(async () => {
  await plantOffice(pool, { id: 'one', regionCode: '510104' })
  await plantOffice(pool, { id: 'two', regionCode: '510104' })
  await plantOffice(pool, { id: 'three', regionCode: '510105' })
  await plantOffice(pool, { id: 'four', regionCode: '440311' })
})

test('a region counts the offices of everything below it', async () => {
  const offices = Object.fromEntries((await listRegions()).map(({ code, offices }) => [code, offices]))
  expect(offices).toEqual({
    '440000': 1,
    '440300': 1,
    '440311': 1,
    '510000': 3,
    '510100': 3,
    '510104': 2,
    '510105': 1,
  })
})

test('parents come before their children', async () => {
  const regions = await listRegions()
  const seen = new Set<string>()
  for (const { code, parent } of regions) {
    if (parent) expect(seen).toContain(parent)
    seen.add(code)
  }
})

test.each(['51', '510000'])('within %s are the province itself, its cities and counties', async (within) => {
  expect((await listRegions({ within })).map(({ code }) => code)).toEqual([
    '510000',
    '510100',
    '510104',
    '510105',
  ])
})

test('within a county is the county alone', async () => {
  expect((await listRegions({ within: '510104' })).map(({ code, offices }) => [code, offices])).toEqual([
    ['510104', 2],
  ])
})

test('what is no code finds nothing', async () => {
  for (const within of ['5%', '______', 'x']) expect(await listRegions({ within })).toEqual([])
})
