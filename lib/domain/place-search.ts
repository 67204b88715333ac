import { LOCALES, type LocalizedText } from './localized-text.ts'
import { foldText, saysWord } from './search-text.ts'

const SUFFIX = /(?:省|市|区|县|镇|街道|district|county|city|province)$/u

/** Whether a wish names a region, alone or among other words: 成都, 光明区, "marriage in Chengdu". */
export function namesRegion(wish: string, name: LocalizedText): boolean {
  const text = foldText(wish)
  return LOCALES.some((locale) => {
    const whole = foldText(name[locale])
    const short = whole.replace(SUFFIX, '').trim()
    return (short.length >= 2 && saysWord(text, short)) || (isLongEnough(text) && saysWord(whole, text))
  })
}

/** Whether a wish is the code of a region itself: 510104. GB/T 2260. */
export function isCodeOf(wish: string, code: string): boolean {
  return foldText(wish) === code
}

/** Whether an office's name contains what was typed, in any of the three languages. */
export function namesOffice(wish: string, name: LocalizedText): boolean {
  const text = foldText(wish)
  return isLongEnough(text) && LOCALES.some((locale) => saysWord(foldText(name[locale]), text))
}

function isLongEnough(text: string): boolean {
  return /\p{Script=Han}/u.test(text) ? text.length >= 2 : text.length >= 3
}
