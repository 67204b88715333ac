import type { HandedNumber } from '#components/hall/kiosk-verdict.ts'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { followedNumber } from '#lib/domain/followed-number.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { numberLink } from '#lib/edge/number-link.ts'
import { freshHall } from '#lib/edge/recent-hall.ts'

/** A number with what its holder wants to know, and the way to follow it. */
export async function handNumber(ticket: Ticket): Promise<HandedNumber> {
  const queue = (await freshHall(ticket.officeId)) ?? { tickets: [], windows: [] }
  const link = numberLink(ticket.id)
  return { followed: followedNumber(ticket, queue), link, drawing: await drawQrCode(link) }
}
