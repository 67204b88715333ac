import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText, instantText } from '#lib/format/dates.ts'

export interface ExportLine {
  readonly id: string
  readonly state: 'open' | 'approved' | 'refused' | 'withdrawn' | 'expired'
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly note: string
  readonly askedAt: Date
  readonly decidedByName: string | undefined
  readonly answer: string | undefined
  readonly expiresAt: Date
  readonly downloadsLeft: number
}

const TONES = {
  open: 'accent',
  approved: 'ok',
  refused: 'stop',
  withdrawn: 'plain',
  expired: 'plain',
} as const

/** The lists that somebody has asked for: what became of them, and the file of those that can be fetched. */
export async function ExportList({
  exports,
  withdraw,
  locale,
}: {
  exports: readonly ExportLine[]
  withdraw: (form: FormData) => Promise<void>
  locale: Locale
}) {
  const t = await getTranslations('exports')
  return (
    <section aria-labelledby="list">
      <h2 id="list">{t('own')}</h2>
      {exports.length === 0 ? <p className="text-small text-ink-soft">{t('none')}</p> : null}
      <ul className="divide-y divide-line border-line [&:not(:empty)]:border-y">
        {exports.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-5 gap-y-2 py-3">
            <div className="min-w-60 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {one.from === one.until
                  ? t('day', { day: dayText(locale, one.from) })
                  : t('days', { from: dayText(locale, one.from), until: dayText(locale, one.until) })}
                <Tag tone={TONES[one.state]}>{t(`state.${one.state}`)}</Tag>
              </p>
              <p className="text-small text-ink-soft">
                {t('asked', { at: instantText(locale, one.askedAt), note: one.note })}
                {one.decidedByName ? ` ${t('decided', { by: one.decidedByName })}` : ''}
                {one.answer ? ` ${one.answer}` : ''}
              </p>
            </div>
            {one.downloadsLeft > 0 ? (
              <form action={`/desk/manage/exports/${one.id}`} method="post" data-unguarded>
                <Button type="submit" wide={false}>
                  {t('download')}
                </Button>
                <p className="text-small text-ink-soft">
                  {t('left', { count: one.downloadsLeft, until: instantText(locale, one.expiresAt) })}
                </p>
              </form>
            ) : null}
            {one.state === 'approved' && one.downloadsLeft === 0 ? (
              <p className="text-small text-ink-soft">{t('usedUp')}</p>
            ) : null}
            {one.state === 'open' ? (
              <form action={withdraw}>
                <input type="hidden" name="id" value={one.id} />
                <Button type="submit" kind="second" wide={false}>
                  {t('withdraw')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
