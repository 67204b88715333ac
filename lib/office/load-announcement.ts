import { shanghaiToday } from '#lib/domain/clock.ts'
import { narrowestText } from '#lib/domain/letter-wording.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { keepFresh } from './keep-fresh.ts'
import type { OfficeSummary, Queryable } from './store.ts'
import { readAnnouncements } from './text.sql.ts'

/**
 * What an office announces today: the dated announcement of the narrowest place it lies in, otherwise what stands in its
 * own data. Kept for a minute.
 */
export async function loadAnnouncement(
  queryable: Queryable,
  office: Pick<OfficeSummary, 'id' | 'region' | 'announcement'>,
  now: Date,
): Promise<LocalizedText | undefined> {
  const on = shanghaiToday(now)
  const texts = await keepFresh(`announcements ${on}`, now, () => readAnnouncements(queryable, on))
  const path = scopePath({ id: office.id, regionCode: office.region.code })
  return narrowestText(texts, path)?.text ?? office.announcement
}
