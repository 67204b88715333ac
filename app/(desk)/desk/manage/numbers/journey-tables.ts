import { COUNTED_STEPS } from '#lib/domain/journey-count.ts'
import { countOf, decimalOf, type NumbersTable, shareOf } from '#lib/domain/numbers-table.ts'
import { SERVICE_FACTS, SERVICES, type Service } from '#lib/domain/service.ts'
import { FEWEST_SHOWN, hideSmall } from '#lib/domain/small-count.ts'
import type { TableWords } from './numbers-tables.ts'

/** The same by service. What is quiet is shown only where it tells nothing about single people. */
export function servicesTable(
  { numbers, t }: TableWords,
  nameOf: (service: Service) => string,
): NumbersTable {
  const lines = SERVICES.flatMap((name) => numbers.services.find(({ service }) => service === name) ?? [])
  const column = (of: 'made' | 'attended' | 'missed' | 'cancelled' | 'unanswered') =>
    hideSmall(
      lines.map((line) => ({ count: line[of], isDelicate: SERVICE_FACTS[line.service].mood === 'quiet' })),
    )
  const columns = (['made', 'attended', 'missed', 'cancelled', 'unanswered'] as const).map(column)
  return {
    name: 'services',
    title: t('services.title'),
    heads: [
      ...[t('head.service'), t('head.made'), t('head.attended'), t('head.missed')],
      ...[t('head.cancelled'), t('head.unanswered'), t('head.checkMedian')],
    ],
    rows: lines.map(({ service, checked, checkMedian }, index) => {
      const isShown = checked >= FEWEST_SHOWN || SERVICE_FACTS[service].mood !== 'quiet'
      return [
        nameOf(service),
        ...columns.map((cells) => countOf(cells[index] ?? 0)),
        decimalOf(isShown ? checkMedian : null),
      ]
    }),
  }
}

/** How far journeys come, and where they end. Of offices alone what was counted once a place was chosen. */
export function journeyTable({ numbers, t }: TableWords): NumbersTable {
  const steps = COUNTED_STEPS.filter(
    (step) => numbers.opened.scope.scope === 'national' || !isBeforePlace(step),
  )
  const count = (step: (typeof COUNTED_STEPS)[number]) => numbers.steps.get(step) ?? 0
  const [first] = steps
  const begun = first ? count(first) : 0
  return {
    name: 'journey',
    title: t('journey.title'),
    heads: [t('head.step'), t('head.reached'), t('head.ofBegun'), t('head.leftHere')],
    rows: steps.map((step, index) => {
      const next = steps[index + 1]
      const left = next ? Math.max(0, count(step) - count(next)) : null
      return [
        t(`step.${step}`),
        countOf(count(step)),
        shareOf(count(step), begun),
        left === null ? countOf(null) : shareOf(left, count(step)),
      ]
    }),
  }
}

function isBeforePlace(step: (typeof COUNTED_STEPS)[number]): boolean {
  return step === 'started' || step === 'place'
}
