import { regionPath, type Scope, scopePath } from './scope-path.ts'

/** What somebody is employed for. A person may have several, each for one place. */
export const STAFF_ROLES = [
  'clerk',
  'senior-clerk',
  'reviewer',
  'office-manager',
  'city-admin',
  'province-admin',
  'auditor',
] as const

export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * Everything staff can do, and who may. This table draws the screens, guards the verbs and makes the tests; an act that
 * is not here does not exist. Nobody has more than the work asks for: auditors read and change nothing, admins run no
 * counter.
 */
export const STAFF_ACTS = {
  // The day at the counter.
  'see-day': ['clerk', 'senior-clerk', 'reviewer', 'office-manager'],
  'print-day': ['clerk', 'senior-clerk', 'office-manager'],
  'record-arrival': ['clerk', 'senior-clerk', 'office-manager'],
  'call-ticket': ['clerk', 'senior-clerk', 'office-manager'],
  'record-outcome': ['clerk', 'senior-clerk', 'office-manager'],
  'give-ticket': ['clerk', 'senior-clerk', 'office-manager'],
  'book-for-couple': ['clerk', 'senior-clerk', 'office-manager'],
  'add-seat': ['senior-clerk', 'office-manager'],
  'record-no-show': ['clerk', 'senior-clerk', 'office-manager'],
  'void-no-show': ['senior-clerk', 'office-manager'],
  'reveal-person': ['clerk', 'senior-clerk', 'office-manager'],
  'answer-correction': ['senior-clerk', 'office-manager'],
  'review-papers': ['clerk', 'senior-clerk', 'reviewer', 'office-manager'],
  'use-room': ['clerk', 'senior-clerk', 'office-manager'],
  'raise-alarm': ['clerk', 'senior-clerk', 'reviewer', 'office-manager'],
  'keep-day-offline': ['clerk', 'senior-clerk', 'office-manager'],
  // Visits at home.
  'see-home-visits': ['clerk', 'senior-clerk', 'office-manager'],
  'plan-home-visit': ['senior-clerk', 'office-manager'],
  // What people thought.
  'see-ratings': ['senior-clerk', 'office-manager', 'city-admin', 'province-admin'],
  'answer-rating': ['senior-clerk', 'office-manager'],
  'appeal-rating': ['clerk', 'senior-clerk'],
  'judge-appeal': ['city-admin', 'province-admin'],
  // The legal clock.
  'see-cases': ['clerk', 'senior-clerk', 'office-manager'],
  'accept-application': ['clerk', 'senior-clerk', 'office-manager'],
  'correct-receipt': ['senior-clerk', 'office-manager'],
  'withdraw-application': ['clerk', 'senior-clerk', 'office-manager'],
  'issue-certificate': ['clerk', 'senior-clerk', 'office-manager'],
  'see-calendar': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'import-calendar': ['province-admin'],
  // The office and its people.
  'see-staff': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'invite-staff': ['office-manager', 'city-admin', 'province-admin'],
  'disable-staff': ['office-manager', 'city-admin', 'province-admin'],
  'end-staff-sessions': ['office-manager', 'city-admin', 'province-admin'],
  'open-window': ['senior-clerk', 'office-manager'],
  'pair-device': ['office-manager'],
  'edit-rooms': ['office-manager'],
  'edit-itinerary': ['office-manager'],
  'see-trail': ['office-manager', 'auditor'],
  // The places and what they offer.
  'see-places': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'edit-office': ['office-manager', 'city-admin', 'province-admin'],
  'found-office': ['city-admin', 'province-admin'],
  'see-week': ['senior-clerk', 'office-manager', 'city-admin', 'province-admin', 'auditor'],
  'edit-hours': ['office-manager', 'city-admin', 'province-admin'],
  'close-day': ['office-manager', 'city-admin', 'province-admin'],
  'approve-cancellation': ['office-manager', 'city-admin', 'province-admin'],
  // Who works when, and how many are needed. Whoever plans a region sees its rosters; only the office writes its own.
  'see-roster': ['clerk', 'senior-clerk', 'reviewer', 'office-manager', 'city-admin', 'province-admin'],
  'edit-roster': ['senior-clerk', 'office-manager'],
  'plan-capacity': ['office-manager', 'city-admin', 'province-admin'],
  // Dated rules and texts; what one proposes another approves.
  'see-policies': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'propose-policy': ['office-manager', 'city-admin', 'province-admin'],
  'approve-policy': ['city-admin', 'province-admin'],
  'see-approvals': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'approve-grant': ['city-admin', 'province-admin'],
  'see-channels': ['city-admin', 'province-admin', 'auditor'],
  'edit-channels': ['province-admin'],
  'export-people': ['office-manager'],
  'approve-export': ['office-manager', 'city-admin', 'province-admin'],
  // What it comes to.
  'see-numbers': ['office-manager', 'city-admin', 'province-admin', 'auditor'],
  'note-fix': ['office-manager', 'city-admin'],
} as const satisfies Readonly<Record<string, readonly StaffRole[]>>

export type StaffAct = keyof typeof STAFF_ACTS

/** A role, for the nation, a region or an office. */
export interface StaffGrant extends Scope {
  readonly role: StaffRole
}

/** Where an act would be done. */
export interface OfficePlace {
  readonly id: string
  readonly regionCode: string
}

/** Whether one of the grants allows an act in an office; without an office, in the whole nation. */
export function mayDo(
  grants: readonly StaffGrant[],
  act: StaffAct,
  office: OfficePlace | undefined,
): boolean {
  return mayDoAlong(grants, act, scopePath(office))
}

/** Whether one of the grants allows an act for a whole region (GB/T 2260), not only for one of its offices. */
export function mayDoForRegion(grants: readonly StaffGrant[], act: StaffAct, regionCode: string): boolean {
  return mayDoAlong(grants, act, regionPath(regionCode))
}

function mayDoAlong(grants: readonly StaffGrant[], act: StaffAct, path: readonly Scope[]): boolean {
  const roles: readonly StaffRole[] = STAFF_ACTS[act]
  return grants.some(
    ({ role, scope, scopeId }) =>
      roles.includes(role) && path.some((place) => place.scope === scope && place.scopeId === scopeId),
  )
}

/** The acts that a person has in an office, for the screens. */
export function actsIn(grants: readonly StaffGrant[], office: OfficePlace): readonly StaffAct[] {
  return (Object.keys(STAFF_ACTS) as StaffAct[]).filter((act) => mayDo(grants, act, office))
}

/** Which roles somebody may give away: only below their own, and only within their own place. */
const GIVES: Readonly<Partial<Record<StaffRole, readonly StaffRole[]>>> = {
  'office-manager': ['clerk', 'senior-clerk', 'reviewer'],
  'city-admin': ['clerk', 'senior-clerk', 'reviewer', 'office-manager'],
  'province-admin': ['clerk', 'senior-clerk', 'reviewer', 'office-manager', 'city-admin', 'auditor'],
}

/** The roles that somebody may give to others in an office. */
export function rolesToGive(grants: readonly StaffGrant[], office: OfficePlace): readonly StaffRole[] {
  const path = scopePath(office)
  const own = grants.filter((grant) =>
    path.some(({ scope, scopeId }) => scope === grant.scope && scopeId === grant.scopeId),
  )
  return STAFF_ROLES.filter((role) =>
    own.some(
      (grant) => GIVES[grant.role]?.includes(role) || (role === 'province-admin' && isOfNation(grant)),
    ),
  )
}

/** Whether a grant is that of an administrator of the whole nation, who alone puts administrators over provinces. */
export function isOfNation({ role, scope }: StaffGrant): boolean {
  return role === 'province-admin' && scope === 'national'
}

/** What of a person each role sees on its screens: nothing, masked, or whole after a reason that is put on the record. */
export type FieldView = 'hidden' | 'masked' | 'on-reason'

export type PersonField = 'name' | 'documentNumber' | 'phone' | 'care'

const MASKED = { name: 'masked', documentNumber: 'masked', phone: 'masked', care: 'hidden' } as const
const COUNTER = {
  name: 'on-reason',
  documentNumber: 'on-reason',
  phone: 'on-reason',
  care: 'masked',
} as const
const NOTHING = { name: 'hidden', documentNumber: 'hidden', phone: 'hidden', care: 'hidden' } as const

const FIELDS: Readonly<Record<StaffRole, Readonly<Record<PersonField, FieldView>>>> = {
  clerk: COUNTER,
  'senior-clerk': COUNTER,
  reviewer: MASKED,
  'office-manager': COUNTER,
  'city-admin': NOTHING,
  'province-admin': NOTHING,
  auditor: NOTHING,
}

const WIDTH: readonly FieldView[] = ['hidden', 'masked', 'on-reason']

/** How far somebody may look at a field of a person in an office: the widest of their roles there. */
export function fieldView(grants: readonly StaffGrant[], field: PersonField, office: OfficePlace): FieldView {
  const path = scopePath(office)
  const views = grants
    .filter(({ scope, scopeId }) => path.some((place) => place.scope === scope && place.scopeId === scopeId))
    .map(({ role }) => FIELDS[role][field])
  return WIDTH[Math.max(0, ...views.map((view) => WIDTH.indexOf(view)))] ?? 'hidden'
}
