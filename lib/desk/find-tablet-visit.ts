import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Device } from '#lib/domain/device.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { TABLET_OFFER_MINUTES } from '#lib/domain/rating.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { findJustFinished } from './tablet.sql.ts'
import { findAtWindow } from './window.sql.ts'

/** What a tablet at a window knows: the number that was just finished there, and whether the next one stands there. */
export interface TabletView {
  readonly visit: { readonly id: string; readonly number: string; readonly locale: Locale } | undefined
  readonly isBusy: boolean
}

/**
 * The visit that a tablet asks about: the last one finished at its window, for some minutes, until it is rated or the
 * next couple is called. Neither who it was nor what it was for.
 */
export async function findTabletVisit(
  pool: Pool,
  { device, now }: { readonly device: Device; readonly now: Date },
): Promise<TabletView> {
  const { officeId, window } = device
  if (device.kind !== 'tablet' || window === null) return { visit: undefined, isBusy: false }
  const at = { officeId, window, date: shanghaiToday(now) }
  const since = new Date(now.getTime() - TABLET_OFFER_MINUTES * 60_000)
  const [ticket, next] = await Promise.all([findJustFinished(pool, { ...at, since }), findAtWindow(pool, at)])
  return {
    visit: ticket && { id: ticket.id, number: ticketNumber(ticket), locale: ticket.locale },
    isBusy: next !== undefined,
  }
}
