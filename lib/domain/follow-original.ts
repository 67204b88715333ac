/**
 * Where the Chinese original stood in for another language and is changed, the other follows: nobody shall read an old
 * address in English because only the Chinese was typed anew. What was written for itself stays.
 */
export function followOriginal<Sheet extends Readonly<Record<string, string>>>(
  sheet: Sheet,
  before: Readonly<Record<string, string>>,
  names: readonly string[],
): Sheet {
  const followed = names.flatMap((name) => {
    const original = `${name}_zh_cn`
    if (sheet[original] === before[original]) return []
    return [`${name}_zh_hant`, `${name}_en`]
      .filter((column) => before[column] === before[original] && sheet[column] === before[column])
      .map((column) => [column, ''] as const)
  })
  return { ...sheet, ...Object.fromEntries(followed) }
}
