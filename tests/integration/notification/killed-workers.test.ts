import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { NOW } from '../booking/fixtures/slots.ts'
import { countWaiting, plantBacklog, tagOf } from './fixtures/backlog.ts'
import { type Mailbox, openMailbox } from './fixtures/mailbox.ts'
import { startWorkers, type Workers } from './fixtures/workers.ts'

const { pool, url } = await openTestDatabase()

describe('workers that are killed while they deliver', () => {
  test('20 times during 1,000 letters: none is missing, none comes twice', { timeout: 240_000 }, async () => {
    const { mailbox, tags, kills } = await run({ letters: 1000, kills: 20, leaseSeconds: 2 })
    expect(kills).toBe(20)
    expect(timesRead(mailbox)).toEqual(Object.fromEntries(tags.map((tag) => [tag, 1])))
    // Otherwise no kill fell between handing over and noting it, and the test has proved nothing.
    expect(mailbox.accepted()).toBeGreaterThan(1000)
  })

  // All at once, so that the one whose letter has just been taken in is surely among them.
  test('control: with a new key at every try a power cut brings letters twice', {
    timeout: 120_000,
  }, async () => {
    const { mailbox, tags } = await run({
      letters: 100,
      kills: 1,
      leaseSeconds: 2,
      stableKey: false,
      all: true,
    })
    const times = timesRead(mailbox)
    expect(Object.keys(times)).toHaveLength(tags.length)
    expect(Object.values(times).some((count) => count > 1)).toBe(true)
  })
})

describe('workers side by side', () => {
  test('hand over each letter once', { timeout: 120_000 }, async () => {
    const { mailbox } = await run({ letters: 100, kills: 0, leaseSeconds: 60 })
    expect(mailbox.accepted()).toBe(100)
  })

  test('control: without the lease they hand over the same letters again and again', {
    timeout: 120_000,
  }, async () => {
    const { mailbox } = await run({ letters: 250, kills: 0, leaseSeconds: 0 })
    expect(mailbox.accepted()).toBeGreaterThan(250)
    expect(mailbox.letters).toHaveLength(250)
  })
})

interface Wish {
  readonly letters: number
  readonly kills: number
  readonly leaseSeconds: number
  readonly stableKey?: boolean
  readonly all?: boolean
}

/** Three workers drain a backlog; one is killed each time so many letters more have been taken in. */
async function run({ letters, kills, leaseSeconds, stableKey = true, all = false }: Wish) {
  const tags = await plantBacklog(pool, letters)
  let done = 0
  let workers: Workers | undefined
  const every = Math.floor(letters / (kills + 1))
  const mailbox = await openMailbox({
    onAccepted: (count) => {
      if (done === kills || count < (done + 1) * every) return
      done += 1
      // Before its sender hears that the letter was taken in; every other time at some moment soon.
      if (all) workers?.killAll()
      else if (done % 2) workers?.killOne()
      else setTimeout(() => workers?.killOne(), Math.random() * 30)
    },
  })
  workers = startWorkers(3, {
    database: url,
    smtp: mailbox.url,
    now: NOW.getTime(),
    startedAt: Date.now(),
    stableKey,
    leaseSeconds,
  })
  while ((await countWaiting(pool)) > 0) await sleep(100)
  await workers.stop()
  return { mailbox, tags, kills: done }
}

/** How often the reader of the mailbox finds each letter. */
function timesRead({ letters }: Mailbox): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(letters, ({ text }) => tagOf(text))].map(([tag, each]) => [tag, each.length]),
  )
}
