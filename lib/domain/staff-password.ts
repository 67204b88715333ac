const SHORTEST = 12
const LONGEST = 128

export type PasswordFault = 'too-short' | 'too-long' | 'own-name' | 'too-simple' | 'well-known'

/**
 * What is wrong with a password, or nothing. Length counts, composition does not (NIST SP 800-63B 5.1.1.2): 12 to 128
 * characters, not the person's own name with a little around it, no run along the alphabet or the keyboard, no short
 * piece over and over, and none that stands in the lists of leaked ones.
 */
export function passwordFault(
  password: string,
  owner: { readonly username: string; readonly name: string },
  isKnown: (folded: string) => boolean,
): PasswordFault | undefined {
  const folded = foldPassword(password)
  const { length } = Array.from(folded)
  if (length < SHORTEST) return 'too-short'
  if (length > LONGEST) return 'too-long'
  const own = [owner.username, owner.name].map(foldPassword).filter((name) => name.length > 1)
  if (own.some((name) => folded.includes(name) && folded.replaceAll(name, '').length < 8)) return 'own-name'
  if (isRepeated(folded) || countRuns(folded) <= 2) return 'too-simple'
  return isKnown(folded) ? 'well-known' : undefined
}

/** As passwords are compared with the list: case and width make no difference. */
export function foldPassword(password: string): string {
  return password.normalize('NFKC').toLowerCase()
}

/** One piece of up to four characters again and again: abcabcabcabc. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  )
}

const ROWS = ['qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./', '`1234567890-=']
const RIGHT_OF = new Map(ROWS.flatMap((row) => Array.from(row, (key, at) => [key, row.charAt(at + 1)])))

/** In how many straight runs the text can be typed: the same key, the next letter or digit, the next key. */
function countRuns(text: string): number {
  let runs = 1
  let way: string | undefined
  for (let at = 1; at < text.length; at += 1) {
    const step = stepBetween(text.charAt(at - 1), text.charAt(at))
    const goesOn = step !== undefined && (way === undefined || way === step)
    if (!goesOn) runs += 1
    way = goesOn ? step : undefined
  }
  return runs
}

function stepBetween(one: string, next: string): string | undefined {
  if (one === next) return 'same'
  const difference = next.charCodeAt(0) - one.charCodeAt(0)
  if (difference === 1 || RIGHT_OF.get(one) === next) return 'on'
  return difference === -1 || RIGHT_OF.get(next) === one ? 'back' : undefined
}
