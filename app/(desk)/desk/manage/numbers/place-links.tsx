import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { NumbersPlace, OpenedScope } from '#lib/numbers/open-scope.ts'

/** From the widest place that one may see down to this one, and its parts. `hrefOf` makes the address of a place. */
export async function PlaceLinks({
  opened: { above, place, parts },
  hrefOf,
}: {
  opened: OpenedScope
  hrefOf: (at: string) => string
}) {
  const t = await getTranslations('numbers')
  const locale = (await getLocale()) as Locale
  const nameOf = ({ at, name }: NumbersPlace) => name?.[locale] ?? (at === 'CN' ? t('nation') : at)
  const below = parts.filter(({ at }) => at !== place.at)
  return (
    <nav aria-label={t('places')} className="no-print mb-3 grid gap-1 text-small">
      {above.length > 0 ? (
        <p className="m-0 flex flex-wrap items-center gap-x-2">
          {above.map((one) => (
            <span key={one.at} className="flex items-center gap-x-2">
              <a className="prose-link inline-flex min-h-9 items-center" href={hrefOf(one.at)}>
                {nameOf(one)}
              </a>
              <span aria-hidden="true">›</span>
            </span>
          ))}
          <span aria-current="page">{nameOf(place)}</span>
        </p>
      ) : null}
      {below.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-9 cursor-pointer items-center text-accent-deep">
            {t('parts', { count: below.length })}
          </summary>
          <ul className="flex flex-wrap gap-x-4">
            {below.map((one) => (
              <li key={one.at}>
                <a className="prose-link inline-flex min-h-9 items-center" href={hrefOf(one.at)}>
                  {nameOf(one)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  )
}
