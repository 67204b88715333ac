import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { openParty } from './open-party.ts'
import { sealParty } from './seal-party.ts'
import type { AppointmentRecord } from './store.ts'

/** What is kept of a person once she has come herself: her own proof of her name and phone instead of what was typed. */
export function resealParty(
  appointment: AppointmentRecord,
  role: number,
  identity: VerifiedIdentity,
): Buffer {
  const stored = appointment.parties.find((party) => party.role === role)
  if (!stored) throw new Error(`an appointment without a person in role ${role}`)
  const typed = openParty(appointment.id, role, stored.sealed)
  const { name, phone = typed.phone } = identity
  return sealParty(appointment.id, role, { ...typed, name, phone })
}
