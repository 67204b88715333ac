import type { Finding } from './finding.ts'
import type { House } from './house.ts'
import { findForgedActors } from './laws/authority.ts'
import { findZodInTheBrowser } from './laws/browser.ts'
import { findFourthKinds, findMisnamedVerbs } from './laws/capability-folder.ts'
import {
  findClockReads,
  findDateWordings,
  findHiddenDoors,
  findLongFiles,
  findSyntaxErrors,
  findWorldReads,
} from './laws/habit.ts'
import { findForbiddenRooms, findOpenedStores, findStepsOutOfLine } from './laws/import.ts'
import { findIllFormedImports } from './laws/import-form.ts'
import {
  findMissingMessageFiles,
  findUnequalKeys,
  findUnequalPlaceholders,
  findUnreadableMessages,
} from './laws/message.ts'
import { findBadNames } from './laws/name.ts'
import { findForbiddenPackages } from './laws/package.ts'
import { findHomeless } from './laws/room.ts'
import { findWrittenWords } from './laws/words.ts'

/** Every law by the sentence it stands for. There is no list of exceptions. */
export const LAWS = {
  'every file can be parsed': findSyntaxErrors,
  'every file is in a room': findHomeless,
  'a room imports only the rooms of its row': findForbiddenRooms,
  'a room imports only the packages of its row': findForbiddenPackages,
  'a store is private to its folder': findOpenedStores,
  'a capability imports only those before it in the line': findStepsOutOfLine,
  'imports are written so that they can be followed': findIllFormedImports,
  'a capability folder holds three kinds of file': findFourthKinds,
  'a verb file exports the function it is named for': findMisnamedVerbs,
  'names say what is inside': findBadNames,
  'no file is over 250 lines': findLongFiles,
  'now is an argument': findClockReads,
  'the domain is pure': findWorldReads,
  'only lib/format shows dates and numbers': findDateWordings,
  'an actor is minted in two places only': findForgedActors,
  'zod stays out of the browser': findZodInTheBrowser,
  'public doors are in app/**/actions.ts': findHiddenDoors,
  'what people read is in the message files': findWrittenWords,
  'the languages have the same message files': findMissingMessageFiles,
  'the languages have the same keys': findUnequalKeys,
  'the languages take the same placeholders': findUnequalPlaceholders,
  'every message can be shown': findUnreadableMessages,
} as const satisfies Record<string, (house: House) => Finding[]>

export type Law = keyof typeof LAWS

/** All laws, in reading order. */
export const LAW_NAMES = Object.keys(LAWS) as Law[]
