import { database } from '#lib/db/transaction.ts'
import { selectChannelName } from './store.ts'

/** What a channel is called, switched off or not; undefined for an id that none has. */
export function nameChannel(id: string): Promise<string | undefined> {
  return selectChannelName(database(), id)
}
