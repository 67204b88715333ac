import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { ServiceOffer } from '#components/office/service-offers.tsx'
import { findNextFree, type NextFree } from '#lib/booking/find-next-free.ts'
import { pool } from '#lib/db/pool.ts'
import { SERVICE_MODES, type ServiceMode } from '#lib/domain/place.ts'
import { SERVICE_FACTS, SERVICES, type Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'
import type { getOffice } from '#lib/office/get-office.ts'

type Office = NonNullable<Awaited<ReturnType<typeof getOffice>>>

/** What an office does, by mode; what can be booked with its next free time and the link that begins the journey. */
export async function loadOffers(
  office: Office,
  now: Date,
): Promise<{ mode: ServiceMode; offers: ServiceOffer[] }[]> {
  const t = await getTranslations('offices.page')
  const words = await getTranslations('services')
  const locale = await speakingLocale()
  const free = await loadFree(office, now)
  const ordered = SERVICES.flatMap((service) => office.services.filter((one) => one.service === service))
  return SERVICE_MODES.map((mode) => ({
    mode,
    offers: ordered.filter((one) => one.mode === mode).map((one) => offerOf(one.service, mode)),
  }))

  function offerOf(service: Service, mode: ServiceMode): ServiceOffer {
    const { slug } = SERVICE_FACTS[service]
    const query = new URLSearchParams({ service: slug, office: office.id })
    const guide = `/guides/${slug}`
    const isOnline = mode === 'register' && isBookable(office, service)
    // Booked from its case and never from here: the guide tells how.
    const begin = SERVICE_FACTS[service].needsCase
      ? { href: guide, text: t('how') }
      : { href: `/book/start?${query}`, text: t('book') }
    return {
      service,
      name: words(`${service}.name`),
      guide,
      when: mode === 'register' ? whenText(service, isOnline) : '',
      book: isOnline ? begin : undefined,
    }
  }

  function whenText(service: Service, isOnline: boolean): string {
    if (SERVICE_FACTS[service].needsCase) return t('sameOffice')
    if (!isOnline) return t('byPhone')
    const next = free.get(service)
    return next ? t('nextFree', { date: dayText(locale, next.date), time: next.start }) : t('noneFree')
  }
}

function isBookable(office: Office, service: Service): boolean {
  return office.onlineBooking && office.lanes.some((lane) => lane.services.includes(service))
}

async function loadFree(office: Office, now: Date): Promise<ReadonlyMap<Service, NextFree>> {
  const services = SERVICES.filter(
    (service) => isBookable(office, service) && !SERVICE_FACTS[service].needsCase,
  )
  const found = await Promise.all(
    services.map((service) => findNextFree(pool(), { officeIds: [office.id], service, now })),
  )
  return new Map(
    services.flatMap((service, index) => {
      const next = found[index]?.get(office.id)
      return next ? [[service, next] as const] : []
    }),
  )
}
