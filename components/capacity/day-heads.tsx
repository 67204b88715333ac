import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

type MarkKind = 'holiday' | 'makeup-workday' | 'closed' | 'stopped' | 'special'

interface HeadMark {
  readonly date: CalendarDate
  readonly kind: MarkKind
  readonly reason: LocalizedText
  /** The name of the lane that it concerns alone. */
  readonly lane?: LocalizedText | undefined
}

const TONES = {
  holiday: 'plain',
  'makeup-workday': 'plain',
  closed: 'stop',
  stopped: 'warn',
  special: 'accent',
} as const

/** The days of a week as heads of columns, each with why it is not like others. */
export async function DayHeads({
  days,
  today,
  marks,
  locale,
}: {
  days: readonly CalendarDate[]
  today: CalendarDate
  marks: readonly HeadMark[]
  locale: Locale
}) {
  const t = await getTranslations('hours.week')
  return days.map((date) => (
    <th
      key={date}
      scope="col"
      aria-current={date === today ? 'date' : undefined}
      className="w-[12.5%] px-2 py-1.5 align-top font-normal aria-[current=date]:bg-accent-tint"
    >
      <span className="block font-semibold whitespace-nowrap">{dayText(locale, date)}</span>
      {marks
        .filter((mark) => mark.date === date)
        .map(({ kind, reason, lane }) => (
          <span key={`${kind} ${lane?.[locale] ?? ''} ${reason[locale]}`} className="mt-1 block">
            <Tag tone={TONES[kind]}>
              {t('mark', {
                kind: t(`kind.${kind}`),
                reason: reason[locale],
                lane: lane?.[locale] ?? 'all',
              })}
            </Tag>
          </span>
        ))}
    </th>
  ))
}
