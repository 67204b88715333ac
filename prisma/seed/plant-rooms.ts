import type { RoomKind } from '#lib/domain/room.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import { localized } from './localized.ts'

const OFFICE = 'guangming'

const ROOMS: readonly { word: RoomKind; seats: number; name: ReturnType<typeof localized> }[] = [
  { word: 'oath', seats: 20, name: localized('颁证厅', '頒證廳', 'Oath hall') },
  { word: 'mediation', seats: 6, name: localized('调解室', '調解室', 'Mediation room') },
  { word: 'quiet', seats: 4, name: localized('静谈室', '靜談室', 'Quiet room') },
]

const WORKDAYS = [1, 2, 3, 4, 5]

/** Counsellors come to the centre on two shifts, and to each community station on some afternoons. */
const HOURS = [
  { officeId: OFFICE, name: '林老师', weekdays: WORKDAYS, opens: '09:00', closes: '12:00' },
  { officeId: OFFICE, name: '何老师', weekdays: WORKDAYS, opens: '14:00', closes: '18:00' },
  { officeId: 'guangming-tangjia', name: '许老师', weekdays: [2, 4], opens: '14:00', closes: '18:00' },
  { officeId: 'guangming-tianliao', name: '邓老师', weekdays: [1, 3, 5], opens: '14:00', closes: '18:00' },
] as const

/** Plants the rooms of the district centre and the hours of its counsellors. */
export async function plantRooms(connection: Connection): Promise<void> {
  await insertRows(
    connection,
    'room',
    ROOMS.map(({ word, seats, name }, position) => ({
      id: `${OFFICE}-${word}`,
      office_id: OFFICE,
      name,
      kind: word,
      seats,
      position,
      open: true,
    })),
  )
  await insertRows(
    connection,
    'counsellor_hours',
    HOURS.map(({ officeId, ...hours }, index) => ({
      id: `${officeId}-counsellor-${index + 1}`,
      office_id: officeId,
      ...hours,
      valid_from: '2026-01-01',
      valid_to: null,
    })),
  )
}
