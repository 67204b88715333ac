import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { freshModel, openWorld } from './fixtures/model.ts'
import { commandArbitrary } from './fixtures/model-commands.ts'

const { pool } = await openTestDatabase()
const RUNS = 30

// Two couples on three times of one seat each: whatever they do, in whatever order, the house and a small model say
// the same; after each step the counters are the rows, and nobody has two places.
test('holding, booking, agreeing, declining, cancelling, moving and waiting follow the model', {
  timeout: 60_000,
}, async () => {
  let runs = 0
  const commands = fc.commands(commandArbitrary(), { maxCommands: 60, size: 'max' })
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      await forgetEarlierStories()
      const real = await openWorld(pool)
      await fc.asyncModelRun(() => ({ model: freshModel(), real }), steps)
      runs += 1
    }),
    { numRuns: RUNS },
  )
  expect(runs).toBe(RUNS)
})

async function forgetEarlierStories(): Promise<void> {
  await pool.query('DELETE FROM party; DELETE FROM appointment; DELETE FROM slot_hold; DELETE FROM slot')
}
