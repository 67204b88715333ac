import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCodeOf, namesOffice, namesRegion } from '#lib/domain/place-search.ts'
import { foldText } from '#lib/domain/search-text.ts'
import { PARTY_WORDS, TOPIC_WORDS } from '#lib/domain/search-topics.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { searchServices } from '#lib/domain/service-search.ts'
import { COMMON_WORDS, SERVICE_WORDS } from '#lib/domain/service-words.ts'

const PIECES = [
  '离婚',
  '證',
  '丢',
  '结婚',
  '补',
  'divorce',
  ' lost ',
  '預約',
  '？',
  '+',
  '\u0000',
  '\ud800',
  '😀',
]

describe('finding a service by plain words', () => {
  test.each([
    ['结婚登记', 'MARRIAGE'],
    ['領證', 'MARRIAGE'],
    ['领证', 'MARRIAGE'],
    ['我想领结婚证', 'MARRIAGE'],
    ['复婚', 'MARRIAGE'],
    ['復婚', 'MARRIAGE'],
    ['补办结婚登记', 'MARRIAGE'],
    ['How do we get married?', 'MARRIAGE'],
    ['离婚预约', 'DIVORCE_APPLICATION'],
    ['離婚預約', 'DIVORCE_APPLICATION'],
    ['协议离婚', 'DIVORCE_APPLICATION'],
    ['冷静期', 'DIVORCE_APPLICATION'],
    ['撤回', 'DIVORCE_APPLICATION'],
    ['withdraw divorce', 'DIVORCE_APPLICATION'],
    ['冷静期满了', 'DIVORCE_CERTIFICATE'],
    ['領取離婚證', 'DIVORCE_CERTIFICATE'],
    ['divorce certificate', 'DIVORCE_CERTIFICATE'],
    ['丢了结婚证', 'REISSUE_MARRIAGE'],
    ['结婚证不见了怎么办', 'REISSUE_MARRIAGE'],
    ['补办结婚证', 'REISSUE_MARRIAGE'],
    ['Lost marriage certificate', 'REISSUE_MARRIAGE'],
    ['补领离婚证', 'REISSUE_DIVORCE'],
    ['離婚證遺失', 'REISSUE_DIVORCE'],
    ['婚姻辅导', 'COUNSELLING'],
    ['marriage counselling', 'COUNSELLING'],
    ['颁证仪式', 'CEREMONY'],
    ['wedding ceremony', 'CEREMONY'],
  ])('%s means first of all %s', (wish, service) => {
    expect(searchServices(wish).services[0]).toBe(service)
  })

  test('补领 alone leaves both certificates open', () => {
    expect(searchServices('补领').services).toEqual(['REISSUE_MARRIAGE', 'REISSUE_DIVORCE'])
  })

  test('离婚 shows both visits and no wedding', () => {
    expect(searchServices('离婚').services).toEqual(['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'])
  })

  test('the beginning of a word is enough', () => {
    expect(searchServices('补').services[0]).toBe('REISSUE_MARRIAGE')
    expect(searchServices('divo').services).toEqual(['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'])
  })

  test('common words alone mean all services', () => {
    for (const wish of ['预约', '我要办理', 'book appointment']) {
      expect(searchServices(wish).services).toEqual(SERVICES)
    }
  })

  test.each([
    ['撤回离婚登记', 'withdrawal'],
    ['撤回離婚登記申請', 'withdrawal'],
    ['对方不同意离婚怎么办', 'contested'],
    ['起诉离婚', 'contested'],
    ['被家暴', 'danger'],
    ['改期', 'appointment'],
    ['cancel my appointment', 'appointment'],
    ['要带户口簿吗', 'papers'],
    ['要不要婚前體檢', 'papers'],
    ['What to bring for a divorce?', 'papers'],
    ['结婚要多少钱', 'fee'],
    ['離婚收費嗎', 'fee'],
    ['民政局周六上班吗', 'hours'],
    ['週六開門嗎', 'hours'],
    ['opening hours', 'hours'],
  ])('%s is answered as %s', (wish, topic) => {
    expect(searchServices(wish).topics).toContain(topic)
  })

  test.each([
    ['外国人', ['FOREIGN']],
    ['涉外婚姻', ['FOREIGN']],
    ['嫁给老外', ['FOREIGN']],
    ['marry a foreigner', ['FOREIGN']],
    ['華僑', ['OVERSEAS_CHINESE']],
    ['香港人和内地人结婚', ['HK_MACAU']],
    ['Macao', ['HK_MACAU']],
    ['與台灣人離婚', ['TAIWAN']],
    ['軍婚', ['MILITARY']],
    ['港澳台', ['HK_MACAU', 'TAIWAN']],
    ['港澳台湾', ['HK_MACAU', 'TAIWAN']],
    ['结婚登记', []],
  ])('%s names the parties %j', (wish, parties) => {
    expect(searchServices(wish).parties).toEqual(parties)
  })

  test('a party named with a service leaves the service in place', () => {
    expect(searchServices('和外国人结婚').services[0]).toBe('MARRIAGE')
    expect(searchServices('外国人').services).toEqual([])
  })

  test('cancelling an appointment is not a wish for any service', () => {
    expect(searchServices('取消预约')).toEqual({ services: [], topics: ['appointment'], parties: [] })
  })

  test.each(['', '   ', '？？', '驾照', '护照', 'passport renewal', '<script>'])(
    '%j finds nothing',
    (wish) => {
      expect(searchServices(wish)).toEqual({ services: [], topics: [], parties: [] })
    },
  )

  test('whatever is typed, each service comes once and nothing breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 }))), (pieces) => {
        const { services } = searchServices(pieces.join(''))
        expect(new Set(services).size).toBe(services.length)
      }),
    )
  })

  test('the words are written as they are compared', () => {
    const entries = [
      ...Object.values(SERVICE_WORDS),
      ...Object.values(TOPIC_WORDS),
      ...Object.values(PARTY_WORDS),
      COMMON_WORDS,
    ].flat()
    for (const word of entries.flatMap((entry) => entry.split('+'))) expect(foldText(word)).toBe(word)
  })
})

describe('finding a place by its name', () => {
  const chengdu = { 'zh-CN': '成都市', 'zh-Hant': '成都市', en: 'Chengdu' }
  const guangming = { 'zh-CN': '光明区', 'zh-Hant': '光明區', en: 'Guangming District' }
  const office = {
    'zh-CN': '成都市锦江区婚姻登记处',
    'zh-Hant': '成都市錦江區婚姻登記處',
    en: 'Jinjiang District Marriage Registration Office, Chengdu',
  }

  test.each(['成都', '成都市', '成都结婚登记', 'marriage in Chengdu', 'chengdu'])(
    '%s names Chengdu',
    (wish) => {
      expect(namesRegion(wish, chengdu)).toBe(true)
    },
  )

  test.each(['光明', '光明区', '光明區', 'Guangming'])('%s names Guangming', (wish) => {
    expect(namesRegion(wish, guangming)).toBe(true)
  })

  test.each(['', '市', '区', 'di', '结婚登记', '离婚'])('%j names no region', (wish) => {
    expect(namesRegion(wish, chengdu)).toBe(false)
    expect(namesRegion(wish, guangming)).toBe(false)
  })

  test('a region is found by its whole code', () => {
    for (const wish of ['510104', ' 510104 ', '５１０１０４']) expect(isCodeOf(wish, '510104')).toBe(true)
    for (const wish of ['', '5101', '5101040', '510105']) expect(isCodeOf(wish, '510104')).toBe(false)
  })

  test('an office is found by part of its name in either script', () => {
    for (const wish of ['锦江', '錦江區', 'jinjiang', '成都市锦江区'])
      expect(namesOffice(wish, office)).toBe(true)
    for (const wish of ['武侯', '江', 'x']) expect(namesOffice(wish, office)).toBe(false)
  })
})
