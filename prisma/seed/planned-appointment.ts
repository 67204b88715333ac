import { makePartnerCode } from '#lib/booking/make-partner-code.ts'
import { sealParty } from '#lib/booking/seal-party.ts'
import { appointmentCodeFrom } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { isActive, keepsSeat } from '#lib/domain/appointment-status.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { Service } from '#lib/domain/service.ts'
import { uuidV7 } from '#lib/domain/uuid.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { bytesOf } from './chance.ts'
import { type Connection, insertRows } from './insert-rows.ts'
import type { PlantedSlot } from './planted-slots.ts'

/** An appointment to plant. The partner of one that waits has not agreed yet. */
export interface PlannedAppointment {
  readonly slot: PlantedSlot
  readonly service: Service
  readonly pool: 'public' | 'staff'
  readonly status: AppointmentStatus
  readonly people: readonly PartyFacts[]
  readonly ruleSetId: string
  readonly createdAt: Date
  readonly confirmedAt?: Date
  readonly heldUntil?: Date
  readonly endedAt?: Date
  readonly endReason?: string
}

/** Writes appointments and their people, and counts their seats: a counter never tells more or less than the rows. */
export async function writeAppointments(
  connection: Connection,
  planned: readonly PlannedAppointment[],
): Promise<void> {
  const numbered = planned.map((appointment, index) => ({
    appointment,
    id: uuidV7(appointment.createdAt, bytesOf('appointment', index)),
    code: appointmentCodeFrom(bytesOf('code', index)),
  }))
  await insertRows(
    connection,
    'appointment',
    numbered.map(({ appointment, id, code }) => appointmentRow(appointment, id, code)),
  )
  await insertRows(
    connection,
    'party',
    numbered.flatMap(({ appointment, id }) => partyRows(appointment, id)),
  )
  await countSeats(connection, planned)
}

function appointmentRow(appointment: PlannedAppointment, id: string, code: string): Record<string, unknown> {
  const { slot, heldUntil } = appointment
  return {
    id,
    code,
    office_id: slot.officeId,
    slot_id: slot.id,
    service: appointment.service,
    status: appointment.status,
    pool: appointment.pool,
    held_until: heldUntil ?? null,
    partner_code_hash: heldUntil ? makePartnerCode(id, 0).hash : null,
    partner_code_round: 0,
    partner_code_tries: 0,
    rule_set_id: appointment.ruleSetId,
    created_at: appointment.createdAt,
    confirmed_at: appointment.confirmedAt ?? null,
    ended_at: appointment.endedAt ?? null,
    end_reason: appointment.endReason ?? null,
  }
}

function partyRows(appointment: PlannedAppointment, id: string): Record<string, unknown>[] {
  return appointment.people.map((person, index) => ({
    appointment_id: id,
    role: index + 1,
    service: appointment.service,
    party_type: person.partyType,
    person_index: indexPerson(person.documentType, person.documentNumber),
    sealed: sealParty(id, index + 1, person),
    locale: 'zh-CN',
    agreed_at: index === 0 ? appointment.createdAt : (appointment.confirmedAt ?? null),
    active: isActive(appointment.status),
  }))
}

async function countSeats(connection: Connection, planned: readonly PlannedAppointment[]): Promise<void> {
  const seated = planned.filter(({ status }) => keepsSeat(status))
  await connection.query(
    `UPDATE slot s SET taken = s.taken + c.seats, public_taken = s.public_taken + c.public_seats
     FROM (SELECT slot_id, count(*)::int AS seats, (count(*) FILTER (WHERE is_public))::int AS public_seats
       FROM unnest($1::int[], $2::bool[]) AS p(slot_id, is_public) GROUP BY slot_id) c
     WHERE s.id = c.slot_id`,
    [seated.map(({ slot }) => slot.id), seated.map(({ pool }) => pool === 'public')],
  )
}
