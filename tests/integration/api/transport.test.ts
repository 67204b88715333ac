import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { dayOnOffer, grantChannel, openApiSite } from './fixtures/api-site.ts'
import { drawCouple, wishOf } from './fixtures/couples.ts'

const { pool } = await openTestDatabase()
const { ask, origin } = await openApiSite()

let channel: Record<string, string> = {}

beforeAll(async () => {
  await plantOffice(pool, { id: 'anji', days: [dayOnOffer()] })
  channel = await grantChannel(pool)
})

const send = (raw: string, headers: Record<string, string> = {}) =>
  ask('/appointments', { raw, key: randomUUID(), headers: { ...channel, ...headers } })

describe('a body', () => {
  test.each([
    ['', 'not-json'],
    ['{', 'not-json'],
    ['{"slotId":1}}', 'not-json'],
    ["{'slotId':1}", 'not-json'],
  ])('that is not JSON is malformed: %s', async (raw, reason) => {
    const answer = await send(raw, { 'Content-Type': 'application/json' })
    expect(answer).toMatchObject({
      status: 400,
      json: { reason: 'invalid-input', errors: [{ path: '', reason }] },
    })
  })

  test.each(['null', '[]', '"text"', '7'])('that is JSON but no object is refused: %s', async (raw) => {
    expect(await send(raw)).toMatchObject({
      status: 422,
      json: { errors: [{ path: '', reason: 'wrong-type' }] },
    })
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of type "%s" is refused',
    async (type) => {
      const answer = await send('{}', { 'Content-Type': type })
      expect(answer).toMatchObject({ status: 415, json: { errors: [{ path: 'content-type' }] } })
    },
  )

  test('that is compressed is refused', async () => {
    expect((await send('{}', { 'Content-Encoding': 'gzip' })).status).toBe(415)
  })

  test('nested a thousand levels deep is refused for its depth', async () => {
    const raw = `{"slotId":${'['.repeat(1000)}${']'.repeat(1000)}}`
    expect(await send(raw)).toMatchObject({
      status: 400,
      json: { errors: [{ path: '', reason: 'too-deep' }] },
    })
  })

  test('of 2 MB is refused, announced or not', async () => {
    const raw = JSON.stringify({ ...wishOf(1, drawCouple()), hobby: 'x'.repeat(2_000_000) })
    const answer = await send(raw)
    expect(answer).toMatchObject({ status: 413, json: { errors: [{ path: '', reason: 'too-big' }] } })
  })

  test('that never ends is cut off at the first byte too many, without being gathered', async () => {
    const { head, sent } = await streamForever()
    expect(head).toContain('413')
    expect(head).toContain('too-big')
    expect(sent).toBeLessThan(20_000_000)
  })

  test('of just under 64 KB is read', async () => {
    const raw = JSON.stringify({ ...wishOf(1, drawCouple()), hobby: 'x'.repeat(60_000) })
    expect(await send(raw)).toMatchObject({ status: 422, json: { errors: [{ path: 'hobby' }] } })
  })
})

describe('an address', () => {
  test('that nobody serves is not found, and says so as a problem', async () => {
    for (const path of ['/nothing', '/appointments/7K3Q9M2X4T/steal', '/services/', '/..%2fsecrets']) {
      const answer = await ask(path)
      expect(answer).toMatchObject({
        status: 404,
        json: { reason: 'not-found', type: '/api/v1/docs#not-found' },
      })
      expect(answer.headers.get('x-trace-id')).toBe(answer.json.traceId)
    }
  })

  test.each([
    ['POST', '/services', 'GET, HEAD'],
    ['DELETE', '/appointments/7K3Q9M2X4T', 'GET, HEAD'],
    ['GET', '/eligibility', 'POST'],
    ['PUT', '/appointments', 'POST, GET, HEAD'],
    ['OPTIONS', '/appointments', 'POST, GET, HEAD'],
    ['PATCH', '/openapi.json', 'GET, HEAD'],
  ])('refuses the unused method %s of %s and names the others', async (method, path, allow) => {
    const answer = await ask(path, { method })
    expect(answer).toMatchObject({ status: 405, json: { reason: 'not-allowed' } })
    expect(answer.headers.get('allow')).toBe(allow)
  })

  test('answers HEAD without a body', async () => {
    const answer = await ask('/services', { method: 'HEAD' })
    expect(answer).toMatchObject({ status: 200, text: '' })
  })

  test.each([
    ['/services?lang=en', 'lang', 'unknown-field'],
    ['/regions?within=51&color=red', 'color', 'unknown-field'],
    ['/regions?within=51&within=33', 'within', 'given-twice'],
    ['/regions?within=Sichuan', 'within', 'wrong-value'],
    ['/offices?limit=0', 'limit', 'too-small'],
    ['/offices?limit=101', 'limit', 'too-big'],
    ['/offices?near=91,200', 'near', 'wrong-value'],
    ['/offices?service=WEDDING', 'service', 'unknown'],
    ['/offices?accepts=MAINLAND,MARTIAN', 'accepts.1', 'unknown'],
    ['/offices/anji/availability', 'service', 'required'],
    ['/offices/anji/availability?service=MARRIAGE&from=2026-02-30', 'from', 'date'],
    [
      '/offices/anji/availability?service=MARRIAGE&from=2027-03-01&to=2027-02-01',
      'to',
      'ends-before-it-begins',
    ],
    ['/offices/anji/availability?service=MARRIAGE&from=2027-01-01&to=2027-12-31', 'to', 'too-many-days'],
    ['/deadlines?acceptedOn=2020-12-31', 'acceptedOn', 'before-the-rule'],
    ['/deadlines?acceptedOn=2999-01-01', 'acceptedOn', 'too-far-ahead'],
    ['/deadlines?acceptedOn=2024-06-03', 'acceptedOn', 'no-calendar'],
    ['/checklists?service=REISSUE_MARRIAGE&parties=MAINLAND,MAINLAND', 'parties', 'one-party-only'],
  ])('with a wrong parameter tells which: %s', async (path, field, reason) => {
    expect(await ask(path)).toMatchObject({
      status: 422,
      json: { reason: 'invalid-input', errors: [{ path: field, reason, text: expect.stringMatching(/./) }] },
    })
  })
})

describe('the language', () => {
  test.each([
    ['en', 'en', 'Nothing was found'],
    ['zh-TW,zh;q=0.9', 'zh-Hant', '沒有找到'],
    ['fr', 'zh-CN', '没有找到'],
  ])('of a refusal follows Accept-Language %s; its reason does not', async (wish, language, title) => {
    const answer = await ask('/nothing', { headers: { 'Accept-Language': wish } })
    expect(answer.json).toMatchObject({ title, reason: 'not-found' })
    expect(answer.headers.get('content-language')).toBe(language)
  })

  test('of the data does the same', async () => {
    const names = await Promise.all(
      ['en', 'zh-CN'].map(async (wish) => {
        const answer = await ask('/services', { headers: { 'Accept-Language': wish } })
        expect(answer.headers.get('vary')).toBe('Accept-Language')
        return answer.json[0].name
      }),
    )
    expect(names).toEqual(['Marriage registration', '结婚登记'])
  })
})

/** Sends a body without an end until an answer comes, as a hostile client would. */
function streamForever(): Promise<{ head: string; sent: number }> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let sent = 0
    let head = ''
    const chunk = 'x'.repeat(16_384)
    const more = () => {
      while (!head && socket.writable) {
        sent += chunk.length
        if (!socket.write(`4000\r\n${chunk}\r\n`)) return socket.once('drain', more)
      }
      return socket
    }
    socket.on('data', (data) => {
      head += data.toString()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve({ head, sent }))
    socket.write(
      `POST /api/v1/eligibility HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    more()
  })
}
