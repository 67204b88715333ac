import { PgBoss } from 'pg-boss'
import { anonymiseOldAppointments } from '#lib/booking/anonymise-old-appointments.ts'
import { askStillComing } from '#lib/booking/ask-still-coming.ts'
import { discardOldDeliveries } from '#lib/booking/discard-old-deliveries.ts'
import { discardOldDrafts } from '#lib/booking/discard-old-drafts.ts'
import { endUnusedPasses } from '#lib/booking/end-unused-passes.ts'
import { endVisitsOfClosedCases } from '#lib/booking/end-visits-of-closed-cases.ts'
import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import { releasePlaces } from '#lib/booking/release-places.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { scheduleReminders } from '#lib/booking/schedule-reminders.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { forgetDrafts } from '#lib/capacity/forget-drafts.ts'
import { workOnChanges } from '#lib/capacity/work-on-changes.ts'
import { databaseAddress } from '#lib/db/address.ts'
import { pool } from '#lib/db/pool.ts'
import { tallyDuration } from '#lib/db/tally.ts'
import { forgetOldTraces } from '#lib/desk/forget-old-traces.ts'
import { forgetOldVisits } from '#lib/desk/forget-old-visits.ts'
import { forgetWalkIns } from '#lib/desk/forget-walk-ins.ts'
import { anonymiseOldCases } from '#lib/divorce/anonymise-old-cases.ts'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { remindParties } from '#lib/divorce/remind-parties.ts'
import { discardOldCodes } from '#lib/identity/discard-old-codes.ts'
import { discardOldDemoLetters } from '#lib/identity/discard-old-demo-letters.ts'
import { forgetOldSteps } from '#lib/numbers/forget-old-steps.ts'
import { sumDays } from '#lib/numbers/sum-days.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import { forgetOldRosters } from '#lib/staffing/forget-old-rosters.ts'
import { checkRecord } from './check-record.ts'
import { keepChannelsTold } from './keep-channels-told.ts'
import { sealRecord } from './seal-record.ts'
import { startDelivering } from './start-delivering.ts'

interface Job {
  readonly name: string
  readonly cron: string
  /** A long one ends early when `stopping` says so. */
  readonly run: (now: Date, stopping: AbortSignal) => Promise<unknown>
}

/** What happens by the clock of Asia/Shanghai. Each may run twice or late without harm. */
const JOBS: readonly Job[] = [
  { name: 'settle-overdue', cron: '* * * * *', run: (now) => settleOverdue(pool(), now) },
  { name: 'offer-returned-seats', cron: '* * * * *', run: (now) => offerReturnedSeats(pool(), now) },
  { name: 'release-places', cron: '* * * * *', run: (now) => releasePlaces(pool(), now) },
  {
    name: 'work-on-changes',
    cron: '* * * * *',
    run: (now, stopping) => workOnChanges(pool(), now, stopping),
  },
  { name: 'end-unused-passes', cron: '25 0 * * *', run: (now) => endUnusedPasses(pool(), now) },
  { name: 'forget-drafts', cron: '45 3 * * *', run: (now) => forgetDrafts(pool(), now) },
  { name: 'materialise-slots', cron: '5 0 * * *', run: (now) => keepHorizon(pool(), now) },
  {
    name: 'anonymise-old-appointments',
    cron: '15 2 * * *',
    run: (now) => anonymiseOldAppointments(pool(), now),
  },
  { name: 'recompute-cases', cron: '8 0 * * *', run: (now) => recomputeCases(pool(), now) },
  // Before the appointments: a person goes only when nothing of theirs is left.
  { name: 'anonymise-old-cases', cron: '55 1 * * *', run: (now) => anonymiseOldCases(pool(), now) },
  { name: 'forget-old-visits', cron: '50 1 * * *', run: (now) => forgetOldVisits(pool(), now) },
  { name: 'lapse-cases', cron: '10 0 * * *', run: (now) => lapseCases(pool(), now) },
  {
    name: 'end-visits-of-closed-cases',
    cron: '15 * * * *',
    run: (now) => endVisitsOfClosedCases(pool(), now),
  },
  { name: 'renew-kept-seats', cron: '20 * * * *', run: (now) => renewKeptSeats(pool(), now) },
  { name: 'remind-parties', cron: '0 9 * * *', run: (now) => remindParties(pool(), now) },
  { name: 'discard-old-codes', cron: '40 3 * * *', run: (now) => discardOldCodes(pool(), now) },
  { name: 'ask-still-coming', cron: '5 9-20 * * *', run: (now) => askStillComing(pool(), now) },
  { name: 'schedule-reminders', cron: '*/10 * * * *', run: (now) => scheduleReminders(pool(), now) },
  { name: 'discard-old-drafts', cron: '35 3 * * *', run: (now) => discardOldDrafts(pool(), now) },
  { name: 'discard-old-demo-letters', cron: '45 3 * * *', run: (now) => discardOldDemoLetters(pool(), now) },
  { name: 'forget-walk-ins', cron: '25 2 * * *', run: (now) => forgetWalkIns(pool(), now) },
  { name: 'tell-channels', cron: '* * * * *', run: keepChannelsTold },
  { name: 'forget-old-traces', cron: '25 2 * * *', run: (now) => forgetOldTraces(pool(), now) },
  { name: 'forget-old-rosters', cron: '30 2 * * *', run: (now) => forgetOldRosters(pool(), now) },
  { name: 'seal-record', cron: '* * * * *', run: sealRecord },
  { name: 'check-record', cron: '20 3 * * *', run: checkRecord },
  { name: 'forget-old-steps', cron: '50 3 * * *', run: (now) => forgetOldSteps(pool(), now) },
  // Several times: the first ones ever have a year to look back on, and each does its handfuls.
  { name: 'sum-days', cron: '40 0-5 * * *', run: (now, stopping) => sumDays(pool(), now, stopping) },
  { name: 'discard-old-deliveries', cron: '40 3 * * *', run: (now) => discardOldDeliveries(pool(), now) },
]

/** Starts the timed work on our own database; whichever process is free does it. */
export async function startJobs(): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: databaseAddress(),
    schema: 'jobs',
    max: 2,
    application_name: 'yueding jobs',
  })
  // A database that is away for a moment is the pool's affair; without a listener it would end the process.
  boss.on('error', () => {})
  await boss.start()
  const stopping = new AbortController()
  for (const job of JOBS) {
    await boss.createQueue(job.name)
    await boss.schedule(job.name, job.cron, {}, { tz: 'Asia/Shanghai' })
    await boss.work(job.name, { includeMetadata: true }, async ([due]) => {
      const now = new Date()
      if (due) tallyDuration('jobs', job.name, Math.max(0, now.getTime() - due.startAfter.getTime()) / 1000)
      await job.run(now, stopping.signal)
    })
  }
  await keepHorizon(pool(), new Date())
  await sealRecord(new Date())
  const letters = startDelivering()
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all([letters.stop(), boss.stop({ graceful: true, timeout: 2000 })])
    },
  }
}
