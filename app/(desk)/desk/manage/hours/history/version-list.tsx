import { getLocale, getTranslations } from 'next-intl/server'
import type { listVersions } from '#lib/capacity/list-versions.ts'
import type { showHours } from '#lib/capacity/show-hours.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { changeLines, lineDifference } from '#lib/format/change-lines.ts'
import { instantText } from '#lib/format/dates.ts'

type Found<Verb extends (...args: never[]) => Promise<Result<unknown>>> = Extract<
  Awaited<ReturnType<Verb>>,
  { readonly ok: true }
>['value']
type MadeChange = Found<typeof listVersions>[number]

/** Changes of hours, the youngest first; of what was changed before, only what differs. */
export async function VersionList({
  versions,
  hours,
  most,
}: {
  versions: readonly MadeChange[]
  hours: Found<typeof showHours>
  /** No more than the youngest so many. */
  most?: number
}) {
  const t = await getTranslations('hours.history')
  const locale = (await getLocale()) as Locale
  const subjectOf = (change: MadeChange['change']) =>
    change.kind === 'quotas' ? 'quotas' : 'laneId' in change ? `${change.kind} ${change.laneId}` : undefined
  const entries = versions.slice(0, most).map((one, index) => {
    const { title, lines } = changeLines(locale, one.change, hours)
    const subject = subjectOf(one.change)
    const isKept = one.change.kind === 'lane' || one.change.kind === 'quotas'
    const before = isKept
      ? versions.slice(index + 1).find(({ change }) => subjectOf(change) === subject)
      : undefined
    const difference = before && lineDifference(changeLines(locale, before.change, hours).lines, lines)
    return {
      ...one,
      title,
      come: difference?.come ?? lines,
      gone: difference?.gone ?? [],
      isFirst: !difference,
    }
  })
  return (
    <ol className="grid gap-3">
      {entries.map(({ id, madeAt, by, title, come, gone, isFirst }) => (
        <li key={id} className="rounded-card border border-line bg-surface px-4 py-3">
          <p className="font-semibold">
            {hours.mayEdit ? (
              <a className="prose-link inline-flex min-h-9 items-center" href={`/desk/manage/changes/${id}`}>
                {title}
              </a>
            ) : (
              title
            )}
          </p>
          <p className="mb-1 text-small text-ink-soft tabular-nums">
            {t('by', { at: instantText(locale, madeAt), who: by ?? t('somebody') })}
          </p>
          <ul className="grid gap-0.5 text-small">
            {gone.map((line) => (
              <li key={`- ${line}`} className="text-ink-soft">
                <del>
                  <span className="sr-only">{t('gone')}</span>
                  {line}
                </del>
              </li>
            ))}
            {come.map((line) => (
              <li key={`+ ${line}`}>
                {isFirst ? (
                  line
                ) : (
                  <ins className="font-semibold no-underline">
                    <span aria-hidden="true">+ </span>
                    <span className="sr-only">{t('come')}</span>
                    {line}
                  </ins>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
