import type { StaffAct } from './permissions.ts'

/** What one person asks for and another one must agree to. */
export const APPROVAL_KINDS = ['policy', 'text', 'checklist', 'bulk-cancel', 'role-grant', 'export'] as const

export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

interface ApprovalRules {
  /** What one must be allowed to do for the place to ask for it … */
  readonly ask: StaffAct
  /** … and to agree to it. */
  readonly approve: StaffAct
  /** `at-once`: agreeing does it. `when-taken`: whoever asked does it afterwards, once. */
  readonly done: 'at-once' | 'when-taken'
  /** For so many days it waits for an answer, and afterwards to be made use of. */
  readonly days: number
}

/** The rules of each kind. A picture of couples is old after three days; a rule may wait for a session of a committee. */
export const APPROVALS: Readonly<Record<ApprovalKind, ApprovalRules>> = {
  policy: { ask: 'propose-policy', approve: 'approve-policy', done: 'at-once', days: 30 },
  text: { ask: 'propose-policy', approve: 'approve-policy', done: 'at-once', days: 30 },
  checklist: { ask: 'propose-policy', approve: 'approve-policy', done: 'at-once', days: 30 },
  'bulk-cancel': { ask: 'close-day', approve: 'approve-cancellation', done: 'when-taken', days: 3 },
  'role-grant': { ask: 'invite-staff', approve: 'approve-grant', done: 'when-taken', days: 14 },
  export: { ask: 'export-people', approve: 'approve-export', done: 'when-taken', days: 7 },
}

const APPROVAL_STATES = ['open', 'approved', 'refused', 'withdrawn', 'expired'] as const

export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** When a request made now, or an agreement given now, holds no longer. */
export function approvalEnds(kind: ApprovalKind, now: Date): Date {
  return new Date(now.getTime() + APPROVALS[kind].days * 86_400_000)
}

/** How a request stands at an instant; one that nobody answered in time is over without anybody doing anything. */
export function approvalStateAt(
  { state, expiresAt }: { readonly state: ApprovalState; readonly expiresAt: Date },
  now: Date,
): ApprovalState {
  return state === 'open' && expiresAt <= now ? 'expired' : state
}
