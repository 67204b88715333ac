/** The changes that begin here; those of hours and lanes begin where hours are edited. */
export const CHANGE_FORMS = ['close', 'storm', 'windows', 'stop'] as const

export type ChangeForm = (typeof CHANGE_FORMS)[number]
