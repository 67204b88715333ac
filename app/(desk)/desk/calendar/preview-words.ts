import { getTranslations } from 'next-intl/server'
import type { NoticePreviewWords } from '#components/office/notice-preview.tsx'
import type { CalendarPreview } from '#lib/desk/preview-calendar.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { NoticeDayPicture } from '#lib/domain/notice-picture.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { type ChoiceSituation, choiceWords } from './choice-words.ts'

/** So many offices are named; the others are counted. */
const OFFICES_NAMED = 20

/** What a notice would change, in words: each day with places and couples, the offices, and the cases whose window would move. */
export async function previewWords(
  locale: Locale,
  preview: CalendarPreview,
  situation: Omit<ChoiceSituation, 'preview'>,
): Promise<NoticePreviewWords> {
  const { changes, days, moves, picture, offices: told } = preview
  const t = await getTranslations('cases.calendar')
  const n = await getTranslations('notice')
  const added = changes.filter(({ from }) => from === 'ordinary').length
  const removed = changes.filter(({ to }) => to === 'ordinary').length
  const named = told.concerned.slice(0, OFFICES_NAMED)
  const offices = new Map(
    await Promise.all(
      [...new Set([...moves.first, ...named].map(({ officeId }) => officeId))].map(
        async (id) => [id, (await getOffice(id))?.name[locale] ?? id] as const,
      ),
    ),
  )
  const names = new Map(days.map(({ date, name }) => [date, name[locale]]))
  const total = (name: 'lost' | 'gained') => told.days.reduce((sum, day) => sum + day[name], 0)
  const more = told.concerned.length - named.length
  return {
    picture,
    pictureHash: told.hash,
    summary: t('summary', {
      all: days.length,
      added,
      removed,
      changed: changes.length - added - removed,
    }),
    daysTitle: n('daysTitle'),
    heads: (['day', 'becomes', 'places', 'couples', 'legal', 'noContact'] as const).map((name) =>
      n(`head.${name}`),
    ),
    days: told.days.map((day) => ({
      id: day.date,
      cells: [dayText(locale, day.date), becomes(day), places(day), couples(day), legal(day), reach(day)],
    })),
    couplesTitle: n('couples', { count: told.couples, lost: total('lost'), gained: total('gained') }),
    offices: named.map(({ officeId, couples: count, legal: bound }) => ({
      id: officeId,
      when: n('officeCouples', { count, legal: bound }),
      what: offices.get(officeId) ?? officeId,
    })),
    moreOffices: more > 0 ? n('moreOffices', { count: more }) : undefined,
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
    warning: t('enterHint'),
    choice: await choiceWords({ ...situation, preview }),
  }

  function becomes({ date, becomes: kind, from }: NoticeDayPicture): string {
    const name = names.get(date)
    const said = n(`becomes.${kind}`)
    const was = n('was', { kind: t(`kind.${from}`) })
    return name ? n('becomesNamed', { said, name, was }) : n('becomesUnnamed', { said, was })
  }

  function places({ lost, gained }: NoticeDayPicture): string {
    const parts = [lost > 0 ? `−${lost}` : '', gained > 0 ? `+${gained}` : ''].filter(Boolean)
    return parts.join(' ') || '—'
  }

  function couples({ couples: count, services }: NoticeDayPicture): string {
    if (count === 0) return '—'
    const own = services.map((one) =>
      n('ofService', { service: serviceName(locale, one.service), count: one.couples }),
    )
    return own.join(n('and'))
  }

  function legal({ legal: count, latest }: NoticeDayPicture): string {
    return latest ? n('legalUntil', { count, day: dayText(locale, latest) }) : '—'
  }

  function reach({ withoutContact }: NoticeDayPicture): string {
    return withoutContact > 0 ? n('noContact', { count: withoutContact }) : '—'
  }
}
