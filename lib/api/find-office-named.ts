import type { Locale } from '#lib/domain/localized-text.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { listOffices } from '#lib/office/list-offices.ts'

interface NamedOffice {
  readonly id: string
  readonly name: Readonly<Record<Locale, string>>
}

/** An office's name, or undefined for an id that nobody has. PERF: all of them are kept for a minute, in one piece. */
export async function findOfficeNamed(id: string, now: Date): Promise<NamedOffice | undefined> {
  const offices = await keepFresh('offices by id', now, async () => {
    return new Map((await listOffices()).map((office) => [office.id, { id: office.id, name: office.name }]))
  })
  return offices.get(id)
}
