import type { Pool } from '#lib/db/pool.ts'
import type { ContactMedium } from '#lib/domain/contact.ts'
import { openJson } from './open-json.ts'

/** A letter that the demo would have sent. */
export interface DemoLetter {
  readonly id: string
  readonly medium: ContactMedium
  readonly address: string
  readonly subject: string
  readonly text: string
  readonly createdAt: Date
}

const LOOKED_THROUGH = 500

/** The latest letters of the demo, the newest first; only those to an address that ends so, when an end is given. */
export async function listDemoLetters(
  pool: Pool,
  { end = '', most }: { readonly end?: string; readonly most: number },
): Promise<DemoLetter[]> {
  const { rows } = await pool.query<{ id: string; medium: ContactMedium; sealed: Buffer; createdAt: Date }>(
    `SELECT id::text, medium, sealed, created_at AS "createdAt" FROM demo_letter
     ORDER BY created_at DESC, id DESC LIMIT $1`,
    [end ? LOOKED_THROUGH : most],
  )
  return rows
    .map(({ sealed, ...row }) => ({
      ...row,
      ...openJson<Pick<DemoLetter, 'address' | 'subject' | 'text'>>(`demo_letter ${row.id}`, sealed),
    }))
    .filter(({ address }) => address.endsWith(end))
    .slice(0, most)
}
