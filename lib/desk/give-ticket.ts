import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readPersonName } from '#lib/domain/person-name.ts'
import { refuseProxy } from '#lib/domain/proxy.ts'
import { queuePlace } from '#lib/domain/queue-order.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { sealJson } from '#lib/identity/seal-json.ts'
import { openGate } from './open-gate.ts'
import { takeIn } from './take-in.ts'
import { listOpenWindows } from './window.sql.ts'

/**
 * Gives a number to people who came without an appointment: behind all who have one, except through the green channel.
 * Everybody counts as here. A name is kept only where they gave one, sealed. Refuses a service for which no window is open, and somebody
 * who comes for another where the law wants the people themselves.
 */
export async function giveTicket(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly service: Service
    readonly people: 1 | 2
    readonly locale: Locale
    readonly greenChannel: boolean
    /** Somebody else has come for the person. */
    readonly proxy?: boolean
    readonly name?: string | undefined
    readonly now: Date
  },
): Promise<Result<Ticket>> {
  const { actor, service, people, locale, greenChannel, now } = wish
  const place = await openGate(pool, wish, 'give-ticket')
  if ('ok' in place) return place
  const inPerson = wish.proxy ? refuseProxy(service) : undefined
  if (inPerson) return inPerson
  const name = wish.name?.trim() ? readPersonName(wish.name) : ''
  if (name === undefined) return refuse('invalid-input', [{ path: 'name', reason: 'name' }])
  const windows = await listOpenWindows(pool, place.id)
  if (!windows.some(({ services }) => services.includes(service)))
    return refuse('not-allowed', [{ path: 'service', reason: 'no-window-for-service' }])
  const id = uuidV7(now, drawRandom(10))
  const ticket = await takeIn(pool, {
    id,
    officeId: place.id,
    date: shanghaiToday(now),
    service,
    appointmentId: undefined,
    expected: people,
    here: people === 1 ? [1] : [1, 2],
    greenChannel,
    proxy: wish.proxy,
    locale,
    sealed: name ? sealJson(`ticket ${id}`, { name }) : undefined,
    by: { kind: 'staff', id: actor.id },
    now,
    ...queuePlace({ arrivedAt: now, greenChannel }),
  })
  if (!ticket) throw new Error('a number without an appointment cannot be there already')
  return accept(ticket)
}
