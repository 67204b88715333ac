// What a spreadsheet would take for a formula, also in full width and behind the mark that makes it text.
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u

/** A text as a cell that no spreadsheet computes: marked as text where it begins like a formula. OWASP "CSV injection". */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** The text that was guarded; one that was not stays what it is. */
export function openCell(cell: string): string {
  return FORMULA.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell
}

/** Lines of a file of comma-separated values, every cell quoted and guarded. RFC 4180. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `${cells.map((cell) => `"${guardCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('')
}
