import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CountedEvent } from '#lib/domain/journey-count.ts'
import { log } from '#lib/log.ts'
import { flushSteps } from './flush-steps.ts'
import { keptSteps } from './kept-steps.ts'

const FLUSH_AFTER_MS = 10_000

/**
 * Counts that a journey came to a step; whose it is is not known here. Returns at once: what a process has counted is
 * written together every few seconds, and lost with it when it is killed.
 */
export function countStep(
  pool: Pool,
  {
    officeId = '',
    service,
    step,
    detail = '',
    now,
  }: {
    readonly officeId?: string | undefined
    readonly service: string
    readonly step: CountedEvent
    /** Why a wish was refused. */
    readonly detail?: string
    readonly now: Date
  },
): void {
  const day = shanghaiToday(now)
  const kept = keptSteps()
  const key = `${day} ${officeId} ${service} ${step} ${detail}`
  const count = (kept.get(key)?.count ?? 0) + 1
  kept.set(key, { day, officeId, service, step, detail, count })
  const timer = once<{ isSet: boolean }>('step flush', () => ({ isSet: false }))
  if (timer.isSet) return
  timer.isSet = true
  setTimeout(() => {
    timer.isSet = false
    flushSteps(pool).catch((fault: unknown) => log.warn({ err: fault }, 'steps not counted'))
  }, FLUSH_AFTER_MS).unref()
}
