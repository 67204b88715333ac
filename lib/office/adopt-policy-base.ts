import type { BookingPolicy } from '#lib/domain/booking-policy.ts'
import { forgetRules } from './forget-rules.ts'
import { policyBase } from './rules.sql.ts'

/** Sets what holds where no stored rule says otherwise, for instance the settings HOLD_MINUTES and PARTNER_HOURS. */
export function adoptPolicyBase(settings: Partial<BookingPolicy>): void {
  const base = policyBase()
  base.policy = { ...base.policy, ...settings }
  forgetRules()
}
