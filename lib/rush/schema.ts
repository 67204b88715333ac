import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '#lib/domain/calendar-date.ts'
import { MOST_WISHES } from '#lib/domain/waiting.ts'

const daySchema = z
  .string()
  .refine(isCalendarDate)
  .transform((day) => day as CalendarDate)

/** Where and on which days a couple could come. */
export const wishesSchema = z
  .array(
    z.strictObject({
      officeId: z.string().regex(/^[\w-]{1,80}$/),
      from: daySchema,
      until: daySchema,
    }),
  )
  .min(1)
  .max(MOST_WISHES)
