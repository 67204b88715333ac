import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readGenuineQuestion } from '#lib/domain/genuine-question.ts'
import { hasVoucher, readVoucher, voucherFor, voucherMessage, writeVoucher } from '#lib/domain/voucher.ts'

const SITE = 'https://yueding.example'
const code = appointmentCodeFrom(Uint8Array.from([7, 19, 3, 22, 9, 20, 2, 29, 4]))
const voucher = {
  code,
  officeId: 'chengdu-jinjiang',
  date: calendarDate('2026-12-01'),
  keyId: 'abc-_123',
  signature: 'A'.repeat(86),
}
const text = writeVoucher(voucher)

describe('a voucher', () => {
  test('is signed over four lines that never change', () => {
    expect(voucherMessage(voucher)).toBe(`yueding-voucher-1\n${code}\nchengdu-jinjiang\n20261201`)
  })

  test('is read back as it was written', () => {
    expect(readVoucher(` ${text}\n`)).toEqual(voucher)
  })

  test.each([
    ['a part missing', text.slice(0, text.lastIndexOf('.'))],
    ['a part more', `${text}.x`],
    [
      'a code with a wrong check character',
      text.replace(code, `${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`),
    ],
    ['a code in small letters', text.replace(code, code.toLowerCase())],
    ['a day that does not exist', text.replace('20261201', '20260230')],
    ['an office with a slash', text.replace('chengdu-', 'chengdu/')],
    ['a short signature', text.slice(0, -1)],
  ])('with %s is none', (_, broken) => {
    expect(readVoucher(broken)).toBeUndefined()
  })

  test('is had only by what is agreed and still to come', () => {
    const times = { date: voucher.date, startTime: '09:00', endTime: '10:00', keptTime: undefined }
    const before = new Date('2026-12-01T09:59:00+08:00')
    const after = new Date('2026-12-01T10:01:00+08:00')
    expect(hasVoucher({ status: 'confirmed', ...times }, before)).toBe(true)
    expect(hasVoucher({ status: 'confirmed', ...times }, after)).toBe(false)
    const moving = { ...times, date: calendarDate('2026-12-09'), keptTime: times }
    expect(hasVoucher({ status: 'awaiting-partner', ...moving }, before)).toBe(true)
    expect(hasVoucher({ status: 'awaiting-partner', ...moving }, after)).toBe(false)
    for (const status of [
      'awaiting-partner',
      'declined',
      'expired',
      'cancelled',
      'attended',
      'no-show',
    ] as const) {
      expect(hasVoucher({ status, ...times }, before), status).toBe(false)
    }
  })
})

describe('what a voucher says', () => {
  const appointment = { code, officeId: 'chengdu-jinjiang', startTime: '09:00', endTime: '10:00' }
  const kept = { date: calendarDate('2026-12-01'), startTime: '14:00', endTime: '14:15' }

  test('is the day that counts: the old one until a move is agreed to', () => {
    const asked = { ...appointment, date: calendarDate('2026-12-09') }
    expect(voucherFor({ ...asked, keptTime: kept }).date).toBe('2026-12-01')
    expect(voucherFor({ ...asked, keptTime: undefined })).toEqual({
      code,
      officeId: 'chengdu-jinjiang',
      date: '2026-12-09',
    })
  })
})

describe('what somebody asks about', () => {
  const ask = (typed: string) => readGenuineQuestion(typed, SITE)

  test('is a voucher, alone or in a link of ours', () => {
    for (const typed of [
      text,
      `${SITE}/genuine?v=${text}`,
      `yueding.example/genuine?v=${text}`,
      `  ${text} `,
    ]) {
      expect(ask(typed), typed).toEqual({ kind: 'voucher', voucher })
    }
  })

  test('is first of all a foreign address, whatever voucher it carries', () => {
    for (const typed of [
      `https://yueding.example.evil.example/genuine?v=${text}`,
      `https://yueding.example@evil.example/genuine?v=${text}`,
      `http://evil.example/?v=${text}`,
      `https://yueding.example:8443/genuine?v=${text}`,
      'yueding-example.com',
      'https://уueding.example/', // the first letter is Cyrillic
    ]) {
      expect(ask(typed), typed).toMatchObject({ kind: 'address', isOurs: false })
    }
    expect(ask(`https://yueding.example@evil.example/`)).toMatchObject({ host: 'evil.example' })
  })

  test('is an address of ours', () => {
    for (const typed of [
      SITE,
      'yueding.example',
      'HTTPS://YUEDING.EXAMPLE/book?x=1',
      'ｙｕｅｄｉｎｇ.example',
    ]) {
      expect(ask(typed), typed).toEqual({ kind: 'address', host: 'yueding.example', isOurs: true })
    }
  })

  test('is a code, however it is typed', () => {
    expect(ask(`${code.slice(0, 4).toLowerCase()}-${code.slice(4, 8)} ${code.slice(8)}`)).toEqual({
      kind: 'code',
      code,
    })
  })

  test('is a voucher that was not copied whole', () => {
    expect(ask(text.slice(0, -20))).toEqual({ kind: 'broken-voucher' })
    expect(ask(`${SITE}/genuine?v=${text.slice(0, -20)}`)).toEqual({ kind: 'broken-voucher' })
  })

  test.each(['', 'hello', '7K3Q-9M2X-4A', 'javascript:alert(1)', '你好', 'a b.c', 'https://', '3.5'])(
    'may be unclear: %s',
    (typed) => {
      expect(ask(typed)).toEqual({ kind: 'unclear' })
    },
  )

  test('never takes more than it can read', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 900, unit: 'binary' }), (typed) => {
        expect(['voucher', 'code', 'broken-voucher', 'address', 'unclear']).toContain(ask(typed).kind)
      }),
    )
  })
})
