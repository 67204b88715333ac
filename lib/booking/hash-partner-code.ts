import { hash } from 'node:crypto'

/** What is stored of a partner code: salted with its appointment, so equal codes do not look alike. */
export function hashPartnerCode(code: string, appointmentId: string): Buffer {
  return hash('sha256', `${appointmentId} ${code}`, 'buffer')
}
