import { z } from 'zod'
import { STAFF_ROLES } from '#lib/domain/permissions.ts'

const username = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/))

/** Who is invited, as typed. */
export const staffInvitationSchema = z.object({
  username,
  name: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().min(2).max(40)),
  role: z.enum(STAFF_ROLES),
})
