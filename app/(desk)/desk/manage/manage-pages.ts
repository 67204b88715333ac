import type { StaffAct } from '#lib/domain/permissions.ts'

/** A page by which a service is shaped. */
export interface ManagePage {
  readonly href: string
  /** Its word and its hint in `manage.json`, below `page`. */
  readonly name: string
  /** Who may do this in the office of the shift sees it. */
  readonly act: StaffAct
}

/** What can be shaped, by what it is about. A page that is built adds its line here. */
export const MANAGE_PAGES = {
  offers: [
    { href: '/desk/manage/places', name: 'places', act: 'see-places' },
    { href: '/desk/manage/week', name: 'week', act: 'see-week' },
    { href: '/desk/manage/hours', name: 'hours', act: 'see-week' },
    { href: '/desk/manage/special-days', name: 'special-days', act: 'see-week' },
    { href: '/desk/calendar', name: 'calendar', act: 'see-calendar' },
    { href: '/desk/stops', name: 'stops', act: 'edit-itinerary' },
    { href: '/desk/manage/changes', name: 'changes', act: 'close-day' },
  ],
  people: [
    { href: '/desk/manage/roster', name: 'roster', act: 'see-roster' },
    { href: '/desk/manage/planner', name: 'planner', act: 'plan-capacity' },
    { href: '/desk/staff', name: 'staff', act: 'see-staff' },
    { href: '/desk/devices', name: 'devices', act: 'pair-device' },
    { href: '/desk/manage/channels', name: 'channels', act: 'see-channels' },
    { href: '/desk/manage/exports', name: 'exports', act: 'export-people' },
  ],
  rules: [
    { href: '/desk/manage/policies', name: 'policies', act: 'see-policies' },
    { href: '/desk/manage/texts', name: 'texts', act: 'see-policies' },
    { href: '/desk/manage/checklists', name: 'checklists', act: 'see-policies' },
    { href: '/desk/manage/approvals', name: 'approvals', act: 'see-approvals' },
  ],
  record: [
    { href: '/desk/manage/numbers', name: 'numbers', act: 'see-numbers' },
    { href: '/desk/manage/audit', name: 'audit', act: 'see-trail' },
  ],
} as const satisfies Readonly<Record<string, readonly ManagePage[]>>

const ALL: readonly ManagePage[] = Object.values(MANAGE_PAGES).flat()

/** Those of them that do not stand below `/desk/manage`. */
export const MANAGED_ELSEWHERE: readonly string[] = ALL.map(({ href }) => href).filter(
  (href) => !href.startsWith('/desk/manage/'),
)

/** Whether somebody with these acts has anything to shape. */
export function hasManagePages(acts: readonly StaffAct[]): boolean {
  return ALL.some(({ act }) => acts.includes(act))
}
