import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { RowLinks } from '#components/ui/row-links.tsx'
import { pool } from '#lib/db/pool.ts'
import type { Actor } from '#lib/domain/actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { listOwnWaiting } from '#lib/rush/list-own-waiting.ts'

/** Where somebody stands in line; first of all a seat that is kept for them, because it does not wait long. */
export async function OwnWaiting({ actor, now }: { actor: Actor; now: Date }) {
  const entries = await listOwnWaiting(pool(), actor, now)
  const active = entries.filter(({ status }) => status === 'waiting' || status === 'offered')
  const [first] = active
  if (!first) return null
  const t = await getTranslations('waiting')
  const services = await getTranslations('services')
  const locale = await speakingLocale()
  const offered = active.flatMap(({ id, service, offer }) => (offer ? [{ id, service, offer }] : []))
  const names = [...new Set(active.map(({ service }) => services(`${service}.neutral`)))]
  return (
    <section className="mt-6">
      <h2>{t('title')}</h2>
      <RowLinks
        rows={[
          ...offered.map(({ id, service, offer }) => ({
            href: `/waiting/offer/${id}`,
            title: t('offered.title'),
            hint: (
              <>
                <span className="block">{services(`${service}.neutral`)}</span>
                <span className="block">
                  {t('offered.text', { until: instantText(locale, offer.until) })}
                </span>
              </>
            ),
          })),
          {
            href: '/waiting',
            title: t('own'),
            hint: (
              <>
                <span className="block">{names.join(' · ')}</span>
                <span className="block">
                  {t('status.waiting')} · {t('since', { at: instantText(locale, first.createdAt) })}
                </span>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
