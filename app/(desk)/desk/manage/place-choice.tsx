import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { NamedPlace } from '#lib/office/list-place-path.ts'

/** The places from the nation to the office; one is shown, the others are a step away. */
export async function PlaceChoice({
  path,
  current,
  href,
  locale,
}: {
  path: readonly NamedPlace[]
  current: Scope
  /** The page without a place. */
  href: string
  locale: Locale
}) {
  const t = await getTranslations('policies')
  return (
    <nav aria-label={t('place')}>
      <ol className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 text-small">
        {path.map(({ scope, scopeId, name, maySee }, index) => {
          const isCurrent = scope === current.scope && scopeId === current.scopeId
          const text = name?.[locale] ?? t('nation')
          const look = classNames(
            'inline-flex min-h-9 items-center rounded-card px-2',
            isCurrent ? 'bg-accent-tint font-semibold text-accent-deep' : undefined,
          )
          return (
            <li key={scopeId} className="flex items-center gap-2">
              {index > 0 ? <span aria-hidden="true">›</span> : null}
              {maySee ? (
                <a
                  className={look}
                  href={`${href}?place=${scopeId}`}
                  aria-current={isCurrent ? 'page' : undefined}
                >
                  {text}
                </a>
              ) : (
                <span className={classNames(look, 'text-ink-soft')}>{text}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
