import { getTranslations } from 'next-intl/server'
import { classNames } from '#components/ui/class-names.ts'

/** The lists of an office's cases with how many each holds; the one on show is marked. */
export async function CaseLists({
  counts,
  current,
}: {
  counts: Readonly<Record<string, number>>
  current: string | undefined
}) {
  const t = await getTranslations('cases.list')
  return (
    <nav aria-label={t('label')} className="mb-3">
      <ul className="flex flex-wrap gap-1.5">
        {Object.entries(counts).map(([list, count]) => (
          <li key={list}>
            <a
              href={`/desk/cases?list=${list}`}
              aria-current={list === current ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center gap-2 rounded-small border px-3 no-underline',
                list === current
                  ? 'border-accent bg-accent-tint font-semibold text-accent-deep'
                  : 'border-line bg-surface text-ink',
              )}
            >
              {t(`name.${list}`)}
              <span className="tabular-nums text-ink-soft">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
