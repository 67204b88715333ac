import { PARTY_TYPES } from './party-type.ts'
import { foldText, saysWord } from './search-text.ts'
import {
  type GuidedParty,
  PARTY_WORDS,
  SEARCH_TOPICS,
  type SearchTopic,
  TOPIC_WORDS,
} from './search-topics.ts'
import { SERVICES, type Service } from './service.ts'
import { COMMON_WORDS, SERVICE_WORDS } from './service-words.ts'

export interface ServicesFound {
  /** What can be booked, the likeliest first. */
  readonly services: readonly Service[]
  /** What needs an answer of its own because it is no appointment. */
  readonly topics: readonly SearchTopic[]
  /** Parties that are named and have a guide of their own. */
  readonly parties: readonly GuidedParty[]
}

/** A service whose words explain less of the wish than this share of the best one is left out. */
const LEAST_SHARE = 0.5

/**
 * The services somebody means who writes a few plain words in any of the three languages. Nothing but common words
 * ("预约") means all of them; words that nobody uses for a service mean none.
 */
export function searchServices(wish: string): ServicesFound {
  const text = foldText(wish)
  if (text === '') return { services: [], topics: [], parties: [] }
  const topics = SEARCH_TOPICS.filter((topic) => scoreOf(text, TOPIC_WORDS[topic]) > 0)
  const parties = PARTY_TYPES.filter((type) => type !== 'MAINLAND').filter(
    (type) => scoreOf(text, PARTY_WORDS[type]) > 0,
  )
  const isAnswered = topics.length > 0 || parties.length > 0
  return { services: servicesMeant(text, isAnswered), topics, parties }
}

function servicesMeant(text: string, isAnswered: boolean): readonly Service[] {
  const scored = SERVICES.map((service) => ({ service, score: scoreOf(text, SERVICE_WORDS[service]) }))
  const best = Math.max(...scored.map(({ score }) => score))
  if (best > 0) return rank(scored.filter(({ score }) => score >= best * LEAST_SHARE))
  const begun = rank(
    SERVICES.map((service) => ({ service, score: beginnings(text, SERVICE_WORDS[service]) })),
  )
  if (begun.length > 0) return begun
  return !isAnswered && isCommon(text) ? SERVICES : []
}

function rank(scored: readonly { readonly service: Service; readonly score: number }[]): Service[] {
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ service }) => service)
}

/** How many characters of the text the best entry explains. */
function scoreOf(text: string, entries: readonly string[]): number {
  return entries.reduce((best, entry) => {
    const words = entry.split('+')
    const length = words.reduce((sum, word) => sum + word.length, 0)
    return length > best && words.every((word) => saysWord(text, word)) ? length : best
  }, 0)
}

/** How many entries begin with the text, which must be one Chinese character or three Latin letters at least. */
function beginnings(text: string, entries: readonly string[]): number {
  const enough = /\p{Script=Han}/u.test(text) || text.length >= 3
  return enough ? entries.filter((entry) => entry.startsWith(text)).length : 0
}

function isCommon(text: string): boolean {
  const rest = COMMON_WORDS.reduce(
    (left, word) => (saysWord(left, word) ? left.replaceAll(word, ' ') : left),
    text,
  )
  return rest.trim() === ''
}
