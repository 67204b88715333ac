/** Why somebody at the desk must see a person whole; what was chosen is put on the record. */
export const REVEAL_REASONS = ['check-document', 'write-paper', 'call-person', 'clear-up'] as const
export type RevealReason = (typeof REVEAL_REASONS)[number]
