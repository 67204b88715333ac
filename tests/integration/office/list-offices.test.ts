import { beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { listOffices } from '#lib/office/list-offices.ts'
import { plantPlaces } from '#prisma/seed/plant-places.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const nothingSpecial = {
  holidays: new Set([]),
  makeupWorkdays: new Set([]),
  officialYears: new Set([]),
} as never

beforeAll(() => plantPlaces(pool, nothingSpecial, calendarDate('2026-11-22')))

const ids = async (query: Parameters<typeof listOffices>[0]) => (await listOffices(query)).map(({ id }) => id)

describe('finding an office', () => {
  test('a service is found where the whole of it is done, not where one only gets advice', async () => {
    const found = await ids({ service: 'MARRIAGE', within: '440311' })
    expect(found).toEqual(['guangming'])
    const advice = await ids({ service: 'MARRIAGE', within: '440311', modes: ['pre-check'] })
    expect(advice.length).toBe(6)
  })

  test.each(['51', '5101', '510000', '510100'])('all of Chengdu lies within %s', async (within) => {
    const found = await ids({ service: 'DIVORCE_APPLICATION', within })
    expect(found.length).toBe(7)
    expect(found.every((id) => id.startsWith('chengdu-'))).toBe(true)
  })

  test('only offices with authority for every party are found', async () => {
    expect(await ids({ service: 'MARRIAGE', accepts: ['FOREIGN'] })).toEqual([
      'chengdu-jinjiang',
      'xian-weiyang',
    ])
    const both = await ids({ service: 'MARRIAGE', accepts: ['HK_MACAU', 'MAINLAND'], within: '44' })
    expect(both).toEqual(['guangming'])
  })

  test('the nearest office stands first, with its distance, and a limit keeps the nearest', async () => {
    const near = { lat: 30.66, lng: 104.06 }
    const found = await listOffices({ service: 'MARRIAGE', near, limit: 3 })
    expect(found.length).toBe(3)
    expect(found[0]?.id).toBe('chengdu-qingyang')
    const distances = found.map((office) => office.distanceMeters ?? Number.NaN)
    expect(distances).toEqual([...distances].sort((one, other) => one - other))
    expect(distances[0]).toBeLessThan(3000)
  })

  test('without a place to be near to no distance is told', async () => {
    const [first] = await listOffices({ limit: 1 })
    expect(first?.id).toBe('anji')
    expect(first).not.toHaveProperty('distanceMeters')
  })

  test('a region without offices, or one that does not exist, gives an empty list', async () => {
    expect(await ids({ within: '110000' })).toEqual([])
    expect(await ids({ within: '51%' })).toEqual([])
  })
})

describe('one office', () => {
  test('tells its people what it does, where it is and what else belongs to it', async () => {
    const office = await getOffice('guangming')
    expect(office?.region.name['zh-CN']).toBe('光明区')
    expect(office?.children.length).toBe(6)
    expect(office?.lanes.map((lane) => lane.services)).toContainEqual(['MARRIAGE'])
    expect(office?.onlineBooking).toBe(true)
    expect(office).not.toHaveProperty('instead')
  })

  test('says what to do instead where there is no online booking', async () => {
    const office = await getOffice('anji-xiaofeng')
    expect(office?.onlineBooking).toBe(false)
    expect(office?.instead?.['zh-CN']).toContain('打电话')
    expect(office?.parent?.id).toBe('anji')
  })

  test('that is not there is undefined, not an error', async () => {
    expect(await getOffice('nowhere')).toBe(undefined)
  })
})
