/** For whom a dated rule or text holds. */
export interface Scope {
  readonly scope: 'national' | 'region' | 'office'
  readonly scopeId: string
}

export const NATION: Scope = { scope: 'national', scopeId: 'CN' }

/** From the nation to a region: its province, city and county (GB/T 2260) as far down as it lies itself. */
export function regionPath(regionCode: string): Scope[] {
  const codes = new Set([`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`, regionCode])
  return [NATION, ...Array.from(codes, (scopeId) => ({ scope: 'region', scopeId }) as const)]
}

/** From the nation to an office: its province, city and county (GB/T 2260), then itself. Without an office the nation alone. */
export function scopePath(office: { readonly id: string; readonly regionCode: string } | undefined): Scope[] {
  return office ? [...regionPath(office.regionCode), { scope: 'office', scopeId: office.id }] : [NATION]
}
