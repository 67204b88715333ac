import { signNumber } from '#lib/desk/sign-number.ts'
import { env } from '#lib/env.ts'

/** The address at which somebody follows their number on the phone. */
export function numberLink(ticketId: string): string {
  return `${env.publicUrl}/number/${signNumber(ticketId)}`
}
