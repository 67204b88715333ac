import { pool } from '#lib/db/pool.ts'
import { csvText } from '#lib/domain/csv-cell.ts'
import { cellText, type NumbersTable } from '#lib/domain/numbers-table.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { exportNumbers } from '#lib/numbers/export-numbers.ts'
import { writeWorkbook } from '#lib/numbers/write-workbook.ts'
import { numbersTables } from '../numbers-tables.ts'

/** The numbers as a workbook, or one table as a file of values; never a person in either. */
export async function GET(request: Request): Promise<Response> {
  const { actor, office } = await requireStaff('see-numbers')
  const search = new URL(request.url).searchParams
  const at = search.get('at') ?? office.id
  const period = search.get('period') ?? undefined
  const shown = await exportNumbers(pool(), { actor, at, period, now: new Date() })
  if (!shown.ok) return new Response(null, { status: shown.reason === 'not-found' ? 404 : 403 })
  const tables = await numbersTables(shown.value)
  const name = `numbers-${/^[\w-]+$/.test(at) ? at : 'place'}-${shown.value.period.from}-${shown.value.period.until}`
  if (search.get('as') === 'xlsx')
    return file(
      `${name}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      writeWorkbook(tables),
    )
  const table = tables.find((one) => one.name === search.get('table'))
  if (!table) return new Response(null, { status: 404 })
  return file(`${name}-${table.name}.csv`, 'text/csv; charset=utf-8', csvOf(table))
}

// With a byte order mark: without it spreadsheets read Chinese as something else.
function csvOf({ heads, rows }: NumbersTable): string {
  return `\ufeff${csvText([heads, ...rows.map((cells) => cells.map(cellText))])}`
}

function file(name: string, type: string, content: string | Buffer): Response {
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
