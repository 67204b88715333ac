import type { Pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayBeforeAt, partnerReminderAt } from '#lib/domain/reminder.ts'
import { leaveReminders, type Reminder, readConfirmedOn, readWaiting } from './reminder.sql.ts'

/**
 * Leaves the reminders that are not left yet: to who is waited for and to who waits, halfway to the deadline; and on the
 * day before to all who come, unless they have agreed only after that. Each once for each time of an appointment,
 * however often this runs. Returns how many were left.
 */
export async function scheduleReminders(pool: Pool, now: Date): Promise<number> {
  const reminders: Reminder[] = []
  for (const { heldUntil, askedRole, ...waiting } of await readWaiting(pool, now)) {
    const dueAt = partnerReminderAt(now, heldUntil)
    if (!dueAt) continue
    reminders.push({ ...waiting, role: askedRole, event: 'partner-reminder', dueAt })
    reminders.push({ ...waiting, role: 3 - askedRole, event: 'partner-silent', dueAt })
  }
  const tomorrow = addDays(shanghaiToday(now), 1)
  const dueAt = dayBeforeAt(tomorrow)
  for (const confirmed of await readConfirmedOn(pool, tomorrow, dueAt))
    reminders.push({ ...confirmed, event: 'day-before', dueAt })
  return leaveReminders(pool, reminders)
}
