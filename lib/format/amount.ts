/** A number with at most one digit behind the point, as people say it: 12.4, and 12 for 12.04. */
export function amountText(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** A share as whole percent; less than half a percent that is more than nothing has its digit. */
export function percentText(share: number): string {
  const percent = share * 100
  return `${percent > 0 && percent < 0.95 ? Math.max(0.1, Math.round(percent * 10) / 10) : Math.round(percent)}%`
}
