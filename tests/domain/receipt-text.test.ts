import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { type Bilingual, type ReceiptText, receiptText } from '#lib/format/receipt-text.ts'

const FACTS = {
  office: {
    name: { 'zh-CN': '光明区登记处', 'zh-Hant': '光明區登記處', en: 'Guangming office' },
    address: { 'zh-CN': '光明路 1 号', 'zh-Hant': '光明路 1 號', en: '1 Guangming Road' },
    phone: '010-00000000',
  },
  receiptNumber: 'GM-2026-0412',
  names: ['王**', '李*'],
  acceptedOn: calendarDate('2026-08-31'),
  deadlines: {
    coolingOffEnd: calendarDate('2026-09-30'),
    certWindowStart: calendarDate('2026-10-01'),
    firstServiceDay: calendarDate('2026-10-08'),
    certWindowEnd: calendarDate('2026-10-30'),
  },
  provisional: true,
  safe: { from: calendarDate('2026-10-08'), until: calendarDate('2026-10-30') },
}

const linesOf = (receipt: ReceiptText): Bilingual[] => [
  receipt.title,
  ...receipt.facts.flatMap(({ label, value }) => [label, value]),
  receipt.stepsTitle,
  ...receipt.steps.flatMap(({ when, what, law }) => [when, what, law]),
  receipt.nextTitle,
  ...receipt.next,
  receipt.law,
  ...receipt.signatures,
]

describe('a receipt', () => {
  test.each(
    LOCALES.flatMap((locale) => (['original', 'copy'] as const).map((kind) => [locale, kind] as const)),
  )('for a reader of %s, as %s, has all its words, dates and articles', (locale, kind) => {
    const receipt = receiptText(FACTS, locale, kind)
    const lines = linesOf(receipt)
    const whole = lines.map(({ text }) => text).join('\n')
    expect(whole).not.toMatch(/case-receipt\.|[{}]|undefined/)
    for (const day of ['8月31日', '9月30日', '10月1日', '10月8日', '10月30日']) expect(whole).toContain(day)
    for (const part of ['GM-2026-0412', '王**、李*', '010-00000000']) expect(whole).toContain(part)
    for (const article of [/201/, /1077 [条條]第 1 款/, /1077 [条條]第 2 款/, /203/])
      expect(whole).toMatch(article)
    expect(receipt.signatures).toHaveLength(kind === 'original' ? 4 : 0)
  })

  test('is in Chinese, with the language of whoever reads another one beside it', () => {
    const receipt = receiptText(FACTS, 'en', 'copy')
    expect(receipt).toMatchObject({ language: 'zh-CN', smallLanguage: 'en' })
    const small = linesOf(receipt)
      .map((line) => line.small ?? '')
      .join('\n')
    for (const part of ['30 September 2026', 'Guangming office', '8 October 2026'])
      expect(small).toContain(part)
    expect(linesOf(receiptText(FACTS, 'zh-Hant', 'copy')).filter(({ small }) => small)).toEqual([])
  })

  test('of which the paper says other dates promises no safe days, and a certain one names no notice', () => {
    const lines = (change: object) => receiptText({ ...FACTS, ...change }, 'zh-CN', 'original').next.length
    expect(lines({})).toBe(4)
    expect(lines({ safe: undefined })).toBe(3)
    expect(lines({ provisional: false })).toBe(3)
  })
})
