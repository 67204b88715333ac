import { describe, expect, test } from 'vitest'
import { LETTER_KINDS, type LetterKind } from '#lib/domain/letter.ts'
import { LETTER_PARTS, type LetterWording, smsLength, tellsTooMuch } from '#lib/domain/letter-wording.ts'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { houseWording } from '#lib/format/house-wording.ts'
import { sampleLetter } from '#lib/format/sample-letter.ts'
import { wordingFaults } from '#lib/format/wording-faults.ts'

function worded(kind: LetterKind, change: Partial<LetterWording>, locale: Locale = 'zh-CN') {
  const house = houseWording(kind)
  return wordingFaults(kind, { ...house, [locale]: { ...house[locale], ...change } })
}

const SMS = '{date} {time}，{office} {code} {link}'

describe('a letter worded anew', () => {
  test('may say what the house says, of every letter in every language', () => {
    for (const kind of LETTER_KINDS) expect(wordingFaults(kind, houseWording(kind)), kind).toEqual([])
  })

  test('may leave courtesies out and name the office in full, but tells every fact in every part', () => {
    expect(worded('confirmed', { sms: SMS })).toEqual([])
    expect(worded('confirmed', { sms: `${SMS}，{address}，{phone}，{service}` })).toEqual([])
    expect(worded('confirmed', { sms: SMS.replace('{time}', '') }, 'en')).toEqual([
      { locale: 'en', part: 'sms', fault: 'missing-placeholder', name: 'time' },
    ])
    expect(worded('confirmed', { subject: '约好了 {date}' })).toEqual([
      { locale: 'zh-CN', part: 'subject', fault: 'missing-placeholder', name: 'time' },
    ])
    expect(worded('held', { sms: houseWording('held')['zh-CN'].sms.replaceAll('{other}', '') })).toEqual([])
  })

  test('names nothing that this letter does not have', () => {
    for (const name of ['receipt', 'documentNumber', 'constructor'])
      expect(worded('confirmed', { sms: `${SMS}{${name}}` })).toEqual([
        { locale: 'zh-CN', part: 'sms', fault: 'unknown-placeholder', name },
      ])
  })

  test('is an ICU message of names and choices, and keeps the cases of a choice', () => {
    for (const broken of [
      `${SMS}{`,
      `${SMS}{}`,
      `<b>${SMS}</b>`,
      `${SMS}{until, date}`,
      `${SMS}{n, plural, other {#}}`,
    ])
      expect(worded('confirmed', { sms: broken }), broken).toMatchObject([{ fault: 'not-a-message' }])
    const { sms } = houseWording('cancelled-office')['zh-CN']
    expect(worded('cancelled-office', { sms: sms.replace('none {} ', '') })).toEqual([
      { locale: 'zh-CN', part: 'sms', fault: 'missing-choice', name: 'reason' },
    ])
    expect(worded('confirmed', { email: ' ' })).toMatchObject([{ part: 'email', fault: 'required' }])
    expect(worded('confirmed', { subject: `{date}{time}${'长'.repeat(120)}` })).toMatchObject([
      { fault: 'too-long' },
    ])
  })

  test.each(['离婚登记', '離婚', 'Divorce', 'lihun', '冷静期', 'cooling-off'])(
    'does not tell what it is about: %s, in any part',
    (word) => {
      expect(tellsTooMuch(word)).toBe(true)
      for (const part of LETTER_PARTS) {
        const text = `${houseWording('confirmed')['zh-CN'][part]} ${word}`
        expect(worded('confirmed', { [part]: text })).toMatchObject([{ part, fault: 'tells-too-much' }])
      }
    },
  )

  test('is previewed as it would read, of every letter in every language, and with the length of its message', () => {
    for (const locale of LOCALES)
      for (const kind of LETTER_KINDS) {
        const { sms, subject, email, smsLength: length } = sampleLetter(locale, kind)
        expect(`${sms}${subject}${email}`, `${locale} ${kind}`).not.toMatch(/[{}]|texts\.|letters\./)
        expect(length.characters).toBe(sms.length)
      }
    const own = { sms: `本处 ${SMS}`, subject: '主题', email: '正文' }
    expect(sampleLetter('zh-CN', 'confirmed', own)).toMatchObject({
      sms: '本处 12月1日 周二 09:00，示例区婚姻登记处 7K3Q-9M2X-4T https://yueding.example/a/7K3Q9',
      subject: '主题',
      email: expect.stringMatching(/^正文\n\n/),
    })
  })

  test('travels in one part up to 70 characters, or 160 plain ones', () => {
    expect(smsLength('字'.repeat(70)).parts).toBe(1)
    expect(smsLength('字'.repeat(71)).parts).toBe(2)
    expect(smsLength('字'.repeat(135)).parts).toBe(3)
    expect(smsLength('a'.repeat(160)).parts).toBe(1)
    expect(smsLength('a'.repeat(161)).parts).toBe(2)
  })
})
