import type { PartyFacts } from '#lib/domain/party.ts'
import { syntheticIdentity } from './synthetic-identity.ts'

const SURNAMES = Array.from('林苏何沈许顾江程叶方杜夏姜范陆孔白康毛秦侯孟段雷')
const GIVEN_NAMES = (
  '晓川 雨桐 子衡 思远 若溪 嘉禾 明轩 书瑶 知夏 景行 云舒 安然 承宇 一诺 清和 念慈 北辰 语嫣 ' +
  '修远 南乔 可心 星河 沐阳 采薇 立言 静姝 怀瑾 望舒 青禾 佳音'
).split(' ')

/** The n-th invented person, with a number that nobody has and a phone number that is nobody's. */
export function syntheticPerson(n: number, wish: Parameters<typeof syntheticIdentity>[1] = {}): PartyFacts {
  return {
    name: nameOf(n),
    documentType: 'RESIDENT_ID',
    phone: syntheticPhone(n),
    partyType: 'MAINLAND',
    ...syntheticIdentity(n, wish),
  }
}

/** A number of the block 1[3-9]x0000xxxx, which no operator has given out. */
export function syntheticPhone(n: number): string {
  const last = String(n % 10_000).padStart(4, '0')
  return `1${3 + (Math.floor(n / 100_000) % 7)}${Math.floor(n / 10_000) % 10}0000${last}`
}

function nameOf(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length] ?? ''
  return surname + (GIVEN_NAMES[Math.floor(n / SURNAMES.length + n * 7) % GIVEN_NAMES.length] ?? '')
}
