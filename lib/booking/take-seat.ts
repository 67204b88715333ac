import type { Pool } from '#lib/db/pool.ts'
import { type ClaimOutcome, claimSeats, type SeatClaim } from './claim-seats.ts'
import { isOfOneClaim } from './is-of-one-claim.ts'
import { type SeatQueue, seatQueue, type Waiting } from './seat-queue.ts'
import { takeLimitedSeat } from './take-limited-seat.ts'

/** At most so many wishes share a statement: more would only make the first wait for the last. */
const BATCH_SIZE = 256
/** At most so many statements at once: they would only queue for the same slots. */
const LANES = 2
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
  if (queue.scheduled || queue.running >= LANES || queue.waiting.length === 0) return
  queue.scheduled = true
  setImmediate(() => {
    queue.scheduled = false
    void drain(pool)
  })
}

async function drain(pool: Pool): Promise<void> {
  const queue = seatQueue()
  const batch = nextBatch(queue)
  if (batch.length === 0) return
  queue.running += 1
  schedule(pool)
  try {
    await commit(pool, batch)
  } finally {
    for (const { claim, marks } of batch) {
      queue.slots.delete(claim.slot)
      for (const mark of marks) queue.underway.delete(mark)
    }
    queue.running -= 1
    schedule(pool)
  }
}

function nextBatch(queue: SeatQueue): Waiting[] {
  const batch: Waiting[] = []
  const later: Waiting[] = []
  for (const item of queue.waiting) {
    if (batch.length === BATCH_SIZE || isUnderway(queue, item)) {
      later.push(item)
      continue
    }
    for (const mark of item.marks) queue.underway.add(mark)
    batch.push(item)
  }
  for (const { claim } of batch) queue.slots.add(claim.slot)
  queue.waiting = later
  return batch
}

function isUnderway(queue: SeatQueue, { claim, marks }: Waiting): boolean {
  return queue.slots.has(claim.slot) || marks.some((mark) => queue.underway.has(mark))
}

/**
 * A statement that fails fails only its own: each is then tried alone, so that one bad wish spoils nobody's seat. When
 * it is the database that fails, all are tried once more together: what was committed though its answer was lost is
 * known by its key, and a database that is gone must not be asked by each of them in turn.
 */
async function commit(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  try {
    await claimTogether(pool, batch)
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

async function claimTogether(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  const now = latest(batch)
  if (batch.length >= RUSH) seatQueue().rushedAt = now.getTime()
  const claims = batch.map((item) => item.claim)
  const outcomes = await claimSeats(pool, claims, now)
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

function marksOf(claim: SeatClaim): string[] {
  if (claim.kind === 'hold') return [`holder ${claim.person}`]
  const { service, index1, index2, scope, key } = claim
  const marks = [`${service} ${index1}`, `${scope} ${key}`]
  if (index2) marks.push(`${service} ${index2}`)
  return marks
}
