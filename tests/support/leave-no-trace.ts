import { afterAll, vi } from 'vitest'

// A process serves one test file after the other: a clock or a setting that one has changed must not meet the next.
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
