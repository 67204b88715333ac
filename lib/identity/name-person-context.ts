/** Where a person's sealed facts lie, for `sealJson`: known before the row has an id, so that one statement can upsert. */
export function namePersonContext(issuer: string, subject: string): string {
  return `person\n${issuer}\n${subject}`
}
