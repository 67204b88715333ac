import { getLocale, getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { ARRIVAL_VERDICTS } from '#lib/domain/arrival.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { clockText, dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'

const TONES = { fine: 'ok', late: 'ok', 'already-here': 'plain', 'already-done': 'plain' } as const

/** One big word, and under it what to do next; never a bare no. */
export async function ArrivalVerdict({ search }: { search: Readonly<Record<string, string | undefined>> }) {
  const t = await getTranslations('desk.verdict')
  const locale = (await getLocale()) as Locale
  const verdict = ARRIVAL_VERDICTS.find((one) => one === search.verdict)
  const step = `step.${search.step}`
  if (!verdict || !t.has(step as never)) return null
  const { day = '', from = '', office, number = '', also } = search
  const values = {
    day: isCalendarDate(day) ? dayText(locale, day) : '',
    time: Number.isNaN(Date.parse(from)) ? (search.time ?? '') : clockText(locale, new Date(from)),
    office: office ? ((await getOffice(office))?.name[locale] ?? '') : '',
    number,
  }
  const tone = verdict in TONES ? TONES[verdict as keyof typeof TONES] : 'warn'
  return (
    <Notice tone={tone} role="alert">
      <p className="text-title font-bold">{t(verdict)}</p>
      <p>{t(step as 'step.come-on', values)}</p>
      {also
        ? also.split(',').map((id) => (
            <a
              key={id}
              className="prose-link inline-flex min-h-8 items-center"
              href={`/desk?at=${encodeURIComponent(id)}`}
            >
              {t('also')}
            </a>
          ))
        : null}
    </Notice>
  )
}
