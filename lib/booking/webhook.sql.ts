import type { Pool, PoolClient } from 'pg'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { WebhookEvent } from '#lib/domain/channel.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'

/** A change that a channel has yet to hear of, with the facts as they were then. */
export interface DueDelivery {
  readonly id: string
  readonly event: string
  readonly at: Date
  readonly attempts: number
  readonly status: AppointmentStatus
  readonly code: string
  readonly service: Service
  readonly officeId: string
  readonly officeName: string
  readonly date: CalendarDate
  readonly start: ClockTime
  readonly end: ClockTime
}

/** Channels with something to be told at this instant. */
export async function selectWaitingChannels(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT DISTINCT d.channel_id AS id FROM webhook_delivery d JOIN channel c ON c.id = d.channel_id
     WHERE d.delivered_at IS NULL AND d.failed_at IS NULL AND d.next_try_at <= $1
       AND (d.claimed_until IS NULL OR d.claimed_until <= $1) AND c.active AND c.webhook_url IS NOT NULL AND c.webhook_paused_at IS NULL`,
    [now],
  )
  return rows.map(({ id }) => id)
}

// Only the first change of each appointment that is still to be told may go, so that a later one never overtakes it.
const CLAIM = `
WITH first AS MATERIALIZED (
  SELECT DISTINCT ON (appointment_id) id FROM webhook_delivery
  WHERE channel_id = $1 AND delivered_at IS NULL AND failed_at IS NULL
  ORDER BY appointment_id, at, id
),
due AS MATERIALIZED (
  SELECT d.id FROM webhook_delivery d JOIN first ON first.id = d.id
  WHERE d.delivered_at IS NULL AND d.failed_at IS NULL AND d.next_try_at <= $2
    AND (d.claimed_until IS NULL OR d.claimed_until <= $2)
  ORDER BY d.at LIMIT $4 FOR UPDATE OF d SKIP LOCKED
),
claimed AS (
  UPDATE webhook_delivery d SET claimed_until = $3, attempts = attempts + 1 FROM due WHERE d.id = due.id
  RETURNING d.*
)
SELECT c.id, c.event, c.at, c.attempts, c.status, a.code, a.service, a.office_id AS "officeId",
  o.name->>'zh-CN' AS "officeName", s.date::text AS date, s.start_time AS start, s.end_time AS end
FROM claimed c JOIN appointment a ON a.id = c.appointment_id JOIN slot s ON s.id = c.slot_id
  JOIN office o ON o.id = a.office_id
ORDER BY c.at, c.id`

/** Takes the next changes of a channel for this worker until `until`; another worker passes them over. */
export async function claimDeliveries(
  pool: Pool,
  claim: {
    readonly channelId: string
    readonly now: Date
    readonly until: Date
    readonly most: number
  },
): Promise<DueDelivery[]> {
  const { rows } = await pool.query<DueDelivery>(CLAIM, [claim.channelId, claim.now, claim.until, claim.most])
  return rows
}

/** What came of a try. Nothing is written over a delivery that another worker has finished meanwhile. */
export async function settleDelivery(
  pool: Pool,
  id: string,
  outcome: {
    readonly answer: number | undefined
    readonly deliveredAt?: Date
    readonly failedAt?: Date
    readonly nextTryAt?: Date
  },
): Promise<void> {
  await pool.query(
    `UPDATE webhook_delivery SET answer = $2, delivered_at = $3, failed_at = $4, claimed_until = NULL,
       next_try_at = COALESCE($5, next_try_at)
     WHERE id = $1 AND delivered_at IS NULL AND failed_at IS NULL`,
    [
      id,
      outcome.answer ?? null,
      outcome.deliveredAt ?? null,
      outcome.failedAt ?? null,
      outcome.nextTryAt ?? null,
    ],
  )
}

export interface WebhookRow {
  readonly url: string
  readonly sealed: Buffer
  /** The secret of before, which signs beside until `oldUntil`. */
  readonly oldSealed: Buffer | null
  readonly oldUntil: Date | null
  /** None: all of them. */
  readonly events: readonly WebhookEvent[]
  /** Nothing is sent since then; what happens waits. */
  readonly pausedAt: Date | null
}

/** Where a channel wants to be told; undefined when it does not, or was switched off. */
export async function selectWebhook(
  pool: Pool | PoolClient,
  channelId: string,
): Promise<WebhookRow | undefined> {
  const { rows } = await pool.query<WebhookRow>(
    `SELECT webhook_url AS url, webhook_secret AS sealed, old_secret AS "oldSealed", old_secret_until AS "oldUntil",
       coalesce(webhook_events, '{}') AS events, webhook_paused_at AS "pausedAt" FROM channel
     WHERE id = $1 AND active AND webhook_url IS NOT NULL AND webhook_secret IS NOT NULL`,
    [channelId],
  )
  return rows[0]
}

export async function updateWebhook(
  client: PoolClient,
  channelId: string,
  webhook: Pick<WebhookRow, 'url' | 'sealed'> | undefined,
): Promise<void> {
  await client.query(
    `UPDATE channel SET webhook_url = $2, webhook_secret = $3, old_secret = NULL, old_secret_until = NULL WHERE id = $1`,
    [channelId, webhook?.url ?? null, webhook?.sealed ?? null],
  )
}

/** Another address or other events, under the same secret. */
export async function updateWebhookAddress(
  client: PoolClient,
  channelId: string,
  { url, events }: { readonly url: string; readonly events: readonly WebhookEvent[] },
): Promise<void> {
  await client.query('UPDATE channel SET webhook_url = $2, webhook_events = $3 WHERE id = $1', [
    channelId,
    url,
    events,
  ])
}

/** A new secret; the one of before signs beside it until `until`. */
export async function replaceSecret(
  client: PoolClient,
  channelId: string,
  { sealed, until }: { readonly sealed: Buffer; readonly until: Date },
): Promise<void> {
  await client.query(
    `UPDATE channel SET old_secret = webhook_secret, old_secret_until = $3, webhook_secret = $2 WHERE id = $1`,
    [channelId, sealed, until],
  )
}

export async function setWebhookPaused(
  client: PoolClient,
  channelId: string,
  pausedAt: Date | null,
): Promise<void> {
  await client.query('UPDATE channel SET webhook_paused_at = $2 WHERE id = $1', [channelId, pausedAt])
}

/** Whatever still waits is given up: there is nobody to tell it to. */
export async function giveUpWaiting(client: PoolClient, channelId: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE webhook_delivery SET failed_at = $2, claimed_until = NULL
     WHERE channel_id = $1 AND delivered_at IS NULL AND failed_at IS NULL`,
    [channelId, now],
  )
}

/** Switches a webhook off, unless the channel has given another address since. */
export async function removeWebhook(client: PoolClient, channelId: string, url: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE channel SET webhook_url = NULL, webhook_secret = NULL, old_secret = NULL, old_secret_until = NULL
     WHERE id = $1 AND webhook_url = $2`,
    [channelId, url],
  )
  return rowCount === 1
}

export interface DeliveryRecord {
  readonly id: string
  readonly code: string
  readonly event: string
  readonly status: AppointmentStatus
  readonly at: Date
  readonly attempts: number
  readonly nextTryAt: Date
  readonly deliveredAt: Date | null
  readonly failedAt: Date | null
  readonly answer: number | null
}

/** What a channel was told or is to be told, the latest first. */
export async function selectDeliveries(
  pool: Pool,
  channelId: string,
  most: number,
): Promise<DeliveryRecord[]> {
  const { rows } = await pool.query<DeliveryRecord>(
    `SELECT d.id, a.code, d.event, d.status, d.at, d.attempts, d.next_try_at AS "nextTryAt",
       d.delivered_at AS "deliveredAt", d.failed_at AS "failedAt", d.answer
     FROM webhook_delivery d JOIN appointment a ON a.id = d.appointment_id
     WHERE d.channel_id = $1 ORDER BY d.at DESC, d.id DESC LIMIT $2`,
    [channelId, most],
  )
  return rows
}

export async function countWaiting(pool: Pool, channelId: string): Promise<number> {
  const { rows } = await pool.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM webhook_delivery
     WHERE channel_id = $1 AND delivered_at IS NULL AND failed_at IS NULL`,
    [channelId],
  )
  return rows[0]?.waiting ?? 0
}
