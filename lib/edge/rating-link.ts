import { env } from '#lib/env.ts'

/** The link in the drawing that people take with their own phone when their visit is over. */
export function ratingLink(token: string): string {
  return `${env.publicUrl}/rate/${token}`
}
