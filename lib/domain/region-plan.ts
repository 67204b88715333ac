import type { RegionLevel } from './place.ts'
import { accept, type Result, refuse } from './refusal.ts'

/** A code of GB/T 2260 taken apart. */
export interface RegionCode {
  readonly code: string
  readonly level: RegionLevel
  /** The place above it, the nearest that can be first: a county may lie in a province directly. */
  readonly parents: readonly string[]
}

/**
 * Reads the code of a city or county. Provinces are all there; a county of a municipality, and one that a province
 * governs directly (429004), has no city above it. GB/T 2260.
 */
export function readRegionCode(typed: string): Result<RegionCode> {
  const code = typed.trim()
  if (!code) return refuse('invalid-input', [{ path: 'code', reason: 'required' }])
  if (!/^[1-8]\d{5}$/.test(code)) return refuse('invalid-input', [{ path: 'code', reason: 'region-code' }])
  const [province, city] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
  if (code === province) return refuse('invalid-input', [{ path: 'code', reason: 'region-is-province' }])
  if (code === city) return accept({ code, level: 'city', parents: [province] })
  return accept({ code, level: 'county', parents: isDirect(code) ? [city, province] : [city] })
}

const MUNICIPALITIES = ['11', '12', '31', '50']

function isDirect(code: string): boolean {
  return MUNICIPALITIES.includes(code.slice(0, 2)) || code.slice(2, 4) === '90'
}
