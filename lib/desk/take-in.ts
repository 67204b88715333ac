import type { PoolClient } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { QueuePlace } from '#lib/domain/queue-order.ts'
import type { Service } from '#lib/domain/service.ts'
import { LETTER_OF, type Ticket } from '#lib/domain/ticket.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { drawNumber, insertTicket } from './store.ts'

/** Gives the next number of the service's letter; undefined when the appointment has one already. */
export async function takeIn(
  client: PoolClient,
  wish: QueuePlace & {
    readonly id?: string
    readonly officeId: string
    readonly date: CalendarDate
    readonly service: Service
    readonly appointmentId: string | undefined
    readonly expected: number
    readonly present: number
    readonly greenChannel: boolean
    readonly locale: Locale
    readonly sealed?: Buffer | undefined
    readonly now: Date
  },
): Promise<Ticket | undefined> {
  const { now, id = uuidV7(now, drawRandom(10)), ...facts } = wish
  const letter = LETTER_OF[facts.service]
  const number = await drawNumber(client, { ...facts, letter })
  return insertTicket(client, { ...facts, id, letter, number, createdAt: now })
}
