import { getLocale } from 'next-intl/server'
import { pool } from '#lib/db/pool.ts'
import { takeExport } from '#lib/desk/take-export.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Hands over a list that was agreed to. By a form only: a link that a browser fetches ahead would use it up. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const { actor, office } = await requireStaff('export-people')
  const { id } = await params
  const locale = (await getLocale()) as Locale
  const taken = await takeExport(pool(), { actor, id, officeId: office.id, locale, now: new Date() })
  if (!taken.ok) {
    const wrong = taken.errors?.[0]?.reason ?? taken.reason
    return seeOther(`/desk/manage/exports?${new URLSearchParams({ at: 'list', wrong })}`)
  }
  return new Response(taken.value.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${taken.value.name}"`,
      'cache-control': 'no-store',
    },
  })
}
