import { env } from '#lib/env.ts'
import { once } from './once.ts'

const place = once<{ url: string | undefined }>('database address', () => ({ url: env.databaseUrl }))

/** Tells this process where its database is; the embedded one has an address only once it runs. */
export function setDatabaseAddress(url: string): void {
  place.url = url
}

/** Where the database is: a `postgresql://` address with the password in it, not for logs. */
export function databaseAddress(): string {
  if (!place.url) throw new Error('There is no database yet: openDatabase comes first.')
  return place.url
}
