import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { CODE_MINUTES, type CodeAddress } from '#lib/domain/one-time-code.ts'
import { checkOneTimeCode } from '#lib/identity/check-one-time-code.ts'
import { discardOldCodes } from '#lib/identity/discard-old-codes.ts'
import { openJson } from '#lib/identity/open-json.ts'
import type { LooseLetter } from '#lib/identity/seal-letter.ts'
import { type CodeWish, sendOneTimeCode } from '#lib/identity/send-one-time-code.ts'
import { syntheticPhone } from '#prisma/seed/factories/synthetic-person.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()

const START = new Date('2026-11-22T01:00:00Z')
const at = (minutes: number, ms = 0) => new Date(START.getTime() + minutes * 60_000 + ms)
const refused = (reason: string) => ({
  ok: false,
  reason: 'invalid-input',
  errors: [{ path: 'code', reason }],
})

let drawn = 0
function freshAddress(): CodeAddress {
  drawn += 1
  return { medium: 'sms', address: syntheticPhone(drawn) }
}
const wishOf = (change: Partial<CodeWish> = {}): CodeWish => ({
  sessionId: randomUUID(),
  purpose: 'journey-phone',
  to: freshAddress(),
  client: randomUUID(),
  locale: 'zh-CN',
  now: START,
  ...change,
})

/** Sends a code and reads it as the messenger would. */
async function send(change: Partial<CodeWish> = {}) {
  const wish = wishOf(change)
  const sent = await sendOneTimeCode(pool, wish)
  if (!sent.ok) throw new Error(`not sent: ${sent.reason}`)
  const { rows } = await pool.query(
    "SELECT * FROM outbox_message WHERE event = 'code' ORDER BY id DESC LIMIT 1",
  )
  const { sessionId, purpose, to } = wish
  return {
    row: rows[0],
    code: openJson<LooseLetter>('letter', rows[0].sealed).digits ?? '',
    wish,
    binding: { sessionId, purpose, to },
  }
}

const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code', () => {
  test('has six digits, opens once, and not again', async () => {
    const { code, binding } = await send()
    expect(code).toMatch(/^\d{6}$/)
    expect(await checkOneTimeCode(pool, { ...binding, typed: code, now: at(1) })).toEqual({
      ok: true,
      value: true,
    })
    expect(await checkOneTimeCode(pool, { ...binding, typed: code, now: at(1) })).toEqual(refused('spent'))
  })

  test.each([' 1 2 3-4 5 6 ', '１２３４５６'])('is read as people type and paste it: “%s”', async (shape) => {
    const { code, binding } = await send()
    const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)
    const typed = shape.startsWith('１')
      ? Array.from(code, wide).join('')
      : ` ${Array.from(code)
          .join(' ')
          .replace(/ (?=. .$)/, '-')} `
    expect(await checkOneTimeCode(pool, { ...binding, typed, now: START })).toMatchObject({ ok: true })
  })

  test('that is no six digits costs no try', async () => {
    const { code, binding } = await send()
    for (const typed of ['', '12345', '1234567', 'abcdef', '12345a', code + code]) {
      expect(await checkOneTimeCode(pool, { ...binding, typed, now: START })).toEqual(refused('format'))
    }
    expect(await checkOneTimeCode(pool, { ...binding, typed: code, now: START })).toMatchObject({ ok: true })
  })

  test('is dead after five wrong tries, even for the right digits', async () => {
    const { code, binding } = await send()
    for (let i = 0; i < 5; i += 1) {
      const wrong = await checkOneTimeCode(pool, { ...binding, typed: other(code), now: START })
      expect(wrong).toEqual(refused('wrong'))
    }
    expect(await checkOneTimeCode(pool, { ...binding, typed: code, now: START })).toEqual(refused('spent'))
  })

  test('still opens at the fifth try', async () => {
    const { code, binding } = await send()
    for (let i = 0; i < 4; i += 1)
      await checkOneTimeCode(pool, { ...binding, typed: other(code), now: START })
    expect(await checkOneTimeCode(pool, { ...binding, typed: code, now: START })).toMatchObject({ ok: true })
  })

  test('counts until the millisecond before its ten minutes are over, and not at their end', async () => {
    expect(CODE_MINUTES).toBeLessThanOrEqual(10)
    const late = await send()
    expect(
      await checkOneTimeCode(pool, { ...late.binding, typed: late.code, now: at(CODE_MINUTES) }),
    ).toEqual(refused('spent'))
    const last = { ...late.binding, typed: late.code, now: at(CODE_MINUTES, -1) }
    expect(await checkOneTimeCode(pool, last)).toMatchObject({ ok: true })
  })

  test('opens nothing in another session, for another purpose, or for another address', async () => {
    const { code, binding } = await send()
    for (const change of [
      { sessionId: randomUUID() },
      { purpose: 'contact' as const },
      { to: freshAddress() },
      { to: { ...binding.to, medium: 'wechat' as const } },
    ]) {
      const attempt = { ...binding, ...change, typed: code, now: START }
      expect(await checkOneTimeCode(pool, attempt)).toEqual(refused('spent'))
    }
    // None of them has used a try of the owner's.
    const { rows } = await pool.query('SELECT tries FROM one_time_code WHERE session_id = $1', [
      binding.sessionId,
    ])
    expect(rows).toEqual([{ tries: 0 }])
  })

  test('stays good when another is sent, until one of the two is used', async () => {
    const first = await send()
    const { sessionId, purpose, to } = first.binding
    // The limit counts in real time; another process has its own count.
    await pool.query(
      `INSERT INTO one_time_code (id, session_id, purpose, address, code_hash, expires_at)
       SELECT gen_random_uuid(), session_id, purpose, address, $2, expires_at + interval '2 minutes'
       FROM one_time_code WHERE session_id = $1`,
      [sessionId, Buffer.alloc(64)],
    )
    const attempt = { sessionId, purpose, to, typed: first.code, now: at(5) }
    expect(await checkOneTimeCode(pool, attempt)).toMatchObject({ ok: true })
    const { rows } = await pool.query('SELECT FROM one_time_code WHERE session_id = $1 AND used_at IS NULL', [
      sessionId,
    ])
    expect(rows).toHaveLength(0)
  })

  test('is looked at five times at most, of a thousand tries at once', async () => {
    const { code, binding } = await send()
    const tries = await Promise.all(
      Array.from({ length: 1000 }, () =>
        checkOneTimeCode(pool, { ...binding, typed: other(code), now: START }),
      ),
    )
    const reasons = tries.map((one) => (one.ok ? 'opened' : one.errors?.[0]?.reason))
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'spent')).toHaveLength(995)
  })

  test('opens once, of twenty right tries at once', async () => {
    const { code, binding } = await send()
    const attempt = { ...binding, typed: code, now: START }
    const tries = await Promise.all(Array.from({ length: 20 }, () => checkOneTimeCode(pool, attempt)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('cannot be read in the database', async () => {
    const { code, binding, row } = await send()
    const { rows } = await pool.query(
      'SELECT c::text AS row, code_hash FROM one_time_code c WHERE session_id = $1',
      [binding.sessionId],
    )
    expect(rows[0].row).not.toContain(code)
    expect(rows[0].row).not.toContain(binding.to.address)
    expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(
      new RegExp(`${code}|${binding.to.address}`),
    )
    expect({ ...row, sealed: undefined, id: undefined }).toMatchObject({
      appointment_id: null,
      event: 'code',
    })
  })

  test('is forgotten a day after its end, not before', async () => {
    const { binding } = await send()
    const left = async () =>
      (await pool.query('SELECT FROM one_time_code WHERE session_id = $1', [binding.sessionId])).rowCount
    await discardOldCodes(pool, at(CODE_MINUTES + 24 * 60))
    expect(await left()).toBe(1)
    await discardOldCodes(pool, at(CODE_MINUTES + 24 * 60, 1))
    expect(await left()).toBe(0)
  })
})

describe('sending', () => {
  const limited = { ok: false, reason: 'rate-limited' }

  test('to the same address again has to wait a minute, to a corrected one it need not', async () => {
    const { wish } = await send()
    expect(await sendOneTimeCode(pool, wish)).toMatchObject(limited)
    expect(await sendOneTimeCode(pool, { ...wish, to: freshAddress() })).toMatchObject({ ok: true })
  })

  test('of a hundred wishes at once makes one message', async () => {
    const wish = wishOf()
    const sent = await Promise.all(Array.from({ length: 100 }, () => sendOneTimeCode(pool, wish)))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    const { rows } = await pool.query('SELECT FROM one_time_code WHERE session_id = $1', [wish.sessionId])
    expect(rows).toHaveLength(1)
  })

  test.each([
    ['a session', 10, { sessionId: randomUUID() }],
    ['an address', 6, { to: freshAddress() }],
    ['a client', 60, { client: '2001:db8:1:2' }],
  ])('for %s ends after %i an hour', async (_, most, same) => {
    for (let i = 0; i < most; i += 1) await send(same)
    expect(await sendOneTimeCode(pool, wishOf(same))).toMatchObject(limited)
    expect(await sendOneTimeCode(pool, wishOf())).toMatchObject({ ok: true })
  })
})
