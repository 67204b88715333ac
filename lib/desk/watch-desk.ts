import { hearDesks } from './live.sql.ts'

/**
 * Calls whenever something changes in the queue of an office, in whichever process it was done, and once more
 * when news may have been lost: when the ear of this process has opened, and after a gap. Returns how to stop. One connection of the process hears for all who watch.
 */
export function watchDesk(officeId: string, changed: () => void): () => void {
  return hearDesks().on((word) => {
    if (word === undefined || word === officeId) changed()
  })
}
