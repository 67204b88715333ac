import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { NumbersTable } from '#lib/domain/numbers-table.ts'
import type { Numbers } from '#lib/numbers/show-numbers.ts'
import { errandTables } from './errand-tables.ts'
import { journeyTable, servicesTable } from './journey-tables.ts'
import { loadTable, visitTables } from './visit-tables.ts'

/** What a table is made of: the numbers, and the words for them. */
export interface TableWords {
  readonly numbers: Numbers
  readonly t: Awaited<ReturnType<typeof getTranslations<'numbers'>>>
  readonly locale: Locale
}

/** All numbers of a place and period as tables, in their order on the page. */
export async function numbersTables(numbers: Numbers): Promise<NumbersTable[]> {
  const t = await getTranslations('numbers')
  const locale = (await getLocale()) as Locale
  const services = await getTranslations('services')
  const words = { numbers, t, locale }
  return [
    loadTable(words),
    ...visitTables(words),
    ...errandTables(words),
    servicesTable(words, (service) => services(`${service}.name`)),
    journeyTable(words),
  ]
}
