// Connection exceptions (class 08), too many connections, shut down or starting, statement cancelled for time, and what
// the network and the two database libraries call the same. https://www.postgresql.org/docs/current/errcodes-appendix.html
const OUTAGE =
  /^(?:08...|53300|57014|57P0[1-5]|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2028)$/
const OUTAGE_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|pool after calling end/i

/** Whether a fault means that the database cannot be reached or cannot keep up, rather than that we erred. */
export function isOutage(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const { code, syscall, cause } = fault as { code?: unknown; syscall?: unknown; cause?: unknown }
  if (typeof code === 'string' && OUTAGE.test(code)) return true
  // A database behind a Unix socket is away when its file is.
  if (code === 'ENOENT' && syscall === 'connect') return true
  if (OUTAGE_WORDS.test(fault.message)) return true
  if (fault instanceof AggregateError && fault.errors.some(isOutage)) return true
  return cause !== undefined && cause !== fault && isOutage(cause)
}
