import type { Pool, PoolClient } from 'pg'
import { isDuplicate } from '#lib/db/conflict.ts'
import type { OutcomeDetail } from '#lib/domain/outcome.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import type { Ticket, TicketMark } from '#lib/domain/ticket.ts'

export type Queryable = Pick<Pool | PoolClient, 'query'>

/** A ticket with the place of its office, which says who may touch it. */
export interface PlacedTicket {
  readonly ticket: Ticket
  readonly place: OfficePlace
}

/** The columns of a ticket `t` as the domain calls them. */
export const TICKET = `
t.id, t.office_id AS "officeId", t.date::text AS date, t.letter, t.number, t.service, t.state,
t.appointment_id AS "appointmentId", t.expected, t.present, t.rank, t.order_at AS "orderAt",
t.green_channel AS "greenChannel", t.proxy, t.locale, t."window", t.staff_id AS "staffId", t.calls, t.called_at AS "calledAt",
t.started_at AS "startedAt", t.ended_at AS "endedAt", t.outcome, t.materials, t.created_at AS "createdAt", t.version`

/** The database says NULL, the house says undefined. */
export function ticketOf(row: object): Ticket {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as unknown as Ticket
}

/** Where an office lies; undefined when there is none of this id. */
export async function findPlace(database: Queryable, officeId: string): Promise<OfficePlace | undefined> {
  const { rows } = await database.query<OfficePlace>(
    `SELECT id, region_code AS "regionCode" FROM office WHERE id = $1`,
    [officeId],
  )
  return rows[0]
}

const PLACED = `SELECT ${TICKET}, o.region_code AS "regionCode" FROM ticket t JOIN office o ON o.id = t.office_id WHERE t.id = $1`

/** A ticket by its id. */
export async function findTicket(database: Queryable, id: string): Promise<PlacedTicket | undefined> {
  const query = { name: 'ticket', text: PLACED, values: [id] }
  return placed((await database.query<{ regionCode: string }>(query)).rows)
}

/** The same, locked until the end of the transaction: what is judged now still holds when it is written. */
export async function lockTicket(client: PoolClient, id: string): Promise<PlacedTicket | undefined> {
  const query = { name: 'ticket locked', text: `${PLACED} FOR NO KEY UPDATE OF t`, values: [id] }
  return placed((await client.query<{ regionCode: string }>(query)).rows)
}

function placed([row]: readonly { readonly regionCode: string }[]): PlacedTicket | undefined {
  if (!row) return undefined
  const { regionCode, ...columns } = row
  const ticket = ticketOf(columns)
  return { ticket, place: { id: ticket.officeId, regionCode } }
}

const COLUMNS = {
  letter: 'letter',
  number: 'number',
  service: 'service',
  state: 'state',
  present: 'present',
  rank: 'rank',
  orderAt: 'order_at',
  greenChannel: 'green_channel',
  proxy: 'proxy',
  window: '"window"',
  staffId: 'staff_id',
  calls: 'calls',
  calledAt: 'called_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
  outcome: 'outcome',
  outcomeDetail: 'outcome_detail',
  materials: 'materials',
} as const

/** What a step changes; undefined empties a column. */
export type TicketChange = Partial<Pick<Ticket, Exclude<keyof typeof COLUMNS, 'outcomeDetail'>>> & {
  readonly outcomeDetail?: OutcomeDetail | undefined
}

/** Compare-and-swap on the version: undefined when the ticket has changed since it was read. */
export async function swapTicket(
  client: PoolClient,
  { id, version }: Pick<Ticket, 'id' | 'version'>,
  change: TicketChange,
): Promise<Ticket | undefined> {
  const named = Object.entries(change) as [keyof typeof COLUMNS, unknown][]
  const sets = named.map(([name], index) => `${COLUMNS[name]} = $${index + 3}`)
  const { rows } = await client.query(
    `UPDATE ticket t SET ${[...sets, 'version = t.version + 1'].join(', ')}
     WHERE t.id = $1 AND t.version = $2 RETURNING ${TICKET}`,
    [id, version, ...named.map(([, value]) => value ?? null)],
  )
  return rows[0] && ticketOf(rows[0])
}

/** The same for a step that takes a window; `window-busy` when somebody else stands there already. */
export async function swapToWindow(
  client: PoolClient,
  ticket: Pick<Ticket, 'id' | 'version'>,
  change: TicketChange,
): Promise<Ticket | undefined | 'window-busy'> {
  if (!change.window) return swapTicket(client, ticket, change)
  await client.query('SAVEPOINT to_window')
  try {
    return await swapTicket(client, ticket, change)
  } catch (fault) {
    await client.query('ROLLBACK TO SAVEPOINT to_window')
    if (isDuplicate(fault, 'ticket_one_per_window')) return 'window-busy'
    throw fault
  }
}

/** A timed row of a ticket's life. */
export async function insertEvent(
  client: PoolClient,
  row: {
    readonly ticket: Ticket
    readonly event: TicketMark
    readonly at: Date
    /** Undefined where it was done at a device of the hall. */
    readonly staffId: string | undefined
    readonly window?: string | undefined
    /** No names. */
    readonly detail?: Readonly<Record<string, unknown>> | undefined
  },
): Promise<void> {
  await client.query(
    `INSERT INTO ticket_event (ticket_id, at, event, state, staff_id, "window", detail) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      row.ticket.id,
      row.at,
      row.event,
      row.ticket.state,
      row.staffId ?? null,
      row.window ?? row.ticket.window ?? null,
      row.detail ?? null,
    ],
  )
}
