import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { PROBLEM_KINDS } from '#lib/domain/problem.ts'

/** What was done about a problem, as it is typed. */
export const fixSchema = z.object({
  month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
  kind: z.enum(PROBLEM_KINDS),
  code: z.string().min(1).max(80),
  text: z.string().trim().min(1).max(300),
  fixedOn: z
    .string()
    .refine(isCalendarDate)
    .transform((day) => day as CalendarDate),
})
