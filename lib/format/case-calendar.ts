import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'

interface DatedCase {
  /** The same for the same case, so that a calendar takes a new file for the same entries. */
  readonly uid: string
  readonly deadlines: CaseDates
  readonly provisional: boolean
  readonly location?: string
  /** Higher after every change. */
  readonly sequence: number
  readonly cancelled: boolean
  readonly now: Date
}

/** The days of a case that count, for a calendar that others may see: whole days, and never what they are about. */
export function caseEntries(locale: Locale, found: DatedCase) {
  const { uid, deadlines, provisional, location = '', ...rest } = found
  const t = translator(locale, 'case-calendar')
  const words = {
    first: dayText(locale, deadlines.firstServiceDay),
    last: dayText(locale, deadlines.certWindowEnd),
    provisional: provisional ? 'yes' : 'no',
  }
  const entry = (name: string, date: CalendarDate) => ({
    ...rest,
    uid: `${uid}-${name}`,
    summary: t(`${name}.summary`),
    description: t(`${name}.description`, words),
    location,
    date,
  })
  return [
    entry('end', deadlines.coolingOffEnd),
    entry('first', deadlines.firstServiceDay),
    entry('last', deadlines.certWindowEnd),
  ]
}
