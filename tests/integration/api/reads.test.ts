import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { openApiSite } from './fixtures/api-site.ts'

const { pool } = await openTestDatabase({ planted: true })
const { ask } = await openApiSite()
const today = shanghaiToday(new Date())

let officeId = ''
let accepting = ''

beforeAll(async () => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT o.id FROM office o JOIN lane l ON l.office_id = o.id
     WHERE o.online_booking AND 'MARRIAGE' = ANY(l.services) ORDER BY o.position LIMIT 1`,
  )
  officeId = rows[0]?.id ?? ''
  const able = await pool.query<{ id: string }>(`SELECT id FROM office WHERE 'TAIWAN' = ANY(accepts) LIMIT 1`)
  accepting = able.rows[0]?.id ?? ''
})

describe('availability', () => {
  const read = (query = '', headers = {}) =>
    ask(`/offices/${officeId}/availability?service=MARRIAGE${query}`, { headers })

  test('shows every day from today to the last one released', async () => {
    const { status, json, headers } = await read()
    expect(status).toBe(200)
    expect(json).toMatchObject({ officeId, service: 'MARRIAGE' })
    expect(json.days[0].date).toBe(today)
    expect(json.days.length).toBeGreaterThan(20)
    const open = json.days.find((day: { state: string }) => day.state === 'open')
    expect(open.slots[0]).toEqual({
      id: expect.any(Number),
      start: expect.stringMatching(/^\d\d:\d\d$/),
      end: expect.stringMatching(/^\d\d:\d\d$/),
      capacity: expect.any(Number),
      remaining: expect.any(Number),
    })
    expect(headers.get('cache-control')).toBe('public, max-age=1')
  })

  test('answers 304 while nothing has changed, and 200 when something has', async () => {
    const first = await read()
    const tag = first.headers.get('etag') ?? ''
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await read('', { 'If-None-Match': known })
      expect(again).toMatchObject({ status: 304, text: '' })
      expect(again.headers.get('etag')).toBe(tag)
    }
    expect((await read('', { 'If-None-Match': '"other"' })).status).toBe(200)
    const { date } = first.json.days.find((day: { state: string }) => day.state === 'open')
    await pool.query('UPDATE slot SET open = false WHERE office_id = $1 AND date = $2', [officeId, date])
    await expect
      .poll(async () => (await read('', { 'If-None-Match': tag })).status, { timeout: 3000 })
      .toBe(200)
  })

  test('of a range has exactly its days', async () => {
    const { json } = await read(`&from=${addDays(today, 3)}&to=${addDays(today, 5)}`)
    expect(json.days.map((day: { date: string }) => day.date)).toEqual(
      [3, 4, 5].map((ahead) => addDays(today, ahead)),
    )
  })

  test('of an office that does not exist is not found', async () => {
    const answer = await ask('/offices/nowhere/availability?service=MARRIAGE')
    expect(answer).toMatchObject({ status: 404, json: { errors: [{ path: 'id', reason: 'unknown' }] } })
  })
})

describe('offices', () => {
  test('are found by region, nearest first, with their next free time', async () => {
    const { json } = await ask('/offices?service=MARRIAGE&within=5101&near=30.66,104.06&limit=3')
    expect(json).toHaveLength(3)
    const distances = json.map((office: { distanceMeters: number }) => office.distanceMeters)
    expect(distances).toEqual([...distances].sort((one, other) => one - other))
    for (const office of json) {
      expect(office.region.code).toMatch(/^5101/)
      expect(office.services).toContain('MARRIAGE')
      expect(typeof office.name).toBe('string')
    }
    expect(json.some((office: { nextFree?: object }) => office.nextFree)).toBe(true)
  })

  test('that may register a party from Taiwan say so', async () => {
    const { json } = await ask('/offices?accepts=TAIWAN&limit=100')
    expect(json.map((office: { id: string }) => office.id)).toContain(accepting)
    expect(json.every((office: { accepts: string[] }) => office.accepts.includes('TAIWAN'))).toBe(true)
  })

  test('tell all about one of them, in the language asked for', async () => {
    const { json } = await ask(`/offices/${officeId}`, { headers: { 'Accept-Language': 'en' } })
    expect(json).toMatchObject({
      id: officeId,
      onlineBooking: true,
      lanes: expect.arrayContaining([expect.objectContaining({ services: expect.any(Array) })]),
    })
    expect(json.name).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.stringify(json)).not.toContain('zh-CN')
    expect((await ask('/offices/nowhere')).status).toBe(404)
  })

  test('are counted in their regions', async () => {
    const { json } = await ask('/regions?within=51')
    const province = json.find((region: { code: string }) => region.code === '510000')
    const city = json.find((region: { code: string }) => region.code === '510100')
    expect(province).toMatchObject({ level: 'province', offices: city.offices })
    expect(city).toMatchObject({ parent: '510000' })
    expect((await ask('/regions')).json.length).toBeGreaterThan(json.length)
  })
})

describe('what the law asks', () => {
  test('is listed for each party, with what is no longer needed and since when', async () => {
    const { json } = await ask('/checklists?service=MARRIAGE&parties=MAINLAND,TAIWAN&on=2026-12-01')
    expect(json).toMatchObject({ service: 'MARRIAGE', on: '2026-12-01' })
    expect(json.perParty.map((one: { partyType: string }) => one.partyType)).toEqual(['MAINLAND', 'TAIWAN'])
    for (const { items } of json.perParty)
      expect(items[0]).toMatchObject({ source: expect.any(String), core: true })
    expect(json.notNeeded[0]).toMatchObject({
      since: expect.stringMatching(/^\d{4}-/),
      name: expect.any(String),
    })
  })

  test('of a divorce is counted day by day with its articles', async () => {
    const { json } = await ask('/deadlines?acceptedOn=2026-09-01')
    expect(json).toMatchObject({ acceptedOn: '2026-09-01', provisional: false })
    expect(json.explanation.map((step: { rule: string }) => step.rule)).toEqual([
      'accepted',
      'cooling-off-end',
      'cert-window-start',
      'first-service-day',
      'cert-window-end',
    ])
    expect(json.explanation[1]).toMatchObject({
      date: '2026-10-08',
      article: '1077(1), 203(1)',
      movedBecause: { from: '2026-10-01', reason: 'rest-day' },
      text: expect.stringContaining('2026年10月1日'),
      law: expect.stringContaining('1077(1)、203(1)'),
    })
    expect(json.safeDays).toEqual({ from: '2026-10-09', until: '2026-10-30' })
    expect(json.readings).toMatchObject([
      { reading: 'both-ends-move', applies: true, coolingOffEnd: '2026-10-08', certWindowEnd: '2026-11-09' },
      {
        reading: 'second-end-moves',
        applies: false,
        coolingOffEnd: '2026-10-01',
        certWindowEnd: '2026-11-02',
      },
    ])
    expect(json).not.toHaveProperty('provisionalText')
  })

  test('of a divorce can be planned ahead, and say what is not announced yet', async () => {
    const { json } = await ask('/deadlines?acceptedOn=2026-12-08')
    expect(json).toMatchObject({ provisional: true, provisionalText: expect.stringContaining('国务院') })
  })

  test.each([
    ['2020-12-31', 'before-the-rule', '1077'],
    ['2024-06-03', 'no-calendar', '203(1)'],
    ['2999-01-01', 'too-far-ahead', '203(1)'],
  ])('of a divorce are refused with the article: %s', async (day, reason, article) => {
    const { status, json } = await ask(`/deadlines?acceptedOn=${day}`)
    expect(status).toBe(422)
    expect(json.errors).toMatchObject([{ path: 'acceptedOn', reason, article }])
  })

  test('decides whether two people may marry, and from when', async () => {
    const party = { maritalStatus: 'SINGLE', partyType: 'MAINLAND' }
    const parties = [
      { ...party, sex: 'M', birthDate: '2005-03-01' },
      { ...party, sex: 'F', birthDate: '2004-01-01' },
    ]
    const body = { service: 'MARRIAGE', on: '2026-12-01', parties, relation: 'none' }
    expect((await ask('/eligibility', { body })).json).toEqual({
      eligible: false,
      reasons: ['male-under-22'],
      earliestOn: '2027-03-01',
    })
    expect((await ask('/eligibility', { body: { ...body, on: '2027-03-01' } })).json).toEqual({
      eligible: true,
      reasons: [],
    })
    expect(await ask('/eligibility', { body: { ...body, parties: parties.slice(1) } })).toMatchObject({
      status: 422,
    })
  })
})

describe('health', () => {
  test('tells that the process runs and can serve', async () => {
    expect((await ask('/health/live')).json).toEqual({ status: 'live' })
    expect((await ask('/health/ready')).json).toEqual({ status: 'ready', database: true, migrations: true })
  })

  test('is not ready while a migration is missing', async () => {
    await pool.query('UPDATE _prisma_migrations SET finished_at = NULL')
    expect(await ask('/health/ready')).toMatchObject({
      status: 503,
      json: { status: 'not-ready', database: true, migrations: false },
    })
    await pool.query('UPDATE _prisma_migrations SET finished_at = now()')
  })
})
