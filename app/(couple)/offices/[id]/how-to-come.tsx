import { getTranslations } from 'next-intl/server'
import { officesPath } from '#app/(couple)/offices/read-wish.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { MapLink } from '#components/office/map-link.tsx'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import type { getOffice } from '#lib/office/get-office.ts'
import { FromPlace } from './from-place.tsx'

/** Where it is, how to get there, when it is open, and to which office it belongs. */
export async function HowToCome({ office }: { office: NonNullable<Awaited<ReturnType<typeof getOffice>>> }) {
  const t = await getTranslations('offices')
  const locale = await speakingLocale()
  const name = office.name[locale]
  const rows = [
    {
      label: t('page.address'),
      value: (
        <>
          <span className="block">{office.address[locale]}</span>
          <MapLink at={office.location} name={office.name['zh-CN']} text={t('page.map')} about={name} />
        </>
      ),
    },
    ...(office.transit ? [{ label: t('page.transit'), value: office.transit[locale] }] : []),
    {
      label: t('page.phone'),
      value: (
        <>
          <PhoneLink phone={office.phone} />
          <FromPlace origin={office.origins?.phone} />
        </>
      ),
    },
    {
      label: t('page.hours'),
      value: (
        <>
          <span className="block">{office.hours[locale]}</span>
          <span className="block text-small font-normal text-ink-soft">{t('page.hoursNote')}</span>
        </>
      ),
    },
    { label: t('page.tier'), value: t(`tiers.${office.tier}`) },
    {
      label: t('page.region'),
      value: (
        <a
          className="prose-link inline-flex min-h-11 items-center"
          href={officesPath({ within: office.region.code })}
        >
          {office.region.name[locale]}
        </a>
      ),
    },
    ...(office.parent
      ? [
          {
            label: t('page.parent'),
            value: (
              <a
                className="prose-link inline-flex min-h-11 items-center"
                href={`/offices/${office.parent.id}`}
              >
                {office.parent.name[locale]}
              </a>
            ),
          },
        ]
      : []),
  ]
  return (
    <section>
      <h2>{t('page.visit')}</h2>
      <Card className="px-4">
        <SummaryList rows={rows} />
      </Card>
    </section>
  )
}
