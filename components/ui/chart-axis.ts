export interface ChartAxis {
  /** The upper end of the drawing; never 0. */
  readonly top: number
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 5] as const
const MOST_TICKS = 5

/** An axis from 0 in round steps that reaches over all values. */
export function chartAxis(values: readonly (number | null)[]): ChartAxis {
  const most = Math.max(0, ...values.filter((value) => value !== null && Number.isFinite(value)).map(Number))
  if (most === 0) return { top: 1, ticks: [0, 1] }
  const step = roundStep(most / MOST_TICKS)
  const count = Math.ceil(most / step - 1e-9)
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => clean(index * step)) }
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return clean((STEPS.find((step) => step * power >= least) ?? 10) * power)
}

// 3 × 0.1 is not 0.3 in binary.
function clean(value: number): number {
  return Number(value.toPrecision(6))
}
