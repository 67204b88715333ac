/** For whom a dated rule or text holds. */
export interface Scope {
  readonly scope: 'national' | 'region' | 'office'
  readonly scopeId: string
}

/** From the nation to an office: its province, city and county (GB/T 2260), then itself. Without an office the nation alone. */
export function scopePath(office: { readonly id: string; readonly regionCode: string } | undefined): Scope[] {
  const nation = { scope: 'national', scopeId: 'CN' } as const
  if (!office) return [nation]
  const { id, regionCode } = office
  const codes = new Set([`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`, regionCode])
  const regions = Array.from(codes, (scopeId) => ({ scope: 'region', scopeId }) as const)
  return [nation, ...regions, { scope: 'office', scopeId: id }]
}
