import { compareInQueue } from './queue-order.ts'
import { factsOfService, type Service } from './service.ts'
import { isAtWindow, type Ticket } from './ticket.ts'

const MINUTE_MS = 60_000

/** So many visits of today make a pace; before that the usual length of the service stands in. */
export const PACE_NEEDS = 5

/** How long people will wait for their call: whole minutes, from a good day to a bad one. */
export interface WaitEstimate {
  readonly optimisticMinutes: number
  readonly pessimisticMinutes: number
  /** How many are called before. */
  readonly ahead: number
  /** From today's pace, or from the usual length of the service because too little is known yet. */
  readonly basis: 'today' | 'usual'
}

/**
 * The estimate for somebody behind so many others: the windows share those ahead; on a good day each takes as long as the
 * quicker quarter of today's visits and a window is just getting free, on a bad one as long as the slower quarter and all
 * windows have just begun. Undefined where no window is open: then nobody can tell.
 */
export function estimateWait(queue: {
  readonly ahead: number
  readonly windows: number
  /** How many of these windows are busy. */
  readonly busy: number
  /** Minutes that today's visits took. */
  readonly handlingMinutes: readonly number[]
  readonly usualMinutes: number
}): WaitEstimate | undefined {
  const { ahead, windows, busy, handlingMinutes, usualMinutes } = queue
  if (windows < 1) return undefined
  const isKnown = handlingMinutes.length >= PACE_NEEDS
  const quick = isKnown ? quantile(handlingMinutes, 0.25) : usualMinutes
  const slow = isKnown ? quantile(handlingMinutes, 0.75) : usualMinutes
  // Free windows take the first of those who wait at once.
  const behind = Math.max(0, ahead - Math.max(0, windows - busy))
  const mustWait = busy >= windows || ahead >= windows - busy
  return {
    optimisticMinutes: Math.floor((behind / windows) * quick),
    pessimisticMinutes: mustWait ? Math.ceil((behind / windows + 1) * slow) : 0,
    ahead,
    basis: isKnown ? 'today' : 'usual',
  }
}

type Window = { readonly name: string; readonly services: readonly Service[]; readonly open: boolean }

/** The estimate of everybody who waits, by ticket; each behind those whom the same windows call before. */
export function estimateWaits(
  tickets: readonly Ticket[],
  windows: readonly Window[],
): Map<string, WaitEstimate | undefined> {
  const line = lineOf(tickets)
  return new Map(line.map((ticket, index) => [ticket.id, estimateAt(index, line, tickets, windows)] as const))
}

/** The estimate of one of them, by the id of the ticket; undefined for somebody who does not wait. */
export function estimateWaitOf(
  id: string,
  tickets: readonly Ticket[],
  windows: readonly Window[],
): WaitEstimate | undefined {
  const line = lineOf(tickets)
  const index = line.findIndex((ticket) => ticket.id === id)
  return index < 0 ? undefined : estimateAt(index, line, tickets, windows)
}

function lineOf(tickets: readonly Ticket[]): readonly Ticket[] {
  return tickets
    .filter(({ state, present, expected }) => state === 'waiting' && present === expected)
    .sort(compareInQueue)
}

function estimateAt(
  index: number,
  line: readonly Ticket[],
  tickets: readonly Ticket[],
  windows: readonly Window[],
): WaitEstimate | undefined {
  const ticket = line[index]
  if (!ticket) return undefined
  const own = windows.filter(({ open, services }) => open && services.includes(ticket.service))
  const shared = new Set(own.flatMap(({ services }) => services))
  const among = tickets.filter(({ service }) => shared.has(service))
  return estimateWait({
    ahead: line.slice(0, index).filter(({ service }) => shared.has(service)).length,
    windows: own.length,
    busy: own.filter(({ name }) => tickets.some((other) => isAt(other, name))).length,
    handlingMinutes: among.flatMap(handlingOf),
    usualMinutes: factsOfService(ticket.service).durationMinutes,
  })
}

function isAt(ticket: Ticket, name: string): boolean {
  return isAtWindow(ticket.state) && ticket.window === name
}

function handlingOf({ state, startedAt, endedAt }: Ticket): number[] {
  return state === 'done' && startedAt && endedAt
    ? [(endedAt.getTime() - startedAt.getTime()) / MINUTE_MS]
    : []
}

/** The value below which such a share lies, between neighbours in proportion. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const place = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}
