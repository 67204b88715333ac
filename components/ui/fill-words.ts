/** A text of the message files with gaps (`{where}: {text}`), filled in the browser with what only it knows. */
export function fillWords(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
