/**
 * What PostgreSQL said, whichever way it came: pg throws it plainly, Prisma 7 wraps it (`P2002`, or `P2010` for raw
 * SQL, with the driver's error in `meta`), and some arrive as the driver adapter's own error without a code.
 * Read by shape, not by `instanceof`: Next has its own copy of both libraries.
 */
type Told = { sqlState: string | undefined; constraint: string | undefined }

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const uniqueViolation = '23505'
const writeConflicts = ['40001', '40P01']
const integrityClass = /^23/

/** The unique index, foreign key or CHECK that refused a write, by name; undefined when it was something else. */
export function violatedConstraint(error: unknown): string | undefined {
  const { sqlState, constraint } = readError(error)
  return sqlState && integrityClass.test(sqlState) ? constraint : undefined
}

/** Whether a write was refused because a row like it is there already, and that by this very index. */
export function isDuplicate(error: unknown, index: string): boolean {
  const told = readError(error)
  return told.sqlState === uniqueViolation && told.constraint === index
}

/** Whether the transaction lost against another one (serialization failure, deadlock) and may be tried again. */
export function isWriteConflict(error: unknown): boolean {
  const { sqlState } = readError(error)
  return sqlState !== undefined && writeConflicts.includes(sqlState)
}

function readError(error: unknown): Told {
  const outer = fieldsOf(error)
  if (outer.code === 'P2034') return { sqlState: '40001', constraint: undefined }
  const driver = fieldsOf(fieldsOf(outer.meta).driverAdapterError)
  const cause = fieldsOf(driver.cause ?? outer.cause)
  if (cause.kind === 'TransactionWriteConflict') return { sqlState: '40001', constraint: undefined }
  if (typeof cause.kind === 'string') {
    return {
      sqlState: textOf(cause.originalCode) ?? textOf(cause.code),
      constraint: textOf(fieldsOf(cause.constraint).index) ?? quotedConstraint(cause.originalMessage),
    }
  }
  return { sqlState: textOf(outer.code), constraint: textOf(outer.constraint) }
}

// The adapter drops the name of a violated CHECK; PostgreSQL puts it last, in quotes.
function quotedConstraint(message: unknown): string | undefined {
  return textOf(message)?.match(/constraint "([^"]+)"/)?.[1]
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
