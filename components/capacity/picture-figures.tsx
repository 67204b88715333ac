import { getTranslations } from 'next-intl/server'
import type { AffectedCouple, DayPlaces } from '#lib/domain/change-picture.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { serviceName } from '#lib/format/service-name.ts'

/** What a change comes to, in few figures. */
export async function PictureFigures({
  picture,
  locale,
}: {
  picture: {
    readonly days: readonly DayPlaces[]
    readonly affected: readonly (AffectedCouple & { readonly hasContact: boolean })[]
    readonly keptCases: readonly string[]
  }
  locale: Locale
}) {
  const t = await getTranslations('changes.figures')
  const { days, affected, keptCases } = picture
  const total = (name: 'gained' | 'lost') => days.reduce((sum, day) => sum + day[name], 0)
  const byService = [...Map.groupBy(affected, ({ service }) => service)]
  const figures = [
    { name: 'lost', value: total('lost') },
    { name: 'gained', value: total('gained') },
    { name: 'couples', value: affected.length },
    { name: 'legal', value: affected.filter(({ latest }) => latest !== undefined).length },
    { name: 'keptCases', value: keptCases.length },
    { name: 'noContact', value: affected.filter(({ hasContact }) => !hasContact).length },
  ] as const
  return (
    <>
      <dl className="flex flex-wrap gap-x-7 gap-y-2">
        {figures.map(({ name, value }) => (
          <div key={name} className="flex items-baseline gap-1.5">
            <dd className="text-lead font-bold tabular-nums">{value}</dd>
            <dt className="text-small text-ink-soft">{t(name)}</dt>
          </div>
        ))}
      </dl>
      {byService.length > 0 ? (
        <p className="mt-1 text-small text-ink-soft">
          {byService
            .map(([service, own]) =>
              t('ofService', { service: serviceName(locale, service), count: own.length }),
            )
            .join(t('and'))}
        </p>
      ) : null}
    </>
  )
}
