import type { StaffAct } from '#lib/domain/permissions.ts'
import { hasManagePages, MANAGED_ELSEWHERE } from './manage/manage-pages.ts'

/** A page of the desk that stands in the bar. */
interface DeskPage {
  readonly href: string
  /** Its word in `staff.json`, below `nav`. */
  readonly name: string
  /** Who may do this in the office of the shift sees it. */
  readonly act: StaffAct
  /** Addresses of their own that belong to it as well. */
  readonly holds?: readonly string[]
}

/** Stands at the end of the bar for everybody who has one of the pages behind it. */
const MANAGE = { href: '/desk/manage', name: 'manage', holds: MANAGED_ELSEWHERE } as const

/** What stands in the bar, in this order; what shapes the service stands in `manage/manage-pages.ts`. */
const DESK_PAGES: readonly DeskPage[] = [
  { href: '/desk', name: 'today', act: 'see-day' },
  { href: '/desk/book', name: 'book', act: 'book-for-couple' },
  { href: '/desk/cases', name: 'cases', act: 'see-cases' },
  { href: '/desk/rooms', name: 'rooms', act: 'use-room' },
  { href: '/desk/home-visits', name: 'homeVisits', act: 'see-home-visits' },
  { href: '/desk/ratings', name: 'ratings', act: 'see-ratings' },
  { href: '/desk/offline', name: 'offline', act: 'keep-day-offline' },
]

/** The pages in the bar of somebody with these acts. */
export function deskPages(acts: readonly StaffAct[]): readonly Omit<DeskPage, 'act'>[] {
  const own = DESK_PAGES.filter(({ act }) => acts.includes(act))
  return hasManagePages(acts) ? [...own, MANAGE] : own
}
