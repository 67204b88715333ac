import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { Notice } from '#components/ui/notice.tsx'
import { findOwnMisses } from '#lib/booking/find-own-misses.ts'
import { pool } from '#lib/db/pool.ts'
import type { Service } from '#lib/domain/service.ts'
import { loadActor } from '#lib/edge/actor.ts'
import { dayText } from '#lib/format/dates.ts'

/** What somebody should know about their own missed appointments before the next one bites; mostly nothing. */
export async function MissesNotice({ service, officeId }: { service: Service; officeId: string }) {
  const actor = await loadActor()
  const misses = actor && (await findOwnMisses(pool(), { actor, service, officeId, now: new Date() }))
  if (!misses) return null
  const t = await getTranslations('misses')
  const locale = await speakingLocale()
  const { blockedUntil, lastOn, windowDays, blockDays } = misses
  const day = dayText(locale, blockedUntil ?? lastOn, 'plain')
  return (
    <div className="no-print my-5">
      {blockedUntil ? (
        <Notice tone="warn" title={t('paused.title', { day })}>
          <p>{t('paused.text', { day })}</p>
        </Notice>
      ) : (
        <Notice title={t('next.title')}>
          <p>{t('next.text', { day, window: windowDays, block: blockDays })}</p>
        </Notice>
      )}
    </div>
  )
}
