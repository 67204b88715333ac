import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { isCaseLetter } from '#lib/domain/case-letter.ts'
import { CONTACT_MEDIA } from '#lib/domain/contact.ts'
import { LETTER_KINDS, type LetterFacts, type LetterKind } from '#lib/domain/letter.ts'
import { narrowestText, tellsTooMuch } from '#lib/domain/letter-wording.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { letterText } from '#lib/format/letter-text.ts'

const everywhere = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const CLOSED: ReadonlySet<LetterKind> = new Set(['case-withdrawn', 'case-lapsed', 'case-issued'])
const QUIET = SERVICES.filter((service) => SERVICE_FACTS[service].mood === 'quiet')

function factsOf(kind: LetterKind, change: Partial<LetterFacts> = {}): LetterFacts {
  return {
    kind,
    service: 'MARRIAGE',
    code: '7K3Q9M2X4T',
    date: calendarDate('2026-12-01'),
    startTime: '09:00',
    fromDate: calendarDate('2026-11-30'),
    fromTime: '10:30',
    until: new Date('2026-11-25T20:14:00+08:00'),
    office: {
      id: 'one',
      regionCode: '510104',
      name: everywhere('光明区登记处'),
      address: everywhere('光明路 1 号'),
      phone: '010-00000000',
    },
    other: '王**',
    digits: '123456',
    ...(isCaseLetter(kind) && {
      service: 'DIVORCE_CERTIFICATE',
      code: undefined,
      startTime: undefined,
      fromDate: calendarDate('2026-12-24'),
      untilDate: calendarDate('2027-01-22'),
      receipt: '0412',
      other: undefined,
    }),
    link: 'https://y.example/appointment/7K3Q9M2X4T',
    ...change,
  }
}

const all = LOCALES.flatMap((locale) =>
  LETTER_KINDS.flatMap((kind) => CONTACT_MEDIA.map((medium) => ({ locale, kind, medium }))),
)

describe('every letter', () => {
  test('has its words in every language and medium, without holes', () => {
    for (const { locale, kind, medium } of all) {
      const { subject, text } = letterText(locale, factsOf(kind), medium)
      expect(text, `${locale} ${kind} ${medium}`).not.toMatch(/letters\.|[{}]|undefined/)
      expect(text.trim()).not.toBe('')
      expect(subject === '').toBe(medium !== 'email')
    }
  })

  test('of a quiet service tells neither the service nor the other person', () => {
    for (const service of QUIET) {
      for (const { locale, kind, medium } of all) {
        const { subject, text } = letterText(locale, factsOf(kind, { service }), medium)
        expect(tellsTooMuch(subject + text), `${locale} ${kind} ${medium}: ${text}`).toBe(false)
        expect(subject + text).not.toMatch(/王|结婚|結婚|marri|wedding/i)
      }
    }
  })

  test('about an appointment that lies ahead carries time, place and, once agreed, the code', () => {
    for (const kind of ['confirmed', 'confirmed-alone', 'moved', 'day-before', 'move-lapsed'] as const) {
      for (const medium of CONTACT_MEDIA) {
        const { text } = letterText('zh-CN', factsOf(kind), medium)
        for (const part of ['12月1日', '09:00', '光明区登记处', '7K3Q-9M2X-4T', 'https://']) {
          expect(text, `${kind} ${medium}`).toContain(part)
        }
      }
    }
  })

  test('of a case says where and until when, marks what is not certain, and never what it is about', () => {
    const open = LETTER_KINDS.filter((kind) => isCaseLetter(kind) && !CLOSED.has(kind))
    for (const { locale, kind, medium } of all.filter(({ kind }) => open.includes(kind))) {
      const { subject, text } = letterText(locale, factsOf(kind, { provisional: true }), medium)
      expect(text, kind).toMatch(/光明区登记处/)
      expect(text, kind).toMatch(locale === 'en' ? /22 Jan|24 Dec/ : /1月22日|12月24日/)
      expect(subject + text, kind).not.toMatch(
        /冷[静靜]期|撤回|withdraw|certificate|领证|領證|婚姻|marriage/i,
      )
      const isMarked =
        medium === 'email' || ['case-opened', 'case-dates-moved', 'window-opens'].includes(kind)
      if (isMarked) expect(text, kind).toMatch(/国务院|國務院|State Council/)
    }
    for (const { locale, kind, medium } of all.filter(({ kind }) => isCaseLetter(kind))) {
      expect(letterText(locale, factsOf(kind), medium).text).not.toMatch(/国务院|國務院|State Council/)
    }
  })

  test('fits on a phone: two parts at most, without its link little more than one', () => {
    for (const kind of LETTER_KINDS) {
      const { text } = letterText('zh-CN', factsOf(kind), 'sms')
      expect(text.length, text).toBeLessThanOrEqual(134)
      expect(text.replace(/https:\S+/, '').length, text).toBeLessThanOrEqual(80)
    }
  })

  test('of an office that cancels tells why, when it says why', () => {
    const why = letterText('zh-CN', factsOf('cancelled-office', { reason: '停电' }), 'sms').text
    expect(why).toContain('因为停电')
    expect(letterText('zh-CN', factsOf('cancelled-office'), 'sms').text).not.toContain('因为')
  })
})

describe('a wording of a place', () => {
  const say = (sms: string) =>
    letterText('zh-CN', factsOf('confirmed'), 'sms', { sms, subject: '', email: '' }).text
  const house = letterText('zh-CN', factsOf('confirmed'), 'sms').text

  test('is filled with what letters have; one that cannot be filled is told in the words of the house', () => {
    expect(say('{date} {time} {code}')).toBe('12月1日 周二 09:00 7K3Q-9M2X-4T')
    expect(say('{reason, select, none {没有原因} other {{reason}}}')).toBe('没有原因')
    for (const broken of ['{documentNumber}', '{constructor}', '{}', '{date', ' ', '<b>{date}</b>'])
      expect(say(broken), broken).toBe(house)
  })

  test('of the narrowest place wins, the youngest among its own', () => {
    const path = [
      { scope: 'national', scopeId: 'CN' },
      { scope: 'region', scopeId: '510000' },
      { scope: 'office', scopeId: 'one' },
    ] as const
    const text = (scope: 'national' | 'region' | 'office', scopeId: string, name: string) => ({
      scope,
      scopeId,
      name,
    })
    const choose = (...texts: ReturnType<typeof text>[]) => narrowestText(texts, path)?.name
    const national = text('national', 'CN', 'nation')
    expect(choose(national, text('region', '510000', 'province'))).toBe('province')
    expect(choose(text('region', '510000', 'young'), text('region', '510000', 'old'))).toBe('young')
    expect(choose(national, text('office', 'two', 'another office'))).toBe('nation')
    expect(choose(text('office', 'two', 'another office'))).toBeUndefined()
  })
})
