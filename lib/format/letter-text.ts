import { groupedCode } from '#lib/domain/appointment-code.ts'
import { isCaseLetter } from '#lib/domain/case-letter.ts'
import type { ContactMedium } from '#lib/domain/contact.ts'
import { isHomeVisitNews } from '#lib/domain/home-visit.ts'
import type { LetterFacts, LetterKind } from '#lib/domain/letter.ts'
import type { LetterPart, LetterValues, LetterWording } from '#lib/domain/letter-wording.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { fillMessage } from '#lib/i18n/fill-message.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText, instantText } from './dates.ts'
import { serviceName } from './service-name.ts'

/**
 * What a letter can name, in words; empty where it does not apply. Of a quiet service neither its name nor that of the
 * other person is told: somebody else may see the screen.
 */
export function letterValues(locale: Locale, facts: LetterFacts): LetterValues {
  const translate = translator(locale, 'letters')
  const quiet = translator(locale, wordsOf(facts.kind))('quiet')
  const isQuiet = facts.service === undefined || SERVICE_FACTS[facts.service].mood === 'quiet'
  const { date, fromDate, office, until } = facts
  return {
    service: isQuiet || !facts.service ? quiet : serviceName(locale, facts.service),
    date: date ? dayText(locale, date) : '',
    time: facts.startTime ?? '',
    fromDate: fromDate ? dayText(locale, fromDate) : '',
    fromTime: facts.fromTime ?? '',
    untilDate: facts.untilDate ? dayText(locale, facts.untilDate) : '',
    receipt: facts.receipt ?? '',
    office: office?.name[locale] ?? '',
    address: office?.address[locale] ?? '',
    phone: office?.phone ?? '',
    code: facts.code ? groupedCode(facts.code) : '',
    until: until ? instantText(locale, until) : '',
    other: isQuiet || !facts.other ? translate('other') : facts.other,
    reason: facts.reason ?? '',
    digits: facts.digits ?? '',
    link: facts.link ?? '',
    leave: facts.leave ?? '',
  }
}

/** Letters about a case or a visit at home have files of their own: they never name what it is about. */
export function wordsOf(kind: LetterKind): 'case-letters' | 'visit-letters' | 'letters' {
  if (isHomeVisitNews(kind)) return 'visit-letters'
  return isCaseLetter(kind) ? 'case-letters' : 'letters'
}

/**
 * A letter in words, those of the house or a wording of a place: short for a phone, with all facts by e-mail. A part of a
 * wording that cannot be filled is told in the words of the house.
 */
export function letterText(
  locale: Locale,
  facts: LetterFacts,
  medium: ContactMedium,
  wording?: LetterWording,
): { readonly subject: string; readonly text: string } {
  const translate = translator(locale, 'letters')
  const own = translator(locale, wordsOf(facts.kind))
  const values = letterValues(locale, facts)
  const provisional = facts.provisional ? 'yes' : 'no'
  const words = { ...values, reason: values.reason || 'none', provisional }
  const say = (part: LetterPart) =>
    (wording && fillMessage(locale, wording[part], words)) ?? own(`${part}.${facts.kind}`, words)
  if (medium !== 'email') return { subject: '', text: say('sms') }
  const line = (key: string, isKnown: boolean) => (isKnown ? [translate(`line.${key}`, values)] : [])
  const stillHolds = facts.code !== undefined
  const isOfCase = facts.receipt !== undefined
  const isAhead = stillHolds || facts.kind === 'offer'
  const paragraphs = [
    [say('email')],
    [
      ...line('service', stillHolds && values.service !== translate('quiet')),
      ...line('when', isAhead && facts.date !== undefined),
      ...(facts.untilDate ? [own('line.window', values)] : []),
      ...line('where', (isAhead || facts.untilDate !== undefined) && facts.office !== undefined),
      ...line('phone', (stillHolds || isOfCase) && facts.office !== undefined),
      ...line('code', stillHolds),
      ...(isOfCase ? [own('line.receipt', values)] : []),
    ],
    facts.link ? [translate('line.link'), facts.link] : [],
    facts.leave ? [translate('line.leave'), facts.leave] : [],
    [translate('foot')],
  ]
  const text = paragraphs.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')
  return { subject: say('subject'), text: `${text}\n` }
}
