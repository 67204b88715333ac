import { getTranslations } from 'next-intl/server'
import type { NoticeState } from '#components/office/notice-form.tsx'
import type { CalendarPreview } from '#lib/desk/preview-calendar.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** What a notice would change, in words: the days that differ, and the cases whose window would move. */
export async function previewWords(
  locale: Locale,
  { changes, days, moves, picture, offices: told }: CalendarPreview,
): Promise<NonNullable<NoticeState['preview']>> {
  const t = await getTranslations('cases.calendar')
  const names = new Map(days.map(({ date, name }) => [date, name[locale]]))
  const added = changes.filter(({ from }) => from === 'ordinary').length
  const removed = changes.filter(({ to }) => to === 'ordinary').length
  const offices = new Map(
    await Promise.all(
      [...new Set([...moves.first, ...told.concerned].map(({ officeId }) => officeId))].map(
        async (id) => [id, (await getOffice(id))?.name[locale] ?? id] as const,
      ),
    ),
  )
  return {
    picture,
    summary: t('summary', {
      all: days.length,
      added,
      removed,
      changed: changes.length - added - removed,
    }),
    days: changes.map(({ date, from, to }) => ({
      id: date,
      when: dayText(locale, date),
      what: t('change', {
        from: t(`kind.${from}`),
        to: t(`kind.${to}`),
        name: names.get(date) ?? t('unnamed'),
      }),
    })),
    couplesTitle: t('couples', {
      count: told.concerned.reduce((sum, { couples }) => sum + couples, 0),
      lost: told.lost,
      gained: told.gained,
    }),
    couplesHint: told.concerned.length > 0 ? t('couplesHint') : undefined,
    couples: told.concerned.map(({ officeId, service, couples, legal }) => ({
      id: `${officeId} ${service}`,
      when: offices.get(officeId) ?? officeId,
      what: t('couple', { service: serviceName(locale, service), count: couples, legal }),
    })),
    movesTitle: t('moves', { count: moves.count }),
    moves: moves.first.map(({ officeId, receiptNumber, from, to }) => ({
      id: `${officeId} ${receiptNumber}`,
      when: receiptNumber,
      what: t('move', {
        office: offices.get(officeId) ?? officeId,
        from: dayText(locale, from, 'long'),
        to: dayText(locale, to, 'long'),
      }),
    })),
  }
}
