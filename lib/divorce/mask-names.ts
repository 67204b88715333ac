import { maskName } from '#lib/domain/masking.ts'
import type { DivorceCase } from './get-case.ts'
import { openCaseParty } from './open-case-party.ts'

/** The names of the two people of a case as others may see them; of a forgotten one nothing but a star. */
export function maskNames({ id, parties }: Pick<DivorceCase, 'id' | 'parties'>): string[] {
  return parties.map(({ role, sealed }) =>
    maskName(sealed.length > 0 ? openCaseParty(id, role, sealed).name : ''),
  )
}
