import { loadVoucherKeys } from '#lib/booking/load-voucher-keys.ts'
import { openParty } from '#lib/booking/open-party.ts'
import { verifyVoucher } from '#lib/booking/verify-voucher.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type AppointmentCode, readAppointmentCode } from '#lib/domain/appointment-code.ts'
import type { ArrivalJudgement } from '#lib/domain/arrival.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Device } from '#lib/domain/device.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import { lastFourOf } from '#lib/domain/masking.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { readVoucher } from '#lib/domain/voucher.ts'
import { limitCodeGuesses } from '#lib/identity/limit-code-guesses.ts'
import { readTicketsOf } from './day.sql.ts'
import { type Expected, findExpected } from './expected.sql.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type Arrival, takeArrival } from './take-arrival.ts'

export interface KioskCheckIn {
  readonly device: Device
  /** The text of the QR code, or the code of the appointment as typed. */
  readonly shown: string
  /** The last four characters of one's document number. */
  readonly lastFour: string
  readonly now: Date
}

/**
 * Puts down that one person has arrived who proves the code and the end of their own document number: themselves and
 * nobody else, so the other of the two proves theirs. A wrong code and a wrong number get the same answer, and tries are
 * counted for the code and for the kiosk. The kiosk does nothing else: no green channel, no undoing, no looking up.
 */
export async function checkInAtKiosk(
  pool: Pool,
  { device, shown, lastFour, now }: KioskCheckIn,
): Promise<DeskResult<Arrival> & { readonly judgement?: ArrivalJudgement }> {
  if (device.kind !== 'kiosk') return refuse('not-allowed', [{ path: 'device', reason: 'not-in-role' }])
  const code = readShown(shown)
  if (!code) return refuse('not-found')
  const guess = await limitCodeGuesses({ code, client: `kiosk ${device.id}`, isChannel: true })
  if (!guess.permitted) return refuse('rate-limited')
  const one = await findExpected(pool, code)
  const roles = one ? provenRoles(one, normalizeNumber(lastFour)) : []
  if (!one || roles.length === 0) return refuse('not-found')
  await guess.forgive()
  const [ticket] = (await readTicketsOf(pool, [one.id])).filter(({ date }) => date === shanghaiToday(now))
  // Where both numbers end alike, whoever is not here yet.
  const role = roles.find((proven) => !ticket?.here.includes(proven)) ?? roles[0]
  return takeArrival(pool, {
    by: { kind: 'device', id: device.id },
    officeId: device.officeId,
    code,
    roles: role === undefined ? [] : [role],
    now,
  })
}

function readShown(shown: string): AppointmentCode | undefined {
  const text = shown.normalize('NFKC').trim()
  const voucher = readVoucher(text.split('v=').at(-1) ?? '')
  if (!voucher) return readAppointmentCode(text)
  return verifyVoucher(voucher, loadVoucherKeys().published) === 'genuine' ? voucher.code : undefined
}

function provenRoles({ id, people }: Expected, lastFour: string): number[] {
  if (lastFour.length !== 4) return []
  return people
    .filter(({ role, sealed }) => lastFourOf(openParty(id, role, sealed).documentNumber) === lastFour)
    .map(({ role }) => role)
}
