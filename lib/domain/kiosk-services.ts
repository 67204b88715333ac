import type { Service } from './service.ts'

/**
 * What may be chosen on a screen that a whole hall can see. Whoever comes for anything else presses "something else" and
 * is sent to a person, without having named it.
 */
export const KIOSK_SERVICES: readonly Service[] = ['MARRIAGE', 'REISSUE_MARRIAGE', 'COUNSELLING']
