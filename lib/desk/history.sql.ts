import type { Outcome, OutcomeDetail } from '#lib/domain/outcome.ts'
import type { TicketMark } from '#lib/domain/ticket.ts'
import type { Queryable } from './store.ts'

/** One thing that happened to a number, with its time. */
export interface TicketHappening {
  readonly at: Date
  readonly event: TicketMark
  readonly window: string | undefined
  /** Served without a network with this outcome, and put aside until it is completed. */
  readonly toComplete: Outcome | undefined
}

/** What happened to a number, the earliest first. */
export async function readHistory(database: Queryable, ticketId: string): Promise<TicketHappening[]> {
  const { rows } = await database.query<
    TicketHappening & { readonly window: string | null; readonly toComplete: Outcome | null }
  >({
    name: 'history of a ticket',
    text: `SELECT at, event, "window", detail->>'toComplete' AS "toComplete"
      FROM ticket_event WHERE ticket_id = $1 ORDER BY at, id`,
    values: [ticketId],
  })
  return rows.map(({ at, event, window, toComplete }) => ({
    at,
    event,
    window: window ?? undefined,
    toComplete: toComplete ?? undefined,
  }))
}

/** What is kept beside the outcome of a number: the code of a no, numbers of documents. */
export async function readOutcomeDetail(database: Queryable, ticketId: string): Promise<OutcomeDetail> {
  const { rows } = await database.query<{ detail: OutcomeDetail | null }>(
    'SELECT outcome_detail AS detail FROM ticket WHERE id = $1',
    [ticketId],
  )
  return rows[0]?.detail ?? {}
}
