import { z } from 'zod'
import { CHANNEL_KINDS, CHANNEL_SCOPES, MOST_PER_MINUTE } from '#lib/domain/channel.ts'
import { STAFF_ROLES } from '#lib/domain/permissions.ts'

const username = z
  .string()
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/))

/** Who is invited, as typed; `note` says why, for the second person. */
export const staffInvitationSchema = z.object({
  username,
  name: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().min(2).max(40)),
  role: z.enum([...STAFF_ROLES, 'nation-admin']),
  note: z.string().trim().max(300).optional(),
})

/** A channel as typed. */
export const channelSchema = z.object({
  name: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().min(2).max(60)),
  kind: z.enum(CHANNEL_KINDS),
  scopes: z.array(z.enum(CHANNEL_SCOPES)).min(1),
  ratePerMinute: z.coerce.number().int().min(1).max(MOST_PER_MINUTE),
})

export type ChannelInput = z.infer<typeof channelSchema>
