import { type NoticeResult, readNoticeResults } from './notice.sql.ts'
import type { Queryable } from './plan.sql.ts'

/** The changes made for a notice, by day and office, with what became of their couples. Nobody by name. */
export function listNoticeResults(queryable: Queryable, noticeId: string): Promise<NoticeResult[]> {
  return readNoticeResults(queryable, noticeId)
}
