import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Device } from '#lib/domain/device.ts'
import { KIOSK_SERVICES } from '#lib/domain/kiosk-services.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { queuePlace } from '#lib/domain/queue-order.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { factsOfService, type Service } from '#lib/domain/service.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { limitAttempts } from '#lib/identity/limit-attempts.ts'
import { takeIn } from './take-in.ts'
import { listOpenWindows } from './window.sql.ts'

/** A child at the screen must not fill the queue of a day. */
const NUMBERS = { name: 'kiosk-numbers', points: 20, seconds: 5 * 60 } as const

/**
 * Gives a number to people without an appointment, behind all who have one; everybody it takes counts as here. Only what
 * may be chosen in a hall, and only where an open window does it.
 */
export async function takeNumberAtKiosk(
  pool: Pool,
  wish: { readonly device: Device; readonly service: Service; readonly locale: Locale; readonly now: Date },
): Promise<Result<Ticket>> {
  const { device, service, locale, now } = wish
  if (device.kind !== 'kiosk' || !KIOSK_SERVICES.includes(service))
    return refuse('not-allowed', [{ path: 'service', reason: 'not-in-role' }])
  const windows = await listOpenWindows(pool, device.officeId)
  if (!windows.some(({ services }) => services.includes(service)))
    return refuse('not-allowed', [{ path: 'service', reason: 'no-window-for-service' }])
  if ((await limitAttempts(NUMBERS, device.id)) !== undefined) return refuse('rate-limited')
  const { parties } = factsOfService(service)
  const ticket = await takeIn(pool, {
    officeId: device.officeId,
    date: shanghaiToday(now),
    service,
    appointmentId: undefined,
    expected: parties,
    here: parties === 1 ? [1] : [1, 2],
    greenChannel: false,
    locale,
    by: { kind: 'device', id: device.id },
    now,
    ...queuePlace({ arrivedAt: now, greenChannel: false }),
  })
  if (!ticket) throw new Error('a number without an appointment cannot be there already')
  return accept(ticket)
}
