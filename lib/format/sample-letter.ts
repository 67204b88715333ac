import { calendarDate } from '#lib/domain/calendar-date.ts'
import { isCaseLetter } from '#lib/domain/case-letter.ts'
import { isHomeVisitNews } from '#lib/domain/home-visit.ts'
import type { LetterFacts, LetterKind } from '#lib/domain/letter.ts'
import { type LetterWording, smsLength } from '#lib/domain/letter-wording.ts'
import { LOCALES, type Locale, type LocalizedText } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { letterText } from './letter-text.ts'

/** A letter as somebody would get it, with invented facts. */
export interface SampleLetter {
  readonly sms: string
  readonly smsLength: ReturnType<typeof smsLength>
  readonly subject: string
  readonly email: string
}

/** How a letter would read in a language, in the words of the house or in these. */
export function sampleLetter(locale: Locale, kind: LetterKind, wording?: LetterWording): SampleLetter {
  const facts = sampleFacts(locale, kind)
  const sms = letterText(locale, facts, 'sms', wording).text
  const { subject, text: email } = letterText(locale, facts, 'email', wording)
  return { sms, smsLength: smsLength(sms), subject, email }
}

function sampleFacts(locale: Locale, kind: LetterKind): LetterFacts {
  const everywhere = (key: string) =>
    Object.fromEntries(
      LOCALES.map((one) => [one, translator(one, 'texts')(`sample.${key}`)]),
    ) as unknown as LocalizedText
  const isOfCase = isCaseLetter(kind)
  return {
    kind,
    service: isOfCase ? 'DIVORCE_CERTIFICATE' : 'MARRIAGE',
    date: calendarDate('2026-12-01'),
    fromDate: calendarDate('2026-11-30'),
    startTime: '09:00',
    fromTime: '10:30',
    until: new Date('2026-11-25T20:14:00+08:00'),
    office: {
      id: 'sample',
      regionCode: '510104',
      name: everywhere('office'),
      address: everywhere('address'),
      phone: '010-00000000',
    },
    other: translator(locale, 'texts')('sample.other'),
    digits: '123456',
    link: 'https://yueding.example/a/7K3Q9',
    ...(isOfCase ? { receipt: '0412', untilDate: calendarDate('2027-01-22'), provisional: true } : {}),
    ...(isOfCase || isHomeVisitNews(kind) ? {} : { code: '7K3Q9M2X4T' }),
    ...(kind === 'cancelled-office' ? { reason: translator(locale, 'texts')('sample.reason') } : {}),
  }
}
