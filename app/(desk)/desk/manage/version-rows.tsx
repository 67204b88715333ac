import { getTranslations } from 'next-intl/server'
import type { VersionRow } from '#components/approval/version-table.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { type AnyVersion, versionWords } from './proposal-words.ts'

/** The versions that a place has of its own: what is coming, what holds unless it comes from elsewhere, what was. */
export function ownVersions<One extends Scope>(
  row:
    | { readonly origin: One | undefined; readonly coming: readonly One[]; readonly past: readonly One[] }
    | undefined,
  place: Scope,
): readonly One[] {
  if (!row) return []
  const { origin, coming, past } = row
  const isOwn = origin?.scope === place.scope && origin.scopeId === place.scopeId
  return [...coming, ...(origin && isOwn ? [origin] : []), ...past]
}

/** The rows of a table of versions; one that has not begun can be taken back by those who may propose. */
export async function versionRows<One extends AnyVersion & { readonly id: string }>({
  locale,
  today,
  versions,
  tell,
  backTo,
}: {
  locale: Locale
  today: CalendarDate
  versions: readonly One[]
  /** What stands in a version, and by which source. */
  tell: (one: One) => Promise<Pick<VersionRow, 'value' | 'source'>>
  /** Where taking a version back is proposed; undefined for those who may not. */
  backTo: ((id: string) => string) | undefined
}): Promise<VersionRow[]> {
  const words = await getTranslations('approvals')
  return Promise.all(
    versions.map(async (one) => ({
      id: one.id,
      ...(await versionWords(locale, one, today)),
      ...(await tell(one)),
      act:
        backTo && !one.isTakenBack && one.validFrom > today ? (
          <a className="text-accent-deep underline underline-offset-4" href={backTo(one.id)}>
            {words('takeBack')}
          </a>
        ) : null,
    })),
  )
}
