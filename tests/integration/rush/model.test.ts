import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestDatabase } from '#tests/support/database.ts'
import { freshModel } from './fixtures/model.ts'
import { commandArbitrary, endStory } from './fixtures/model-commands.ts'
import { openWorld } from './fixtures/world.ts'

const { pool } = await openTestDatabase()
const RUNS = 8

// Four couples on four seats of two offices: whatever they do, in whatever order, the house and a small model say the
// same about seats, places in line and offers; when all have given up, every seat is free again.
test('booking, moving, cancelling, standing in line, offers and missing follow the model', {
  timeout: 60_000,
}, async () => {
  let runs = 0
  const commands = fc.array(commandArbitrary(), { minLength: 20, maxLength: 40, size: 'max' })
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const model = freshModel()
      const real = await openWorld(pool)
      await fc.asyncModelRun(() => ({ model, real }), steps)
      await endStory(model, real)
      runs += 1
    }),
    { numRuns: RUNS },
  )
  expect(runs).toBe(RUNS)
})
