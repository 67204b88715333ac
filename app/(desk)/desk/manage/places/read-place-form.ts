import { FACILITIES } from '#lib/domain/facility.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICES } from '#lib/domain/service.ts'

const LONGEST = 4000
const LISTS = { services: SERVICES, accepts: PARTY_TYPES, facilities: FACILITIES } as const

/** What was typed into the columns of a form about a place; what is chosen of a list as one text. */
export function readPlaceForm<Column extends string>(
  form: FormData,
  columns: readonly Column[],
): Readonly<Record<Column, string>> {
  return Object.fromEntries(columns.map((column) => [column, read(column)])) as Record<Column, string>

  function read(column: string): string {
    const whole = form.get(column)
    if (whole !== null) return String(whole).replace(/\r\n/g, '\n').slice(0, LONGEST)
    const list = Object.entries(LISTS).find(([name]) => name === column)?.[1] ?? []
    return list
      .flatMap((value) => {
        const chosen = form.get(`${column}.${value}`)
        if (!chosen) return []
        return [column === 'services' ? `${value}:${String(chosen).slice(0, 20)}` : value]
      })
      .join(';')
  }
}

/** What the form showed before anything was typed into it; nothing where that cannot be read. */
export function readWas(form: FormData): Readonly<Record<string, string>> {
  try {
    const was: unknown = JSON.parse(String(form.get('was')).slice(0, 60_000))
    return typeof was === 'object' && was !== null ? (was as Record<string, string>) : {}
  } catch {
    return {}
  }
}
