import type { StaffActor } from '#lib/domain/actor.ts'
import { placeOfChannel } from '#lib/domain/channel.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { listRegions } from '#lib/office/list-regions.ts'

/** Whose a new channel may be: of the nation and of the places above the office where somebody stands, as far as they may. */
export async function channelRegions(
  { grants }: StaffActor,
  { regionCode }: OfficePlace,
  words: { readonly locale: Locale; readonly nation: string },
): Promise<{ readonly value: string; readonly text: string }[]> {
  const codes = [`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`]
  const regions = await listRegions({ within: codes[0] })
  const known = codes.map((code) => ({
    code,
    text: regions.find((one) => one.code === code)?.name[words.locale] ?? code,
  }))
  return [{ code: null, text: words.nation }, ...known]
    .filter(({ code }) => mayDoAt(grants, 'edit-channels', placeOfChannel(code)))
    .map(({ code, text }) => ({ value: code ?? '', text }))
}
