import { seeOther } from '#lib/edge/see-other.ts'

/** The address on the home screen, where nothing is saved (any more): on to looking the appointment up. */
export function GET(): Response {
  return seeOther('/appointment')
}
