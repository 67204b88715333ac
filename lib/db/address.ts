import { env } from '#lib/env.ts'
import { once } from './once.ts'

const place = once<{ url: string | undefined; role: string | undefined }>('database address', () => ({
  url: env.databaseUrl,
  role: undefined,
}))

/**
 * Tells this process where its database is; the embedded one has an address only once it runs. `role` is what its
 * connections work as; without one they are whoever the address says.
 */
export function setDatabaseAddress(url: string, role?: string): void {
  place.url = url
  place.role = role
}

/** Where the database is: a `postgresql://` address with the password in it, not for logs. */
export function databaseAddress(): string {
  if (!place.url) throw new Error('There is no database yet: openDatabase comes first.')
  return place.url
}

/** What a connection says when it opens, to work as the role that may do no more than the app needs. */
export function roleOptions(): string {
  return place.role ? `-c role=${place.role}` : ''
}
