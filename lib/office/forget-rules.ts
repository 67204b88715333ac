import { keptValues } from './store.ts'

/** Forgets everything kept, so that a change of calendar, policies or checklists is seen at once by this process. */
export function forgetRules(): void {
  keptValues().clear()
}
