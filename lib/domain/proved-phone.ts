import { readPhoneNumber } from './phone-number.ts'

/**
 * Whether a phone number still has to be proved by a code: one that the identity service has vouched for, or that was
 * proved before, need not be. What is no phone number is another fault, told elsewhere.
 */
export function needsPhoneProof(
  typed: string | undefined,
  known: { readonly vouched: string | undefined; readonly proved: string | undefined },
): boolean {
  const number = readPhoneNumber(typed ?? '')
  if (!number) return false
  return ![known.vouched, known.proved].some((one) => one !== undefined && readPhoneNumber(one) === number)
}
