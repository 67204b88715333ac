import { askApproval } from '#lib/approval/ask-approval.ts'
import { hashChange } from '#lib/capacity/hash-change.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { NoticeRequest } from '#lib/domain/notice-request.ts'
import { mayDoAt, refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { NATION, type Scope } from '#lib/domain/scope-path.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { type NoticeLook, previewCalendar } from './preview-calendar.ts'

/**
 * Asks somebody else to agree that all couples who lose their day to a notice are cancelled: to this very notice, with what
 * they are told, and for so many at the most. The request keeps all that was entered, so that it can be entered without
 * being typed again. Refuses `invalid-input` without a note, and what
 * waits for an answer already.
 */
export async function askNoticeCancel(
  pool: Pool,
  wish: NoticeLook & {
    readonly source: string
    readonly reason?: LocalizedText | undefined
    readonly note: string
  },
): Promise<Result<{ readonly approvalId: string }>> {
  const { actor, at, text, year, reason, now } = wish
  const preview = await previewCalendar(pool, wish)
  if (!preview.ok) return preview
  const [note, source] = [wish.note.trim(), wish.source.trim()]
  if (source === '') return refuse('invalid-input', [{ path: 'source', reason: 'required' }])
  if (note === '') return refuse('invalid-input', [{ path: 'note', reason: 'required' }])
  const place = await widestOf(actor, at)
  const refusal = refuseStaffAt(actor, 'close-day', place)
  if (refusal) return refusal
  const payload: NoticeRequest = {
    notice: { year, text, source },
    noticeHash: hashChange({ days: preview.value.days, reason }),
    reason: reason ?? null,
    couples: preview.value.offices.couples,
  }
  const request = { kind: 'bulk-cancel', ...place, payload: { ...payload }, note, actor, now } as const
  const asked = await poolTransaction(pool, (client) => askApproval(client, request))
  return asked.ok ? accept({ approvalId: asked.value }) : asked
}

/** The nation, or the province in which somebody sits. */
async function widestOf({ grants }: StaffActor, at: string): Promise<Scope> {
  if (mayDoAt(grants, 'close-day', NATION)) return NATION
  const office = await getOffice(at)
  return { scope: 'region', scopeId: `${office?.region.code.slice(0, 2) ?? ''}0000` }
}
