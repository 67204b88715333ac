import type { StaffAct } from '#lib/domain/permissions.ts'

/** A page of the desk that stands in the bar. */
export interface DeskPage {
  readonly href: string
  /** Its word in `staff.json`, below `nav`. */
  readonly name: string
  /** Who may do this in the office of the shift sees it. */
  readonly act: StaffAct
}

/** What stands in the bar, in this order. A page that is built adds its line here. */
export const DESK_PAGES: readonly DeskPage[] = [
  { href: '/desk', name: 'today', act: 'see-day' },
  { href: '/desk/book', name: 'book', act: 'book-for-couple' },
  { href: '/desk/cases', name: 'cases', act: 'see-cases' },
  { href: '/desk/rooms', name: 'rooms', act: 'use-room' },
  { href: '/desk/home-visits', name: 'homeVisits', act: 'see-home-visits' },
  { href: '/desk/ratings', name: 'ratings', act: 'see-ratings' },
  { href: '/desk/calendar', name: 'calendar', act: 'see-calendar' },
  { href: '/desk/stops', name: 'stops', act: 'edit-itinerary' },
  { href: '/desk/staff', name: 'staff', act: 'see-staff' },
  { href: '/desk/devices', name: 'devices', act: 'pair-device' },
  { href: '/desk/offline', name: 'offline', act: 'keep-day-offline' },
]
