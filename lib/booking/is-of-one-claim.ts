// Bad values, violated constraints, lost races: https://www.postgresql.org/docs/current/errcodes-appendix.html
const ONE_CLAIM = /^(22|23|40)\w{3}$/

/** Whether a fault may lie with one of the claims, rather than with the database or the way to it. */
export function isOfOneClaim(fault: unknown): boolean {
  const code: unknown = fault instanceof Error && 'code' in fault ? fault.code : undefined
  return typeof code === 'string' && ONE_CLAIM.test(code)
}
