import { CHANNEL_SCOPES } from '#lib/domain/channel.ts'
import { type ChannelInput, channelSchema } from '#lib/identity/schema.ts'

/** A channel as it was typed, or the field that is wrong. */
export function readChannelForm(form: FormData): ChannelInput | { readonly wrong: string } {
  const read = channelSchema.safeParse({
    name: form.get('name'),
    kind: form.get('kind'),
    scopes: CHANNEL_SCOPES.filter((scope) => form.get(`scope-${scope}`) === 'on'),
    ratePerMinute: form.get('ratePerMinute'),
  })
  return read.success ? read.data : { wrong: String(read.error.issues[0]?.path[0] ?? 'name') }
}
