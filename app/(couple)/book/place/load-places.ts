import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import type { OfficeOption } from '#components/booking/office-options.tsx'
import { findNextFree, type NextFree } from '#lib/booking/find-next-free.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Coordinates } from '#lib/domain/place.ts'
import type { Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'
import { distanceText } from '#lib/format/distance.ts'
import { listOffices, type OfficeListed } from '#lib/office/list-offices.ts'

export interface OfflinePlace {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly instead: string
}

const MOST_SHOWN = 30

/** The offices to choose from: those that can be booked here, and apart from them those that can be reached otherwise. */
export async function loadPlaces(wish: {
  service: Service
  within: string | undefined
  near: Coordinates | undefined
}): Promise<{ online: OfficeOption[]; offline: OfflinePlace[] }> {
  const { service, within, near } = wish
  if (!within && !near) return { online: [], offline: [] }
  const now = new Date()
  const on = shanghaiToday(now)
  const offices = await listOffices({ service, within, near, on, limit: near ? 8 : MOST_SHOWN })
  const online = offices.filter((office) => office.onlineBooking)
  const free = await findNextFree(pool(), { officeIds: online.map((office) => office.id), service, now })
  const locale = await speakingLocale()
  const t = await getTranslations('journey')
  return {
    online: online.map((office) => ({
      id: office.id,
      name: office.name[locale],
      address: office.address[locale],
      hasFree: free.has(office.id),
      free: freeText(free.get(office.id)),
      isBusy: isBusy(free.get(office.id)),
      load: t(isBusy(free.get(office.id)) ? 'place.busy' : 'place.quiet'),
      accepts: acceptsOf(office),
      distance:
        office.distanceMeters === undefined
          ? undefined
          : t('place.distance', { distance: distanceText(locale, office.distanceMeters) }),
    })),
    offline: offices
      .filter((office) => !office.onlineBooking)
      .map((office) => ({
        id: office.id,
        name: office.name[locale],
        phone: office.phone,
        instead: office.instead?.[locale] ?? '',
      })),
  }

  function freeText(next: NextFree | undefined): string {
    return next
      ? t('place.nextFree', { date: dayText(locale, next.date), time: next.start })
      : t('place.noneFree')
  }

  function acceptsOf(office: OfficeListed): string | undefined {
    const special = office.accepts.filter((type) => type !== 'MAINLAND')
    const list = special.map((type) => t(`parties.${type}`)).join(' · ')
    return special.length > 0 ? t('place.accepts', { list }) : undefined
  }
}

/** Busy: fewer than a third of the places of the days on offer are left. */
function isBusy(next: NextFree | undefined): boolean {
  return next === undefined || next.freeShare < 1 / 3
}

/** Reads `30.66,104.06`. */
export function readNear(text: string | undefined): Coordinates | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '')
  return match ? { lat: Number(match[1]), lng: Number(match[2]) } : undefined
}
