/** What a planting needs of a connection; both pg's pool and one of its connections have it. */
export interface Connection {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}

/**
 * Inserts many rows in one statement. The keys of the first row are the columns. SAFETY: table and keys are literals of
 * the planting, never input. Binary values are given as Buffer.
 */
export async function insertRows(
  connection: Connection,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const list = columns.map((column) => `"${column}"`).join(', ')
  await connection.query(
    `INSERT INTO "${table}" (${list}) SELECT ${list} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
    [JSON.stringify(rows, binaryAsHex)],
  )
}

// JSON.stringify hands a Buffer over in its own JSON shape; PostgreSQL reads \x….
function binaryAsHex(_key: string, value: unknown): unknown {
  const shape = value as { type?: unknown; data?: unknown } | null
  const isBuffer = typeof value === 'object' && shape?.type === 'Buffer' && Array.isArray(shape.data)
  return isBuffer ? `\\x${Buffer.from(shape?.data as number[]).toString('hex')}` : value
}
