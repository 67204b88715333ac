import type { Pool } from '#lib/db/pool.ts'
import { type ClaimOutcome, claimSeats, type SeatClaim } from './claim-seats.ts'
import { isOfOneClaim } from './is-of-one-claim.ts'
import { type SeatLane, type SeatQueue, seatQueue, type Waiting } from './seat-queue.ts'
import { takeLimitedSeat } from './take-limited-seat.ts'

/** At most so many wishes share a statement: more would only make the first wait for the last. */
const BATCH_SIZE = 256
/** Beyond this the honest answer is "come back in a moment". */
const QUEUE_LIMIT = 4096
/** So many in one statement are a rush. */
const RUSH = 32

/**
 * Takes a seat together with whoever else asks in the same moment; resolves after the commit. Undefined when too many
 * are waiting. Who came first to a slot is served first. One wish of a person (or of a key) is decided at a time, so that
 * neighbours never fail for a double click.
 */
export function takeSeat(pool: Pool, claim: SeatClaim, now: Date): Promise<ClaimOutcome> | undefined {
  const queue = seatQueue()
  if (queue.waiting.length >= QUEUE_LIMIT) return undefined
  return new Promise((resolve, reject) => {
    queue.waiting.push({ claim, now, marks: marksOf(claim), resolve, reject })
    schedule(pool)
  })
}

function schedule(pool: Pool): void {
  const queue = seatQueue()
  if (queue.scheduled || queue.waiting.length === 0 || !queue.lanes.some(isFree)) return
  queue.scheduled = true
  setImmediate(() => {
    queue.scheduled = false
    for (const lane of queue.lanes.filter(isFree)) void drain(pool, lane)
  })
}

/** While one statement runs, the next may wait for it on the same connection: it begins the moment the first has ended. */
const isFree = (lane: SeatLane) => lane.running < 2

async function drain(pool: Pool, lane: SeatLane): Promise<void> {
  const queue = seatQueue()
  const batch = nextBatch(queue, lane)
  if (batch.length === 0) return
  const slots = new Set(batch.map(({ claim }) => claim.slot))
  enter(lane, slots)
  try {
    await commit(pool, lane, batch)
  } finally {
    for (const { marks } of batch) for (const mark of marks) queue.underway.delete(mark)
    leave(lane, slots)
    schedule(pool)
  }
}

/**
 * Who may be decided now on this lane: beside a running statement only those who rush for its slots, so that otherwise as
 * many as possible share the next one.
 */
function nextBatch(queue: SeatQueue, lane: SeatLane): Waiting[] {
  const others = queue.lanes.filter((one) => one !== lane)
  const batch: Waiting[] = []
  const later: Waiting[] = []
  const taken = new Set<string>()
  for (const item of queue.waiting) {
    const { claim, marks } = item
    const isHere =
      lane.running === 0 ? !others.some((one) => one.slots.has(claim.slot)) : lane.slots.has(claim.slot)
    const isUnderway = marks.some((mark) => queue.underway.has(mark) || taken.has(mark))
    if (batch.length === BATCH_SIZE || !isHere || isUnderway) {
      later.push(item)
      continue
    }
    for (const mark of marks) taken.add(mark)
    batch.push(item)
  }
  if (lane.running > 0 && batch.length < RUSH) return []
  for (const mark of taken) queue.underway.add(mark)
  queue.waiting = later
  return batch
}

/**
 * A statement that fails fails only its own: each is then tried alone, so that one bad wish spoils nobody's seat. When
 * it is the database that fails, all are tried once more together: what was committed though its answer was lost is
 * known by its key, and a database that is gone must not be asked by each of them in turn.
 */
async function commit(pool: Pool, lane: SeatLane, batch: readonly Waiting[]): Promise<void> {
  try {
    await claimTogether(pool, batch, (claims, now) => claimOnLane(pool, lane, claims, now))
  } catch (fault) {
    const groups = isOfOneClaim(fault) ? batch.map((item) => [item]) : [batch]
    for (const group of groups)
      await claimAgain(pool, group).catch((again: unknown) => rejectAll(group, again))
  }
}

// Alone, a wish may still meet another process that is just committing the same people: then it has come second, and
// the next look finds them taken.
async function claimAgain(pool: Pool, group: readonly Waiting[]): Promise<void> {
  await claimTogether(pool, group).catch((fault: unknown) => {
    if (!isOfOneClaim(fault)) throw fault
    return claimTogether(pool, group)
  })
}

type Claim = (claims: readonly SeatClaim[], now: Date) => Promise<ClaimOutcome[]>

async function claimTogether(
  pool: Pool,
  batch: readonly Waiting[],
  claim: Claim = (claims, now) => claimSeats(pool, claims, now),
): Promise<void> {
  const now = latest(batch)
  if (batch.length >= RUSH) seatQueue().rushedAt = now.getTime()
  const claims = batch.map((item) => item.claim)
  const outcomes = await claim(claims, now)
  for (const [index, item] of batch.entries()) {
    const outcome = outcomes[index]
    if (outcome?.state === 'limited') await claimWithinQuotas(pool, item)
    else if (outcome) item.resolve(outcome)
    else item.reject(new Error('a wish was left without an answer'))
  }
}

// By itself, after the others of its batch have their answers: what fails here must not send them round again.
async function claimWithinQuotas(pool: Pool, { claim, now, resolve, reject }: Waiting): Promise<void> {
  const take = () => takeLimitedSeat(pool, claim, now)
  await take()
    .catch((fault: unknown) => (isOfOneClaim(fault) ? take() : Promise.reject(fault)))
    .then(resolve, reject)
}

function rejectAll(batch: readonly Waiting[], fault: unknown): void {
  for (const item of batch) item.reject(fault)
}

function latest(batch: readonly Waiting[]): Date {
  return batch.reduce((newest, item) => (item.now > newest ? item.now : newest), batch[0]?.now ?? new Date(0))
}

function enter(lane: SeatLane, slots: ReadonlySet<number>): void {
  lane.running += 1
  for (const slot of slots) lane.slots.set(slot, (lane.slots.get(slot) ?? 0) + 1)
}

function leave(lane: SeatLane, slots: ReadonlySet<number>): void {
  lane.running -= 1
  for (const slot of slots) {
    const left = (lane.slots.get(slot) ?? 1) - 1
    if (left > 0) lane.slots.set(slot, left)
    else lane.slots.delete(slot)
  }
}

/** Holds the connection of the lane only while statements run on it: what follows them may need one of the same pool. */
async function claimOnLane(
  pool: Pool,
  lane: SeatLane,
  claims: readonly SeatClaim[],
  now: Date,
): Promise<ClaimOutcome[]> {
  lane.line ??= { client: pool.connect(), statements: 0, isBroken: false }
  const { line } = lane
  line.statements += 1
  try {
    const client = await line.client
    return await claimSeats(client, claims, now)
  } catch (fault) {
    line.isBroken ||= !isOfOneClaim(fault)
    throw fault
  } finally {
    line.statements -= 1
    if (lane.line === line && (line.isBroken || line.statements === 0)) lane.line = undefined
    if (line.statements === 0)
      line.client.then(
        (client) => client.release(line.isBroken),
        () => {},
      )
  }
}

function marksOf(claim: SeatClaim): string[] {
  if (claim.kind === 'hold') return [`holder ${claim.person}`]
  const { service, index1, index2, scope, key } = claim
  const marks = [`${service} ${index1}`, `${scope} ${key}`]
  if (index2) marks.push(`${service} ${index2}`)
  return marks
}
