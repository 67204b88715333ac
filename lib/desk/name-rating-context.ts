/** Where the words of a rating lie, for `sealJson`; the reply has a place of its own. */
export function nameRatingContext(ticketId: string, what: 'words' | 'reply'): string {
  return `rating\n${ticketId}\n${what}`
}
