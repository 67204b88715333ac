import { env } from '#lib/env.ts'

/** The link that the first person hands on: it opens the appointment for the one who was asked, after signing in. */
export function agreeLink(code: string, partnerCode: string): string {
  return `${env.publicUrl}/agree?${new URLSearchParams({ code, confirm: partnerCode })}`
}
