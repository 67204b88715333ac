import { checkVoucher } from '#lib/booking/check-voucher.ts'
import type { VoucherVerdict } from '#lib/booking/verify-voucher.ts'
import { pool } from '#lib/db/pool.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import { type GenuineQuestion, readGenuineQuestion } from '#lib/domain/genuine-question.ts'
import type { Voucher, VoucherState } from '#lib/domain/voucher.ts'
import { env } from '#lib/env.ts'
import { mayAskWhatIsGenuine, permitGuess } from './limits.ts'

/** What anybody may be told about a voucher, a code or an address. Nothing in it is about people. */
export type GenuineAnswer =
  | Exclude<GenuineQuestion, { kind: 'voucher' }>
  | {
      readonly kind: 'genuine'
      readonly voucher: Voucher
      readonly state: VoucherState
      /** While it counts: when they are expected on its day. */
      readonly startTime?: ClockTime
    }
  | { readonly kind: Exclude<VoucherVerdict, 'genuine'> }
  | { readonly kind: 'too-many' }

/**
 * Answers what was typed or scanned. A voucher that is not ours counts as a guess at its code; one that is costs
 * nothing, so that a desk may scan all day.
 */
export async function judgeGenuine(typed: string): Promise<GenuineAnswer> {
  if (!(await mayAskWhatIsGenuine())) return { kind: 'too-many' }
  const question = readGenuineQuestion(typed, env.publicUrl)
  if (question.kind !== 'voucher') return question
  const { voucher } = question
  const permit = await permitGuess(voucher.code)
  if (!permit.permitted) return { kind: 'too-many' }
  const check = await checkVoucher(pool(), { voucher, now: new Date() })
  const { verdict } = check
  if (verdict !== 'genuine') return { kind: verdict }
  await permit.forgive()
  const { verdict: _, ...standing } = check
  return { kind: 'genuine', voucher, ...standing }
}

/** The host under which this site is reached, to compare with the address bar. */
export function ownHost(): string {
  return new URL(env.publicUrl).host
}
