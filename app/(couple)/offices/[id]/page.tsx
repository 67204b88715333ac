import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { officesPath } from '#app/(couple)/offices/read-wish.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { ServiceOffers } from '#components/office/service-offers.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadAnnouncement } from '#lib/office/load-announcement.ts'
import { ClosedDays } from './closed-days.tsx'
import { ComingStops } from './coming-stops.tsx'
import { CounsellingTimes } from './counselling-times.tsx'
import { FromPlace } from './from-place.tsx'
import { HowToCome } from './how-to-come.tsx'
import { loadOffers } from './load-offers.ts'

interface Address {
  readonly params: Promise<{ readonly id: string }>
}

const loadOffice = cache(getOffice)

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const office = await loadOffice((await params).id)
  const common = await getTranslations('common')
  const name = office ? office.name[await speakingLocale()] : common('notFound.title')
  return { title: `${name} · ${common('title')}` }
}

/** One office: how to book it or what to do instead, what it does and for whom, how to get there. */
export default async function OfficePage({ params }: Address) {
  const office = await loadOffice((await params).id)
  if (!office) notFound()
  const now = new Date()
  const announcement = await loadAnnouncement(pool(), office, now)
  const t = await getTranslations('offices')
  const parties = await getTranslations('journey.parties')
  const facilities = await getTranslations('facilities')
  const locale = await speakingLocale()
  const offers = await loadOffers(office, now)
  const unlisted = PARTY_TYPES.find((type) => !office.accepts.includes(type))
  return (
    <CouplePage
      back={{ href: officesPath({ within: office.region.code }), text: office.region.name[locale] }}
    >
      <h1>{office.name[locale]}</h1>
      <div className="mt-4 grid gap-6">
        {office.onlineBooking ? null : (
          <Notice title={t('page.offline')} tone="warn">
            <p className="whitespace-pre-line">{office.instead?.[locale] ?? t('page.offlinePhone')}</p>
            <FromPlace origin={office.origins?.instead} />
            <PhoneLink phone={office.phone} />
          </Notice>
        )}
        {announcement ? (
          <Notice title={t('page.announcement')}>
            <p className="whitespace-pre-line">{announcement[locale]}</p>
            {announcement === office.announcement ? (
              <FromPlace origin={office.origins?.announcement} />
            ) : null}
          </Notice>
        ) : null}
        {office.closedOn ? (
          <Notice
            tone="warn"
            title={
              office.closedOn <= shanghaiToday(now)
                ? t('page.closed')
                : t('page.closing', { day: dayText(locale, office.closedOn, 'long') })
            }
          />
        ) : null}
        <ClosedDays office={office} now={now} />
        <section>
          <h2>{t('page.services')}</h2>
          {office.services.length === 0 ? <p>{t('page.noServices')}</p> : null}
          {offers.map(({ mode, offers: ofMode }) => (
            <ServiceOffers
              key={mode}
              title={t(`page.${mode}`)}
              note={t(`page.${mode}Note`)}
              offers={ofMode}
            />
          ))}
          <p className="text-small text-ink-soft">{t('page.notRegistration')}</p>
        </section>
        {office.tier === 'mobile' ? <ComingStops officeId={office.id} now={now} /> : null}
        <HowToCome office={office} />
        <CounsellingTimes officeId={office.id} now={now} />
        <section>
          <h2>{t('page.accepts')}</h2>
          <FactList facts={office.accepts.map((type) => parties(type))} />
          {unlisted ? (
            <>
              <p className="mt-2 text-small text-ink-soft">{t('page.acceptsNote')}</p>
              <a
                className="prose-link inline-flex min-h-11 items-center text-small"
                href={officesPath({ accepts: unlisted })}
              >
                {t('page.acceptsOther')}
              </a>
            </>
          ) : null}
        </section>
        {office.facilities.length > 0 ? (
          <section>
            <h2>{t('page.facilities')}</h2>
            <FactList facts={office.facilities.map((facility) => facilities(facility))} />
            <FromPlace origin={office.origins?.facilities} />
            {office.facilities.includes('home-visit') ? (
              <a className="prose-link inline-flex min-h-11 items-center" href="/home-visit">
                {t('page.homeVisit')}
              </a>
            ) : null}
          </section>
        ) : null}
        {office.children.length > 0 ? (
          <section>
            <h2>{t('page.children')}</h2>
            <RowLinks
              rows={office.children.map((child) => ({
                href: `/offices/${child.id}`,
                title: child.name[locale],
                hint: t(`tiers.${child.tier}`),
              }))}
            />
          </section>
        ) : null}
      </div>
    </CouplePage>
  )
}
