import type { Actor } from '#lib/domain/actor.ts'
import type { AppointmentRecord } from './store.ts'

/** The record of an act of one of the people. */
export function entryOf(by: { actor: Actor; now: Date }, appointment: AppointmentRecord, act: string) {
  const { actor, now: at } = by
  const { id: subjectId, officeId } = appointment
  return {
    at,
    actorKind: actor.kind,
    actorId: actor.id,
    act,
    subjectKind: 'appointment',
    subjectId,
    officeId,
  } as const
}
