import { describe, expect, test } from 'vitest'
import {
  actsIn,
  type FieldView,
  fieldView,
  mayDo,
  mayDoForRegion,
  type PersonField,
  rolesToGive,
  STAFF_ACTS,
  STAFF_ROLES,
  type StaffAct,
  type StaffGrant,
  type StaffRole,
} from '#lib/domain/permissions.ts'

/**
 * Who may do what, written down a second time: a change of the table in the domain has to be made here too, by
 * somebody who means it. The columns: clerk, senior clerk, reviewer, office manager, city admin, province admin, auditor.
 */
const MATRIX: Readonly<Record<StaffAct, string>> = {
  'see-day': 'x x x x . . .',
  'print-day': 'x x . x . . .',
  'record-arrival': 'x x . x . . .',
  'call-ticket': 'x x . x . . .',
  'record-outcome': 'x x . x . . .',
  'give-ticket': 'x x . x . . .',
  'book-for-couple': 'x x . x . . .',
  'add-seat': '. x . x . . .',
  'record-no-show': 'x x . x . . .',
  'void-no-show': '. x . x . . .',
  'reveal-person': 'x x . x . . .',
  'answer-correction': '. x . x . . .',
  'review-papers': 'x x x x . . .',
  'use-room': 'x x . x . . .',
  'raise-alarm': 'x x x x . . .',
  'keep-day-offline': 'x x . x . . .',
  'see-home-visits': 'x x . x . . .',
  'plan-home-visit': '. x . x . . .',
  'see-ratings': '. x . x x x .',
  'answer-rating': '. x . x . . .',
  'appeal-rating': 'x x . . . . .',
  'judge-appeal': '. . . . x x .',
  'see-cases': 'x x . x . . .',
  'accept-application': 'x x . x . . .',
  'correct-receipt': '. x . x . . .',
  'withdraw-application': 'x x . x . . .',
  'issue-certificate': 'x x . x . . .',
  'see-calendar': '. . . x x x x',
  'import-calendar': '. . . . . x .',
  'see-staff': '. . . x x x x',
  'invite-staff': '. . . x x x .',
  'disable-staff': '. . . x x x .',
  'end-staff-sessions': '. . . x x x .',
  'open-window': '. x . x . . .',
  'pair-device': '. . . x . . .',
  'edit-rooms': '. . . x . . .',
  'edit-itinerary': '. . . x . . .',
  'see-trail': '. . . x . . x',
  'see-places': '. . . x x x x',
  'edit-office': '. . . x x x .',
  'found-office': '. . . . x x .',
  'see-week': '. x . x x x x',
  'edit-hours': '. . . x x x .',
  'close-day': '. . . x x x .',
  'approve-cancellation': '. . . x x x .',
  'see-roster': 'x x x x x x .',
  'edit-roster': '. x . x . . .',
  'plan-capacity': '. . . x x x .',
  'see-policies': '. . . x x x x',
  'propose-policy': '. . . x x x .',
  'approve-policy': '. . . . x x .',
  'see-approvals': '. . . x x x x',
  'approve-grant': '. . . . x x .',
  'see-channels': '. . . . x x x',
  'edit-channels': '. . . . . x .',
  'export-people': '. . . x . . .',
  'approve-export': '. . . x x x .',
  'see-numbers': '. . . x x x x',
  'note-fix': '. . . x x . .',
}

const HERE = { id: 'guangming', regionCode: '440311' }
const SISTER = { id: 'guangming-street', regionCode: '440311' }
const SAME_CITY = { id: 'nanshan', regionCode: '440305' }
const SAME_PROVINCE = { id: 'guangzhou', regionCode: '440106' }
const ELSEWHERE = { id: 'anji', regionCode: '330523' }
const PLACES = [HERE, SISTER, SAME_CITY, SAME_PROVINCE, ELSEWHERE, undefined]

/** For each scope of a grant: in which of the places above it holds. */
const REACH = [
  { scope: 'office', scopeId: 'guangming', holds: [true, false, false, false, false, false] },
  { scope: 'region', scopeId: '440311', holds: [true, true, false, false, false, false] },
  { scope: 'region', scopeId: '440300', holds: [true, true, true, false, false, false] },
  { scope: 'region', scopeId: '440000', holds: [true, true, true, true, false, false] },
  { scope: 'national', scopeId: 'CN', holds: [true, true, true, true, true, true] },
] as const

const ACTS = Object.keys(STAFF_ACTS) as StaffAct[]
const allows = (act: StaffAct, role: StaffRole) => MATRIX[act].split(' ')[STAFF_ROLES.indexOf(role)] === 'x'
const grantOf = (role: StaffRole): StaffGrant => ({ role, scope: 'office', scopeId: HERE.id })

describe('who may do what', () => {
  test('every act and every role stands in the matrix, and nothing else', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...ACTS].sort())
    for (const row of Object.values(MATRIX)) expect(row.split(' ')).toHaveLength(STAFF_ROLES.length)
  })

  test.each(ACTS.flatMap((act) => STAFF_ROLES.map((role) => [act, role] as const)))(
    '%s by a %s',
    (act, role) => {
      for (const { scope, scopeId, holds } of REACH) {
        const may = PLACES.map((place) => mayDo([{ role, scope, scopeId }], act, place))
        expect([scopeId, ...may]).toEqual([scopeId, ...holds.map((held) => held && allows(act, role))])
      }
    },
  )

  test('somebody without a role may nothing, and roles of several places do not mix', () => {
    const both: StaffGrant[] = [
      grantOf('reviewer'),
      { role: 'clerk', scope: 'office', scopeId: ELSEWHERE.id },
    ]
    for (const act of ACTS) {
      expect(mayDo([], act, HERE)).toBe(false)
      expect(mayDo(both, act, HERE)).toBe(allows(act, 'reviewer'))
      expect(mayDo(both, act, ELSEWHERE)).toBe(allows(act, 'clerk'))
    }
  })

  test('for a whole region decides who has a role for all of it, never for one of its offices', () => {
    const may = (scope: StaffGrant['scope'], scopeId: string, region: string) =>
      mayDoForRegion([{ role: 'city-admin', scope, scopeId }], 'propose-policy', region)
    expect(may('national', 'CN', '440300')).toBe(true)
    expect(may('region', '440000', '440300')).toBe(true)
    expect(may('region', '440300', '440300')).toBe(true)
    expect(may('region', '440311', '440300')).toBe(false)
    expect(may('office', HERE.id, '440311')).toBe(false)
  })

  test.each(STAFF_ROLES)('the screens of a %s show these acts', (role) => {
    expect(actsIn([grantOf(role)], HERE)).toEqual(ACTS.filter((act) => allows(act, role)))
    expect(actsIn([grantOf(role)], SISTER)).toEqual([])
  })
})

describe('which roles somebody gives', () => {
  const GIVEN: Readonly<Record<StaffRole, readonly StaffRole[]>> = {
    clerk: [],
    'senior-clerk': [],
    reviewer: [],
    'office-manager': ['clerk', 'senior-clerk', 'reviewer'],
    'city-admin': ['clerk', 'senior-clerk', 'reviewer', 'office-manager'],
    'province-admin': ['clerk', 'senior-clerk', 'reviewer', 'office-manager', 'city-admin', 'auditor'],
    auditor: [],
  }

  test.each(STAFF_ROLES)('%s: below their own, and only in their place', (role) => {
    expect(rolesToGive([grantOf(role)], HERE)).toEqual(GIVEN[role])
    expect(rolesToGive([grantOf(role)], SISTER)).toEqual([])
    expect(rolesToGive([{ role, scope: 'region', scopeId: '440300' }], SAME_CITY)).toEqual(GIVEN[role])
    expect(rolesToGive([{ role, scope: 'region', scopeId: '440300' }], SAME_PROVINCE)).toEqual([])
    expect(GIVEN[role]).not.toContain(role)
  })
})

describe('what is seen of a person', () => {
  const SEEN: Readonly<Record<StaffRole, Readonly<Record<PersonField, FieldView>>>> = {
    clerk: { name: 'on-reason', documentNumber: 'on-reason', phone: 'on-reason', care: 'masked' },
    'senior-clerk': { name: 'on-reason', documentNumber: 'on-reason', phone: 'on-reason', care: 'masked' },
    reviewer: { name: 'masked', documentNumber: 'masked', phone: 'masked', care: 'hidden' },
    'office-manager': { name: 'on-reason', documentNumber: 'on-reason', phone: 'on-reason', care: 'masked' },
    'city-admin': { name: 'hidden', documentNumber: 'hidden', phone: 'hidden', care: 'hidden' },
    'province-admin': { name: 'hidden', documentNumber: 'hidden', phone: 'hidden', care: 'hidden' },
    auditor: { name: 'hidden', documentNumber: 'hidden', phone: 'hidden', care: 'hidden' },
  }

  test.each(STAFF_ROLES)('by a %s', (role) => {
    for (const [field, view] of Object.entries(SEEN[role]) as [PersonField, FieldView][]) {
      expect([field, fieldView([grantOf(role)], field, HERE)]).toEqual([field, view])
      expect(fieldView([grantOf(role)], field, SISTER)).toBe('hidden')
    }
  })

  test('by somebody with two roles: the wider of the two', () => {
    expect(fieldView([grantOf('auditor'), grantOf('clerk')], 'phone', HERE)).toBe('on-reason')
  })
})
