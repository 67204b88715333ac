import { isOver } from './appointment-status.ts'
import type { DueLetter, LetterGround, LetterKind } from './letter.ts'

/** In which words an event is told to one of the two. */
export function letterKind(
  { event, role, detail }: Pick<DueLetter, 'event' | 'role' | 'detail'>,
  ground: Pick<LetterGround, 'status' | 'askedRole' | 'keepsOldTime' | 'people'>,
): LetterKind {
  const isAsked = role === ground.askedRole
  switch (event) {
    case 'confirmed':
      return ground.people === 1 ? 'confirmed-alone' : 'confirmed'
    case 'declined':
      if (!isOver(ground.status)) return 'move-declined'
      return isAsked ? 'declined-self' : 'declined'
    case 'moved':
    case 'move-asked':
      if (ground.status !== 'awaiting-partner') return 'moved'
      if (ground.keepsOldTime) return isAsked ? 'move-asked' : 'move-waiting'
      return isAsked ? 'partner-asked' : 'held'
    case 'move-lapsed':
      return detail.because === 'taken-back' ? 'move-taken-back' : 'move-lapsed'
    case 'cancelled':
      if (detail.by === 'office') return 'cancelled-office'
      if (detail.by === undefined || detail.by === 'system') return 'cancelled'
      return detail.by === role ? 'cancelled-self' : 'cancelled-other'
    default:
      return event
  }
}
