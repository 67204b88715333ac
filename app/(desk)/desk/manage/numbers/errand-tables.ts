import { countOf, decimalOf, type NumbersTable, shareOf } from '#lib/domain/numbers-table.ts'
import { FEWEST_SHOWN, hideSmall, type ShownCount } from '#lib/domain/small-count.ts'
import type { TableWords } from './numbers-tables.ts'
import { partRows } from './part-rows.ts'

/** What people thought of their visits, and how often they had to come. */
export function errandTables(words: TableWords): NumbersTable[] {
  return [ratingTable(words), errandTable(words), caseTable(words)]
}

const LEVELS = [5, 4, 3, 2, 1] as const

function ratingTable(words: TableWords): NumbersTable {
  const { numbers, t } = words
  return {
    name: 'ratings',
    title: t('ratings.title'),
    heads: [t('head.place'), ...LEVELS.map((level) => t(`level.${level}`)), t('head.satisfied')],
    rows: partRows(words, numbers.ratings, (line) => {
      const counts = LEVELS.map((level) => line?.[`level${level}`] ?? 0)
      const all = counts.reduce((sum, count) => sum + count, 0)
      const [best = 0, good = 0, fair = 0] = counts
      return [...counts.map(countOf), shareOf(best + good + fair, all)]
    }),
  }
}

function errandTable(words: TableWords): NumbersTable {
  const { numbers, t } = words
  return {
    name: 'errands',
    title: t('errands.title'),
    heads: [
      ...[t('head.place'), t('head.registered'), t('head.atFirstVisit'), t('head.visitsPerCouple')],
      ...[t('head.told'), t('head.toldAgain')],
    ],
    rows: partRows(words, numbers.errands, (line) => [
      countOf(line?.registered ?? 0),
      shareOf(line?.atFirstVisit ?? 0, line?.registered ?? 0),
      decimalOf(line && line.registered > 0 ? line.marriageVisits / line.registered : null),
      countOf(line?.told ?? 0),
      shareOf(line?.toldAgain ?? 0, line?.told ?? 0),
    ]),
  }
}

const COLUMNS = ['issued', 'withdrawn', 'lapsed'] as const

/** Divorces: few of one office are people whom somebody knows, so that small counts are not shown, nor what they follow from. */
function caseTable(words: TableWords): NumbersTable {
  const { numbers, t } = words
  const parts = numbers.cases.filter(({ key }) => key !== '')
  const shown = new Map(
    COLUMNS.map((column) => [
      column,
      hideSmall(parts.map((line) => ({ count: line[column], isDelicate: true }))),
    ]),
  )
  const total = numbers.cases.find(({ key }) => key === '')
  const cellOf = (column: (typeof COLUMNS)[number], key: string): ShownCount => {
    const [alone = 0] = total ? hideSmall([{ count: total[column], isDelicate: true }]) : []
    return key === '' ? alone : (shown.get(column)?.[parts.findIndex((line) => line.key === key)] ?? 0)
  }
  return {
    name: 'cases',
    title: t('cases.title'),
    heads: [
      ...[t('head.place'), t('head.issued'), t('head.visitsPerCase')],
      ...[t('head.withdrawn'), t('head.lapsed')],
    ],
    rows: partRows(words, numbers.cases, (line) => [
      countOf(line ? cellOf('issued', line.key) : 0),
      decimalOf(line && line.issued >= FEWEST_SHOWN ? line.caseVisits / line.issued : null),
      countOf(line ? cellOf('withdrawn', line.key) : 0),
      countOf(line ? cellOf('lapsed', line.key) : 0),
    ]),
  }
}
