import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { LaneDraft } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { WeekPlaces } from '#lib/domain/places-a-week.ts'
import { ruleText } from '#lib/format/rule-text.ts'
import { serviceName } from '#lib/format/service-name.ts'

/** A lane in sentences: what it serves, in which rhythm, when, and what that comes to. */
export async function LaneCard({
  lane,
  locale,
  href,
  history,
}: {
  lane: LaneDraft & { readonly id: string; readonly places: WeekPlaces }
  locale: Locale
  /** Where it is edited, for those who may. */
  href: string | undefined
  history: string
}) {
  const t = await getTranslations('hours')
  const name = lane.name[locale]
  return (
    <Card className="px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-body">{name}</h2>
        <span className="text-small tabular-nums">
          {t('makes', { usual: lane.places.usual, online: lane.places.online })}
        </span>
      </div>
      <p className="mb-1.5 flex flex-wrap gap-1.5 text-small">
        {lane.services.map((service) => (
          <Tag key={service}>{serviceName(locale, service)}</Tag>
        ))}
        <Tag>{t('rhythm', { minutes: lane.slotMinutes })}</Tag>
      </p>
      {lane.rules.length === 0 ? <p className="text-small text-ink-soft">{t('noRules')}</p> : null}
      <ul className="grid list-disc gap-1 pl-5 text-small">
        {lane.rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rules may read alike
          <li key={index}>{ruleText(locale, rule)}</li>
        ))}
      </ul>
      <p className="flex gap-5 text-small">
        {href ? (
          <a className="prose-link inline-flex min-h-11 items-center" href={href}>
            {t('edit')}
            <span className="sr-only"> {name}</span>
          </a>
        ) : null}
        <a className="prose-link inline-flex min-h-11 items-center" href={history}>
          {t('history.ofLane')}
          <span className="sr-only"> {name}</span>
        </a>
      </p>
    </Card>
  )
}
