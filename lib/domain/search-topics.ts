import type { PartyType } from './party-type.ts'

/** Things people look for that are not services to book, and that deserve a plain answer. */
export const SEARCH_TOPICS = [
  'danger',
  'withdrawal',
  'contested',
  'appointment',
  'papers',
  'fee',
  'hours',
] as const

export type SearchTopic = (typeof SEARCH_TOPICS)[number]

/** Topics that nobody wants to be seen with. */
export const QUIET_TOPICS: readonly SearchTopic[] = ['danger', 'withdrawal', 'contested']

/** Parties with a guide of their own. */
export type GuidedParty = Exclude<PartyType, 'MAINLAND'>

/** Folded, as the words of the services are; words with `+` between them must all be said. */
export const TOPIC_WORDS: Readonly<Record<SearchTopic, readonly string[]>> = {
  withdrawal: [
    '撤回',
    '不想离',
    '不离了',
    '取消+离婚登记',
    '取消+离婚申请',
    '撤销+离婚',
    'withdraw',
    'cancel+divorce',
  ],
  contested: [
    ...['起诉', '诉讼', '法院', '对方不同意', '不同意离婚', '不肯离', '单方', '一方+离婚', '判决', '打官司'],
    ...['court', 'sue', 'contested', 'does not agree', 'doesnt agree', 'refuses'],
  ],
  danger: [
    '家暴',
    '家庭暴力',
    '挨打',
    '打我',
    '打人',
    '人身安全',
    '报警',
    'domestic violence',
    'abuse',
    'violence',
  ],
  appointment: [
    ...[
      '取消预约',
      '改期',
      '改时间',
      '改预约',
      '查预约',
      '查询预约',
      '我的预约',
      '已有预约',
      '预约码',
      '预约号',
    ],
    ...['my appointment', 'cancel+appointment', 'change+appointment', 'reschedule', 'appointment code'],
  ],
  papers: [
    ...[
      '户口',
      '户口簿',
      '户口本',
      '婚检',
      '体检',
      '材料',
      '资料',
      '照片',
      '合影',
      '带什么',
      '要带',
      '复印件',
      '影印',
    ],
    ...['what to bring', 'document', 'paper', 'photo', 'hukou', 'household', 'health check', 'medical'],
  ],
  fee: [
    ...['收费', '费用', '工本费', '免费', '要钱', '多少钱', '花钱', '缴费', '付钱', '几块钱'],
    ...['fee', 'fees', 'cost', 'price', 'free of charge', 'how much', 'pay'],
  ],
  hours: [
    ...['周六', '星期六', '周日', '星期天', '周末', '几点', '上班', '下班', '开门', '办公时间', '中午'],
    ...[
      '地址',
      '在哪',
      '附近',
      '电话',
      '节假日',
      'saturday',
      'sunday',
      'weekend',
      'opening hours',
      'open on',
    ],
    ...['address', 'where is', 'nearby', 'near me', 'phone', 'telephone'],
  ],
}

/** How people name parties for whom other offices or other papers may be needed. 婚姻登记条例 (2025) art. 2, 8. */
export const PARTY_WORDS: Readonly<Record<GuidedParty, readonly string[]>> = {
  HK_MACAU: ['港澳', '香港', '澳门', '回乡证', 'hong kong', 'macau', 'macao'],
  TAIWAN: ['台湾', '港澳台', '台胞', 'taiwan'],
  OVERSEAS_CHINESE: ['华侨', '旅居国外', '定居国外', '国外定居', '侨胞', 'overseas chinese'],
  FOREIGN: [
    ...['外国', '涉外', '跨国', '外籍', '老外', '国际婚姻', '华裔'],
    ...['foreign', 'foreigner', 'foreigners', 'international', 'expat'],
  ],
  MILITARY: [
    ...['军人', '军婚', '现役', '军官', '军士', '士兵', '当兵', '武警', '部队'],
    ...['military', 'soldier', 'army', 'armed forces'],
  ],
}
