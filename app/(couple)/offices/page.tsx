import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { OfficeRows } from '#components/office/office-rows.tsx'
import { RegionLinks } from '#components/office/region-links.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findOffices } from './find-offices.ts'
import { OfficeFilter } from './office-filter.tsx'
import { type OfficeSearch, officesPath, readWish } from './read-wish.ts'

const MOST_SHOWN = 30

export async function generateMetadata(): Promise<Metadata> {
  const common = await getTranslations('common')
  const t = await getTranslations('offices')
  return { title: `${t('title')} · ${common('title')}` }
}

/** All offices: by name, by region, by what they do and for whom. */
export default async function OfficesPage({ searchParams }: { searchParams: Promise<OfficeSearch> }) {
  const wish = readWish(await searchParams)
  const { regions, within, offices } = await findOffices(wish)
  const t = await getTranslations('offices')
  const locale = await speakingLocale()
  const hasAsked = Boolean(wish.q || within || wish.service || wish.accepts)
  return (
    <CouplePage back={{ href: '/', text: t('backHome') }}>
      <h1>{t('title')}</h1>
      <p className="mb-4 text-ink-soft">{t('lead')}</p>
      <OfficeFilter wish={{ ...wish, within: within?.code }} />
      {wish.q ? null : (
        <RegionLinks
          regions={regions.map((region) => ({ ...region, name: region.name[locale] }))}
          within={within?.code}
          href={(code) => officesPath({ ...wish, within: code || undefined })}
          label={t('regions')}
          all={t('all')}
          count={(count) => t('count', { count })}
        />
      )}
      {offices.length > 0 ? (
        <section>
          <h2>{t('found', { count: offices.length })}</h2>
          <OfficeRows
            offices={offices.slice(0, MOST_SHOWN).map((office) => ({
              id: office.id,
              name: office.name[locale],
              address: office.address[locale],
              phone: office.phone,
              tier: t(`tiers.${office.tier}`),
              online: office.onlineBooking,
              booking: office.onlineBooking ? t('online') : t('offline'),
            }))}
          />
          {offices.length > MOST_SHOWN ? (
            <p className="mt-3 text-small text-ink-soft">{t('more', { shown: MOST_SHOWN })}</p>
          ) : null}
        </section>
      ) : null}
      {hasAsked && offices.length === 0 ? (
        <Notice title={t('none')} role="status">
          <p>{t('noneNext')}</p>
          <p>{t('nonePhone')}</p>
          <a className="prose-link inline-flex min-h-11 items-center" href="/offices">
            {t('backAll')}
          </a>
        </Notice>
      ) : null}
    </CouplePage>
  )
}
