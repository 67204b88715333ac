// One character of the traditional script, then its simplified one: those that the searched words are made of.
const PAIRS =
  '結结離离證证補补領领復复複复靜静輔辅導导諮咨詢询預预約约記记丟丢遺遗損损壞坏調调儀仪頒颁訴诉訟讼協协議议辦办見见軍军灣湾國国華华僑侨雙双簽签滿满過过對对願愿變变時时間间號号碼码爛烂關关係系長长區区縣县鎮镇東东門门處处臺台單单無无個个們们還还難难會会據据執执產产媽妈爺爷應应開开後后請请銷销動动車车廣广陝陕漢汉陽阳錦锦馬马鳳凤齊齐龍龙黃黄給给嗎吗麼么現现戶户體体檢检費费錢钱帶带資资週周幾几節节電电話话裡里'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from(PAIRS.matchAll(/(.)(.)/gu), ([, traditional, simplified]) => [
    traditional ?? '',
    simplified ?? '',
  ]),
)

/**
 * What somebody typed, made comparable: full-width forms, case and script no longer matter, and nothing stands between
 * Chinese characters. Latin words keep one space before each.
 */
export function foldText(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/gu, '')
  const simplified = Array.from(plain, (letter) => SIMPLIFIED.get(letter) ?? letter).join('')
  const words = simplified.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return words.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** Whether a folded text says a folded word; a Latin word must begin where a word of the text begins. */
export function saysWord(text: string, word: string): boolean {
  return isLatin(word) ? ` ${text}`.includes(` ${word}`) : text.includes(word)
}

// PERF: asked of several hundred words for one wish; a folded word is of one script, so its first character tells.
function isLatin(word: string): boolean {
  return word.charCodeAt(0) < 0x250
}
