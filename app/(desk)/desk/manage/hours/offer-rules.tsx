import { getLocale, getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { listRegions } from '#lib/office/list-regions.ts'
import type { OfferRule } from '#lib/office/tell-offer-rules.ts'
import { MANAGE_PAGES, type ManagePage } from '../manage-pages.ts'

const POLICIES = '/desk/manage/policies'

/** How far ahead is booked, from when and until when, each with who laid it down; they are changed as dated rules. */
export async function OfferRules({ offer, office }: { offer: readonly OfferRule[]; office: LocalizedText }) {
  const t = await getTranslations('hours.offer')
  const locale = (await getLocale()) as Locale
  const regions = await listRegions()
  const originOf = ({ origin }: OfferRule) => {
    if (!origin) return t('origin.product')
    if (origin.scope === 'national') return t('origin.national')
    if (origin.scope === 'office') return office[locale]
    return regions.find(({ code }) => code === origin.scopeId)?.name[locale] ?? origin.scopeId
  }
  const pages: readonly ManagePage[] = MANAGE_PAGES.rules
  return (
    <Card className="px-4 py-3">
      <h2 className="text-body">{t('title')}</h2>
      <dl className="grid gap-1.5 text-small">
        {offer.map((rule) => (
          <div key={rule.key}>
            <dt className="text-ink-soft">{t(`key.${rule.key}`)}</dt>
            <dd>
              {rule.value === undefined ? t('none') : t(`value.${rule.key}`, { value: rule.value })}
              <span className="text-ink-soft"> · {t('from', { origin: originOf(rule) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      {pages.some(({ href }) => href === POLICIES) ? (
        <a className="prose-link inline-flex min-h-11 items-center text-small" href={POLICIES}>
          {t('change')}
        </a>
      ) : null}
    </Card>
  )
}
