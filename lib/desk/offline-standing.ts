import type { OfflineAnswer } from '#lib/domain/offline.ts'
import { type Ticket, ticketNumber } from '#lib/domain/ticket.ts'

/** How a ticket stands, for the workstation that has put something else down. */
export function offlineStanding(ticket: Ticket | undefined): OfflineAnswer['standing'] {
  if (!ticket) return undefined
  const { state, outcome } = ticket
  return { number: ticketNumber(ticket), state, ...(state === 'done' && outcome ? { outcome } : {}) }
}
