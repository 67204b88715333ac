import { accept, type Result, refuse } from './refusal.ts'

/** How many characters somebody may say what is wrong in. */
export const CORRECTION_LENGTH = 500

/** What the office did about it: put it right, explained why it is right, or may not change it. */
export type CorrectionAnswer = 'corrected' | 'explained' | 'refused'

/** What is wrong, in somebody's own words; refused when nothing is said or too much. */
export function readCorrection(typed: string): Result<string> {
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (!text) return refuse('invalid-input', [{ path: 'text', reason: 'required' }])
  if (Array.from(text).length > CORRECTION_LENGTH)
    return refuse('invalid-input', [{ path: 'text', reason: 'too-long' }])
  return accept(text)
}
