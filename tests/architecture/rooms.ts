import type { Room } from './room.ts'
import { ROOMS_AT_THE_EDGE } from './rooms/edges.ts'
import { ROOMS_INSIDE } from './rooms/inside.ts'
import { ROOMS_WITH_SCREENS } from './rooms/screens.ts'
import { ROOMS_OF_TESTS } from './rooms/tests.ts'

/** Who may import whom: every file of ours lies in exactly one of these rooms. */
export const ROOMS: readonly Room[] = [
  ...ROOMS_INSIDE,
  ...ROOMS_AT_THE_EDGE,
  ...ROOMS_WITH_SCREENS,
  ...ROOMS_OF_TESTS,
]

/** What single capabilities may import beyond their row, because it is what they are about. */
export const CAPABILITY_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  notification: ['nodemailer'],
  identity: ['next-auth', 'rate-limiter-flexible', '@node-rs/argon2', 'otpauth', 'qrcode'],
  booking: ['qrcode'],
  office: ['csv-parse'],
}

/** The one room a file lies in; `null` where there is none. */
export function roomOf(path: string): Room | null {
  return ROOMS.find(({ pattern }) => pattern.test(path)) ?? null
}
