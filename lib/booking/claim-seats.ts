import type { Pool, PoolClient } from 'pg'
import { BOOKED_ROWS, WISH_COLUMNS } from './booked-rows.sql.ts'

interface SeatWish {
  readonly slot: number
  readonly office: string
  readonly service: string
  /** Within the public's share; staff may take any free seat. */
  readonly pub: boolean
  /** End of a hold, or of the wait for the partner. */
  readonly until: string | null
}

/** A seat for the minutes in which one person answers the questions. */
export interface HoldClaim extends SeatWish {
  readonly kind: 'hold'
  /** The id of the new hold. */
  readonly hold: string
  readonly person: string
}

/** An appointment: its seat and all its rows, flat as the statement reads them. Binary values are base64. */
export interface BookingClaim extends SeatWish {
  readonly kind: 'book'
  /** The own hold that becomes the appointment, and who holds it; nobody can spend the hold of another. */
  readonly hold: string | null
  readonly person: string | null
  readonly id: string
  readonly code: string
  readonly status: string
  readonly channel: string | null
  readonly partnerHash: string | null
  readonly ruleSet: string | null
  /** The divorce case of a visit for the certificate. */
  readonly caseId?: string
  readonly locale: string
  readonly index1: string
  readonly sealed1: string
  readonly type1: string
  readonly index2: string | null
  readonly sealed2: string | null
  readonly type2: string | null
  readonly actorKind: string
  readonly actor: string
  readonly event1: string
  readonly event2: string | null
  /** The second has agreed by being there. */
  readonly agreed2?: boolean
  /** For the record: how the two agreed at a counter. */
  readonly note?: Readonly<Record<string, string>> | null
  readonly scope: string
  readonly key: string
  /** The keyed hash of what was asked. */
  readonly request: string
  /** JSON, as base64 too. */
  readonly answer: string
}

export type SeatClaim = HoldClaim | BookingClaim

export type ClaimOutcome =
  | { readonly state: 'admitted' | 'full' | 'closed' | 'busy' | 'hold-expired' }
  /** A quota counts beside the windows, and nobody has counted yet; or it leaves nothing for this wish. */
  | { readonly state: 'limited' | 'over-quota' }
  /** The idempotency key was used before: with this request, and this answer. */
  | { readonly state: 'known'; readonly request: string; readonly answer: string }

/**
 * Takes seats for many at once: one statement locks the touched slots in the order of their ids, ranks the wishes of
 * each slot by arrival, lets the first free ones in, and writes seat, appointment, parties, audit entry, messages and
 * result together. Answers in the order of the claims. Throws on a conflict with another process; then nothing of the
 * batch was written and each claim may be tried alone. Where quotas count, the caller has found before that they leave
 * room (`withinQuotas`, under their lock); otherwise such a wish comes back as `limited`.
 */
export async function claimSeats(
  pool: Pool | PoolClient,
  claims: readonly SeatClaim[],
  now: Date,
  { withinQuotas = false }: { readonly withinQuotas?: boolean } = {},
): Promise<ClaimOutcome[]> {
  const { rows } = await pool.query<{ o: number; state: string; request: string; answer: string }>({
    name: 'claim-seats',
    text: CLAIM_SEATS,
    values: [JSON.stringify(claims), now, withinQuotas],
  })
  const outcomes: ClaimOutcome[] = new Array(claims.length)
  for (const { o, state, request, answer } of rows) {
    outcomes[o - 1] = state === 'known' ? { state, request, answer } : ({ state } as ClaimOutcome)
  }
  return outcomes
}

const CLAIM_SEATS = `
WITH req AS MATERIALIZED (
  SELECT r.*, ordinality::int AS o FROM ROWS FROM (json_to_recordset($1::json) AS (
    ${WISH_COLUMNS})) WITH ORDINALITY AS r
),
known AS MATERIALIZED (
  SELECT req.o, encode(w.request_hash, 'base64') AS request, w.answer
  FROM req JOIN write_result w ON w.scope = req.scope AND w.key = req.key
),
-- PERF: one equality each, so that each is one step into the index; as an IN of two the whole index would be read.
busy AS MATERIALIZED (
  SELECT o FROM req WHERE kind = 'book' AND (
    EXISTS (SELECT FROM party p WHERE p.active AND p.service = req.service AND p.person_index = decode(index1, 'base64'))
    OR EXISTS (SELECT FROM party p WHERE p.active AND p.service = req.service AND p.person_index = decode(index2, 'base64')))
),
wish AS MATERIALIZED (
  SELECT * FROM req WHERE o NOT IN (SELECT o FROM known) AND o NOT IN (SELECT o FROM busy)
),
seats AS MATERIALIZED (
  SELECT s.id, s.open, s.limited AND NOT $3::boolean AS limited, s.capacity - s.taken AS free, s.public_capacity - s.public_taken AS public_free
  FROM slot s
  WHERE s.id IN (
    SELECT slot FROM wish WHERE kind = 'hold' OR hold IS NULL
    UNION SELECT h.slot_id FROM wish JOIN slot_hold h ON h.person_id = wish.person WHERE wish.kind = 'hold')
  ORDER BY s.id FOR NO KEY UPDATE
),
-- A booking after a hold brings its own seat: no counter changes. Slots are locked before holds, here as everywhere.
spent AS (
  DELETE FROM slot_hold h USING wish
  WHERE wish.kind = 'book' AND h.id = wish.hold AND h.slot_id = wish.slot AND h.person_id = wish.person
    AND h.expires_at > $2 AND (SELECT count(*) FROM seats) >= 0
    AND EXISTS (SELECT FROM slot s WHERE s.id = wish.slot AND s.open)
  RETURNING wish.o
),
-- The share of the public first, then the whole: a refused public wish must not push a staff one out.
shared AS (
  SELECT w.o, w.slot, w.pub, s.free, s.public_free,
    sum(w.pub::int) OVER (PARTITION BY w.slot ORDER BY w.o) AS public_place
  FROM wish w JOIN seats s ON s.id = w.slot AND s.open AND NOT s.limited
  WHERE w.kind = 'hold' OR w.hold IS NULL
),
placed AS (
  SELECT o, slot, pub, free, row_number() OVER (PARTITION BY slot ORDER BY o) AS place
  FROM shared WHERE NOT pub OR public_place <= public_free
),
granted AS MATERIALIZED (SELECT o, slot, pub FROM placed WHERE place <= free),
-- Choosing another time gives the old seat back in the same breath.
given_back AS (
  DELETE FROM slot_hold h USING granted g, wish w
  WHERE w.o = g.o AND w.kind = 'hold' AND h.person_id = w.person
  RETURNING h.slot_id
),
change AS (
  SELECT slot, sum(n)::int AS n, sum(p)::int AS p FROM (
    SELECT slot, 1 AS n, pub::int AS p FROM granted
    UNION ALL SELECT slot_id, -1, -1 FROM given_back) c
  GROUP BY slot
),
counted AS (
  UPDATE slot s SET taken = s.taken + change.n, public_taken = s.public_taken + change.p
  FROM change WHERE s.id = change.slot AND (change.n <> 0 OR change.p <> 0)
),
admitted AS MATERIALIZED (
  SELECT wish.* FROM wish JOIN (SELECT o FROM granted UNION ALL SELECT o FROM spent) a USING (o)
),
new_hold AS (
  INSERT INTO slot_hold (id, slot_id, office_id, service, person_id, expires_at, created_at)
  SELECT hold, slot, office, service, person, until, $2 FROM admitted
  WHERE kind = 'hold' AND (SELECT count(*) FROM given_back) >= 0 -- after the old hold is gone
),
${BOOKED_ROWS}
SELECT req.o,
  CASE WHEN admitted.o IS NOT NULL THEN 'admitted' WHEN known.o IS NOT NULL THEN 'known'
    WHEN busy.o IS NOT NULL THEN 'busy'
    WHEN NOT COALESCE(seats.open, (SELECT s.open FROM slot s WHERE s.id = req.slot), false) THEN 'closed'
    WHEN req.kind = 'book' AND req.hold IS NOT NULL THEN 'hold-expired'
    WHEN seats.limited AND seats.free > 0 THEN 'limited' ELSE 'full' END AS state,
  known.request, known.answer
FROM req
LEFT JOIN admitted USING (o) LEFT JOIN known USING (o) LEFT JOIN busy USING (o) LEFT JOIN seats ON seats.id = req.slot`
