import type { EntryRecord } from './store.ts'

/** A place in line as the one who joined may see it. */
export type WaitingView = Omit<EntryRecord, 'sealed' | 'personId' | 'locale'>

/** The record without what only the house needs. An offer that has run out is none, swept or not. */
export function viewEntry(record: EntryRecord, now: Date): WaitingView {
  const { sealed: _sealed, personId: _person, locale: _locale, offer, ...open } = record
  return { ...open, offer: offer && offer.until > now ? offer : undefined }
}
