import { addDays, daysFrom } from '#lib/domain/calendar-date.ts'
import { LOAD_DAYS } from '#lib/domain/numbers-period.ts'
import { countOf, decimalOf, type NumbersTable, shareOf } from '#lib/domain/numbers-table.ts'
import { dayText } from '#lib/format/dates.ts'
import type { TableWords } from './numbers-tables.ts'
import { partRows } from './part-rows.ts'

/** The next fourteen days: places, seats taken, how full. Days on which nothing is on offer are left out. */
export function loadTable({ numbers, t, locale }: TableWords): NumbersTable {
  const days = daysFrom(numbers.today, addDays(numbers.today, LOAD_DAYS - 1))
  const loads = days.flatMap((day) => numbers.load.find(({ date }) => date === day) ?? [])
  return {
    name: 'load',
    title: t('load.title'),
    short: loads.map(({ date }) => date.slice(5).replace('-', '/')),
    heads: [t('head.day'), t('head.places'), t('head.taken'), t('head.free'), t('head.fill')],
    rows: loads.map(({ date, places, taken }) => [
      dayText(locale, date),
      countOf(places),
      countOf(taken),
      countOf(Math.max(0, places - taken)),
      shareOf(taken, places),
    ]),
  }
}

/** How full the period was, what came of the appointments, how long people waited, and how long their papers took. */
export function visitTables(words: TableWords): NumbersTable[] {
  const { numbers, t } = words
  return [
    {
      name: 'fill',
      title: t('fill.title'),
      heads: [t('head.place'), t('head.places'), t('head.taken'), t('head.fill')],
      rows: partRows(words, numbers.fill, (line) => [
        countOf(line?.places ?? 0),
        countOf(line?.taken ?? 0),
        shareOf(line?.taken ?? 0, line?.places ?? 0),
      ]),
    },
    {
      name: 'ways',
      title: t('ways.title'),
      heads: [
        ...[t('head.place'), t('head.made'), t('head.online'), t('head.channel'), t('head.counter')],
        ...[t('head.leadMedian'), t('head.leadLong')],
      ],
      rows: partRows(words, numbers.appointments, (line) => {
        const all = line ? line.online + line.channel + line.counter : 0
        return [
          countOf(line?.made ?? 0),
          shareOf(line?.online ?? 0, all),
          shareOf(line?.channel ?? 0, all),
          shareOf(line?.counter ?? 0, all),
          decimalOf(line?.leadMedian ?? null),
          decimalOf(line?.leadLong ?? null),
        ]
      }),
    },
    {
      name: 'outcomes',
      title: t('outcomes.title'),
      heads: [
        ...[t('head.place'), t('head.attended'), t('head.missed'), t('head.missedShare')],
        ...[t('head.cancelled'), t('head.cancelledShare'), t('head.unanswered')],
      ],
      rows: partRows(words, numbers.appointments, (line) => [
        countOf(line?.attended ?? 0),
        countOf(line?.missed ?? 0),
        shareOf(line?.missed ?? 0, line ? line.attended + line.missed : 0),
        countOf(line?.cancelled ?? 0),
        shareOf(line?.cancelled ?? 0, line ? line.made - line.unanswered : 0),
        countOf(line?.unanswered ?? 0),
      ]),
    },
    {
      name: 'waits',
      title: t('waits.title'),
      heads: [
        ...[t('head.place'), t('head.called'), t('head.waitMedian'), t('head.waitLong')],
        ...[t('head.served'), t('head.handlingMedian')],
      ],
      rows: partRows(words, numbers.waits, (line) => [
        countOf(line?.called ?? 0),
        decimalOf(line?.waitMedian ?? null),
        decimalOf(line?.waitLong ?? null),
        countOf(line?.served ?? 0),
        decimalOf(line?.handlingMedian ?? null),
      ]),
    },
    {
      name: 'checks',
      title: t('checks.title'),
      heads: [
        ...[t('head.place'), t('head.checked'), t('head.complete')],
        ...[t('head.checkMedian'), t('head.checkLong')],
      ],
      rows: partRows(words, numbers.checks, (line) => [
        countOf(line?.checked ?? 0),
        shareOf(line?.complete ?? 0, line?.checked ?? 0),
        decimalOf(line?.checkMedian ?? null),
        decimalOf(line?.checkLong ?? null),
      ]),
    },
  ]
}
