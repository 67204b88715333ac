import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { DEMO_PEOPLE } from '#prisma/seed/demo-people.ts'

export interface Persona {
  readonly identity: VerifiedIdentity
  readonly story?: LocalizedText
}

/** The people of the demo world, ready to be signed in as. */
export function listPersonas(): readonly Persona[] {
  return DEMO_PEOPLE.map(({ story, name, documentType, documentNumber, phone }) => ({
    identity: { name, documentType, documentNumber, phone },
    ...(story ? { story } : {}),
  }))
}
