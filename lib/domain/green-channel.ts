/** Why somebody goes through the green channel: old, disabled and pregnant people and those like them. 婚姻登记工作规范. */
export const GREEN_REASONS = ['age', 'disability', 'pregnancy', 'infant', 'illness'] as const

/** Why somebody is taken out of it again. */
export const UNGREEN_REASONS = ['not-wished', 'set-by-mistake'] as const
