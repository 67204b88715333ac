import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkVoucher } from '#lib/booking/check-voucher.ts'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { listVoucherKeys } from '#lib/booking/list-voucher-keys.ts'
import type { VoucherKey } from '#lib/booking/load-voucher-keys.ts'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import { verifyVoucher } from '#lib/booking/verify-voucher.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { readVoucher, type SignedVoucher, voucherFor, writeVoucher } from '#lib/domain/voucher.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, agreedCouple, type Booked, cancel, confirm, decline, move } from './fixtures/booked.ts'
import { minutesLater, NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const DAY = 24 * 60
const keys = listVoucherKeys()

function read(text: string): SignedVoucher {
  const voucher = readVoucher(text)
  if (!voucher) throw new Error(`no voucher: ${text}`)
  return voucher
}

async function voucherOf(booked: Booked, now = NOW): Promise<SignedVoucher> {
  const seen = await getAppointment(pool, booked.code, booked.first.actor, now)
  if (!seen.ok) throw new Error(seen.reason)
  return read(signVoucher(voucherFor(seen.value)))
}

describe('the signature', () => {
  const voucher = { code: '7K3Q9M2X42', officeId: 'chengdu-jinjiang', date: calendarDate('2026-12-01') }
  const signed = read(signVoucher(voucher))

  test('is by the newest key, and every published key is named by its thumbprint', () => {
    expect(verifyVoucher(signed, keys)).toBe('genuine')
    expect(keys).toHaveLength(2)
    expect(signed.keyId).toBe(keys[0]?.kid)
    for (const { crv, kty, x, kid } of keys) {
      const print = createHash('sha256').update(JSON.stringify({ crv, kty, x }))
      expect(print.digest('base64url').slice(0, 8)).toBe(kid)
    }
  })

  test('fits nothing but this code, this office, this day and this key', () => {
    const others: SignedVoucher[] = [
      { ...signed, code: read(signVoucher({ ...voucher, code: '0000000000' })).code },
      { ...signed, officeId: 'chengdu-jinjian' },
      { ...signed, date: calendarDate('2026-12-02') },
      { ...signed, keyId: keys[1]?.kid ?? '' },
    ]
    for (const other of others) expect(verifyVoucher(other, keys)).toBe('wrong-signature')
  })

  test('bears no change of a single character, wherever it is', () => {
    const text = writeVoucher(signed)
    const letters = '0123456789ABCXYZabcxyz-_.'.split('')
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...letters), (at, letter) => {
        fc.pre(text[at] !== letter)
        const changed = readVoucher(text.slice(0, at) + letter + text.slice(at + 1))
        expect(changed ? verifyVoucher(changed, keys) : 'none').not.toBe('genuine')
      }),
      { numRuns: 500 },
    )
  })

  test('by a key of somebody else is unknown, and under a stolen name wrong', () => {
    const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    const foreign: VoucherKey = { kty: 'OKP', crv: 'Ed25519', x, kid: signed.keyId, use: 'sig', alg: 'EdDSA' }
    expect(verifyVoucher({ ...signed, keyId: 'AAAAAAAA' }, keys)).toBe('unknown-key')
    expect(verifyVoucher(signed, [])).toBe('unknown-key')
    expect(verifyVoucher(signed, [foreign])).toBe('wrong-signature')
  })

  test('made before the key was changed stands while the old key is published, and no longer', () => {
    const one = `1:${Buffer.alloc(32, 8).toString('base64')}`
    const two = `2:${Buffer.alloc(32, 9).toString('base64')}`
    const old = inProcess(one, `signVoucher(${JSON.stringify(voucher)})`)
    const judge = `verifyVoucher(readVoucher(${JSON.stringify(old)}), listVoucherKeys())`
    expect(inProcess(`${one},${two}`, judge)).toBe('genuine')
    expect(inProcess(two, judge)).toBe('unknown-key')
    expect(read(inProcess(`${one},${two}`, `signVoucher(${JSON.stringify(voucher)})`)).keyId).toBe(
      inProcess(two, 'listVoucherKeys()[0].kid'),
    )
  })

  test('costs a scanner no more than version 10 of a QR code, on a long address and the longest office too', async () => {
    const site = 'https://hunyindengji.minzheng.city.example'
    const text = `${site}/genuine?v=${signVoucher({ ...voucher, officeId: 'hanzhong-hantai-mobile' })}`
    const drawing = await drawQrCode(text)
    const [, side] = /viewBox="0 0 (\d+) \d+"/.exec(drawing) ?? []
    expect(Number(side) - 8).toBeLessThanOrEqual(57)
    expect(drawing).not.toMatch(/style=|<script/)
  })
})

// The keys are read once a process.
function inProcess(voucherKey: string, expression: string): string {
  const script = `const { signVoucher } = await import('#lib/booking/sign-voucher.ts')
    const { verifyVoucher } = await import('#lib/booking/verify-voucher.ts')
    const { listVoucherKeys } = await import('#lib/booking/list-voucher-keys.ts')
    const { readVoucher } = await import('#lib/domain/voucher.ts')
    console.log(${expression})`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: { ...process.env, VOUCHER_KEY: voucherKey },
  }).trim()
}

describe('whoever shows a voucher is told', () => {
  let slots: number[]
  beforeAll(async () => {
    slots = await plantSlots(pool, { count: 6, capacity: 9 })
  })
  const first = () => slots[0] ?? 0
  const check = (voucher: SignedVoucher, now = NOW) => checkVoucher(pool, { voucher, now })

  test('that it is good, until it is over', async () => {
    const voucher = await voucherOf(await agreedCouple(pool, first()))
    expect(await check(voucher)).toEqual({ verdict: 'genuine', state: 'valid', startTime: '08:00' })
    expect(await check(voucher, minutesLater(30 * DAY))).toEqual({ verdict: 'genuine', state: 'past' })
  })

  test('that the old day stands while a move waits, and no longer once the other has agreed', async () => {
    const booked = await agreedCouple(pool, first())
    const old = await voucherOf(booked)
    const later = await laterSlotOf(old)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, later))
    expect(await voucherOf(booked)).toEqual(old)
    expect(await check(old)).toEqual({ verdict: 'genuine', state: 'waiting', startTime: '08:00' })
    const { code, officeId } = old
    const early = read(signVoucher({ code, officeId, date: addDays(old.date, 1) }))
    expect(await check(early)).toEqual({ verdict: 'genuine', state: 'changed' })
    accepted(await confirm(pool, booked, booked.second, { partnerCode }))
    expect(await check(old)).toEqual({ verdict: 'genuine', state: 'changed' })
    const renewed = await voucherOf(booked)
    expect(renewed.date).toBe(addDays(old.date, 1))
    expect(await check(renewed)).toMatchObject({ state: 'valid' })
  })

  test('that the old day stands again when the other says no, or says nothing', async () => {
    for (const answer of ['no', 'none']) {
      const booked = await agreedCouple(pool, first())
      const old = await voucherOf(booked)
      const later = await laterSlotOf(old)
      const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, later))
      if (answer === 'no') accepted(await decline(pool, booked, booked.second, { partnerCode }))
      const now = answer === 'no' ? NOW : minutesLater(2 * DAY)
      expect(await check(old, now), answer).toEqual({
        verdict: 'genuine',
        state: 'valid',
        startTime: '08:00',
      })
    }
  })

  test('when they are expected: a move within the day leaves the voucher as it is', async () => {
    const booked = await agreedCouple(pool, first())
    const voucher = await voucherOf(booked)
    const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, slots[1] ?? 0))
    expect(await check(voucher)).toMatchObject({ state: 'waiting', startTime: '08:00' })
    accepted(await confirm(pool, booked, booked.second, { partnerCode }))
    expect(await voucherOf(booked)).toEqual(voucher)
    const { rows } = await pool.query('SELECT start_time AS time FROM slot WHERE id = $1', [slots[1]])
    expect(await check(voucher)).toMatchObject({ state: 'valid', startTime: rows[0].time })
    expect(rows[0].time).not.toBe('08:00')
  })

  test('that it was cancelled, used, or is not known any more', async () => {
    const booked = await agreedCouple(pool, first())
    const voucher = await voucherOf(booked)
    await pool.query(`UPDATE appointment SET status = 'attended' WHERE code = $1`, [booked.code])
    expect(await check(voucher)).toEqual({ verdict: 'genuine', state: 'used' })
    await pool.query(`UPDATE appointment SET status = 'confirmed' WHERE code = $1`, [booked.code])
    expect(await cancel(pool, booked, booked.first)).toMatchObject({ ok: true })
    expect(await check(voucher)).toEqual({ verdict: 'genuine', state: 'void' })
    const unknown = read(signVoucher({ ...voucher, code: '0000000000' }))
    expect(await check(unknown)).toEqual({ verdict: 'genuine', state: 'void' })
    expect(await check(unknown, minutesLater(300 * DAY))).toEqual({ verdict: 'genuine', state: 'past' })
  })

  test('nothing about anybody, and with a wrong signature nothing at all', async () => {
    const booked = await agreedCouple(pool, first())
    const voucher = await voucherOf(booked)
    const told = JSON.stringify([await check(voucher), signVoucher(voucher)])
    for (const { party } of [booked.first, booked.second]) {
      for (const secret of [party.name, party.phone, party.documentNumber]) expect(told).not.toContain(secret)
    }
    expect(told).not.toContain('MARRIAGE')
    const other = voucher.signature.startsWith('B') ? 'C' : 'B'
    const wrong = { ...voucher, signature: `${other}${voucher.signature.slice(1)}` }
    const never = { ...wrong, code: '0000000000' }
    expect(await check(wrong)).toEqual({ verdict: 'wrong-signature' })
    expect(await check(never)).toEqual(await check(wrong))
  })

  /** A free time at the same office, a day later. */
  async function laterSlotOf({ officeId }: SignedVoucher): Promise<number> {
    const [later = 0] = await plantLaterDay()
    await pool.query('UPDATE slot SET office_id = $2 WHERE id = $1', [later, officeId])
    return later
  }

  async function plantLaterDay(): Promise<number[]> {
    const planted = await plantSlots(pool, { capacity: 9 })
    await pool.query(`UPDATE slot SET date = date + 1 WHERE id = ANY($1)`, [planted])
    return planted
  }
})

describe('docs/voucher.md', () => {
  const text = readFileSync('docs/voucher.md', 'utf8')
  const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n(.*?)\\n\`\`\``, 's').exec(text)?.[1] ?? ''
  const jwk = block('json')
  const example = block('voucher')
  const run = (voucher: string) =>
    execFileSync(process.execPath, ['-e', block('js')], {
      encoding: 'utf8',
      env: { ...process.env, JWK: jwk, VOUCHER: voucher },
    }).trim()

  test('has an example that comes out as it says', () => {
    expect(run(example)).toBe('genuine')
    expect(run(example.replace('20261201', '20261202'))).toBe('not ours')
    expect(run(example.replace('chengdu', 'chengde'))).toBe('not ours')
  })

  test('tells the shapes and the key that the product writes', () => {
    const voucher = read(example)
    expect(verifyVoucher(voucher, [JSON.parse(jwk)])).toBe('genuine')
    const key = `1:${Buffer.alloc(32, 7).toString('base64')}`
    const { code, officeId, date } = voucher
    expect(inProcess(key, `signVoucher(${JSON.stringify({ code, officeId, date })})`)).toBe(example)
    expect(inProcess(key, 'JSON.stringify(listVoucherKeys()[0])')).toBe(jwk)
    expect(text).toContain(['yueding-voucher-1', code, officeId, '20261201'].join('\n'))
  })
})
