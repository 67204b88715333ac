import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'

/** The same in the language of the document and, small, in another one. */
export interface Bilingual {
  readonly text: string
  readonly small?: string
}

/** What a receipt is made of. */
export interface ReceiptFacts {
  readonly office: {
    readonly name: LocalizedText
    readonly address: LocalizedText
    readonly phone: string
  }
  readonly receiptNumber: string
  /** In full on the original, masked on a copy. */
  readonly names: readonly string[]
  readonly acceptedOn: CalendarDate
  readonly deadlines: CaseDates
  readonly provisional: boolean
  /** The days that hold under every reading; undefined where the paper says other dates than we compute. */
  readonly safe: { readonly from: CalendarDate; readonly until: CalendarDate } | undefined
}

/** A receipt in words, ready to be drawn. */
export interface ReceiptText {
  readonly title: Bilingual
  readonly facts: readonly { readonly label: Bilingual; readonly value: Bilingual }[]
  readonly stepsTitle: Bilingual
  readonly steps: readonly {
    readonly id: string
    readonly when: Bilingual
    readonly what: Bilingual
    readonly law: Bilingual
  }[]
  readonly nextTitle: Bilingual
  readonly next: readonly Bilingual[]
  readonly law: Bilingual
  readonly signatures: readonly Bilingual[]
  readonly language: Locale
  readonly smallLanguage: Locale | undefined
}

const STEPS = ['accepted', 'cooling-off', 'window', 'after'] as const

/**
 * The receipt of an accepted application: whose, where, all dates, what each may do until when, and what comes next. An
 * official paper is in Chinese; whoever reads another language finds it small beside it. 民法典 art. 1077; 民发〔2020〕116号.
 */
export function receiptText(facts: ReceiptFacts, reader: Locale, kind: 'original' | 'copy'): ReceiptText {
  const language = reader === 'en' ? 'zh-CN' : reader
  const smallLanguage = reader === language ? undefined : reader
  const both = (write: (locale: Locale) => string): Bilingual =>
    smallLanguage ? { text: write(language), small: write(smallLanguage) } : { text: write(language) }
  const say = (key: string) =>
    both((locale) => translator(locale, 'case-receipt')(key, valuesOf(locale, facts)))
  const { office, receiptNumber, names, acceptedOn } = facts
  const same = (text: string): Bilingual => ({ text })
  return {
    language,
    smallLanguage,
    title: say(`title.${kind}`),
    facts: [
      { label: say('fact.office'), value: both((locale) => office.name[locale]) },
      { label: say('fact.address'), value: both((locale) => office.address[locale]) },
      { label: say('fact.phone'), value: same(office.phone) },
      { label: say('fact.number'), value: same(receiptNumber) },
      { label: say('fact.people'), value: same(names.join(translator(language, 'dates')('comma'))) },
      { label: say('fact.accepted'), value: both((locale) => dayText(locale, acceptedOn, 'long')) },
    ],
    stepsTitle: say('stepsTitle'),
    steps: STEPS.map((id) => ({
      id,
      when: say(`step.${id}.when`),
      what: say(`step.${id}.what`),
      law: say(`step.${id}.law`),
    })),
    nextTitle: say('nextTitle'),
    next: [
      ...(facts.safe ? [say('next.safe')] : []),
      say('next.kept'),
      say('next.listen'),
      ...(facts.provisional ? [say('next.provisional')] : []),
      ...(kind === 'copy' ? [say('next.paper')] : []),
    ],
    law: say('law'),
    signatures:
      kind === 'original' ? ['first', 'second', 'registrar', 'seal'].map((who) => say(`sign.${who}`)) : [],
  }
}

function valuesOf(
  locale: Locale,
  { office, acceptedOn, deadlines, safe }: ReceiptFacts,
): Record<string, string> {
  const long = (day: CalendarDate | undefined) => (day ? dayText(locale, day, 'long') : '')
  return {
    office: office.name[locale],
    phone: office.phone,
    accepted: long(acceptedOn),
    end: long(deadlines.coolingOffEnd),
    start: long(deadlines.certWindowStart),
    first: long(deadlines.firstServiceDay),
    last: long(deadlines.certWindowEnd),
    late: deadlines.firstServiceDay === deadlines.certWindowStart ? 'no' : 'yes',
    safeFrom: long(safe?.from),
    safeUntil: long(safe?.until),
  }
}
