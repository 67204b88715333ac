import type { LocalizedText } from './localized-text.ts'

/** What a second person is asked to agree to: that all couples who lose their day to a notice are cancelled. */
export interface NoticeRequest {
  readonly notice: { readonly year: number; readonly text: string; readonly source: string }
  /** What the notice says and what the couples are told; another word means that it is not this very notice. */
  readonly noticeHash: string
  readonly reason: LocalizedText | null
  /** So many at the most. */
  readonly couples: number
}

/** Whether the contents of a request for a bulk cancellation are those of a notice, not of a change of one office. */
export function isNoticeRequest(payload: unknown): payload is NoticeRequest {
  if (typeof payload !== 'object' || payload === null || !('notice' in payload)) return false
  const { noticeHash, couples } = payload as Partial<NoticeRequest>
  return typeof noticeHash === 'string' && typeof couples === 'number'
}
