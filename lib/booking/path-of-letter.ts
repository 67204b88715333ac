import type { LetterOffice } from '#lib/domain/letter.ts'
import type { TemplateScope } from '#lib/domain/letter-template.ts'

/** Whose words count for a letter of this office: the nation's, those of its province, city and county, its own. */
export function pathOfLetter(office: LetterOffice | undefined): TemplateScope[] {
  const nation = { scope: 'national', scopeId: 'CN' } as const
  if (!office) return [nation]
  const { regionCode } = office
  const codes = new Set([`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`, regionCode])
  const regions = Array.from(codes, (scopeId) => ({ scope: 'region', scopeId }) as const)
  return [nation, ...regions, { scope: 'office', scopeId: office.id }]
}
