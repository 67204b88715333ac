import type { Locale } from '#lib/domain/localized-text.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import { refusalText, type Spoken } from '#lib/format/refusal-text.ts'
import type { Reply } from './reply.ts'

/** A refusal on its way out: of a verb, or of the API itself, which may know a closer status and headers. */
export interface Refused {
  readonly ok: false
  readonly reason: Spoken
  readonly errors?: readonly RefusalDetail[]
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** The one table from reasons to HTTP statuses. */
export const STATUS_OF: Readonly<Record<Spoken, number>> = {
  'invalid-input': 422,
  'slot-full': 409,
  'slot-closed': 409,
  'not-released': 422,
  'too-late': 422,
  'not-eligible': 422,
  'already-booked': 409,
  'outside-legal-window': 422,
  'wrong-office': 422,
  'office-not-competent': 422,
  'hold-expired': 409,
  'partner-code-wrong': 422,
  'not-found': 404,
  'not-allowed': 403,
  'blocked-no-show': 409,
  'idempotency-mismatch': 422,
  'rate-limited': 429,
  overloaded: 503,
  fault: 500,
}

/** After how many seconds to come back when nobody can tell better. */
const RETRY_AFTER: Partial<Record<Spoken, number>> = { 'rate-limited': 60, overloaded: 2 }

/** Under which address the reasons are explained. */
const REASONS_AT = '/api/v1/docs#'

/** Nothing is wrong with who asks but that we do not know who asks: 401, and the scheme by which to tell. */
export function unknownCaller(detail: RefusalDetail): Refused {
  return {
    ok: false,
    reason: 'not-allowed',
    status: 401,
    errors: [detail],
    headers: { 'WWW-Authenticate': 'Bearer realm="yueding"' },
  }
}

export function malformed(path: string, reason: string, status = 400): Refused {
  return { ok: false, reason: 'invalid-input', status, errors: [{ path, reason }] }
}

export function rateLimited(retryAfterSeconds: number): Refused {
  return { ok: false, reason: 'rate-limited', headers: { 'Retry-After': String(retryAfterSeconds) } }
}

/** A refusal as RFC 9457 tells it: literals for programs, words in the caller's language for people. */
export function problemReply(locale: Locale, refused: Refused, traceId: string): Reply {
  const { reason, errors } = refused
  const status = refused.status ?? STATUS_OF[reason]
  const words = refusalText(locale, refused)
  const retryAfter = RETRY_AFTER[reason]
  return {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'X-Trace-Id': traceId,
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
      ...refused.headers,
    },
    text: JSON.stringify({
      type: REASONS_AT + reason,
      title: words.title,
      status,
      detail: words.detail,
      reason,
      ...(errors?.length
        ? { errors: errors.map((error, index) => ({ ...error, text: words.errors[index]?.text })) }
        : {}),
      traceId,
    }),
  }
}
