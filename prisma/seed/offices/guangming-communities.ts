import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import type { Coordinates } from '#lib/domain/place.ts'
import { localized } from '../localized.ts'
import { counsellingLane } from './lane-kinds.ts'
import type { OfficePlan } from './office-plan.ts'
import { oneWindow } from './opening-hours.ts'

const DAY = { morning: ['09:00', '12:00'], afternoon: ['14:00', '18:00'] } as const

interface Community {
  readonly id: string
  readonly street: string
  readonly zhCN: string
  readonly zhHant: string
  readonly en: string
  readonly enShort: string
  readonly phone: string
  readonly at: Coordinates
}

const COMMUNITIES: readonly Community[] = [
  {
    id: 'guangming-tangjia',
    street: 'guangming-fenghuang',
    zhCN: '凤凰街道塘家社区',
    zhHant: '鳳凰街道塘家社區',
    en: 'Tangjia Community, Fenghuang Subdistrict',
    enShort: 'Tangjia Community',
    phone: '0755-00000241',
    at: { lat: 22.7486, lng: 113.9214 },
  },
  {
    id: 'guangming-tianliao',
    street: 'guangming-yutang',
    zhCN: '玉塘街道田寮社区',
    zhHant: '玉塘街道田寮社區',
    en: 'Tianliao Community, Yutang Subdistrict',
    enShort: 'Tianliao Community',
    phone: '0755-00000251',
    at: { lat: 22.7318, lng: 113.9006 },
  },
]

/** Two community stations where a counsellor listens, by appointment. */
export const GUANGMING_COMMUNITIES: readonly OfficePlan[] = COMMUNITIES.map((community) => ({
  id: community.id,
  region: '440311',
  parent: community.street,
  tier: 'community',
  name: localized(
    `${community.zhCN}婚姻家庭辅导站`,
    `${community.zhHant}婚姻家庭輔導站`,
    `${community.enShort} Family Counselling Station`,
  ),
  address: localized(
    `广东省深圳市光明区${community.zhCN}示例巷6号党群服务中心2楼`,
    `廣東省深圳市光明區${community.zhHant}示例巷6號黨群服務中心2樓`,
    `Community Service Centre, 2/F, 6 Shili Lane, ${community.en}, Guangming District, Shenzhen`,
  ),
  at: community.at,
  phone: community.phone,
  hours: localized(
    '周一至周五 9:00–12:00，14:00–18:00',
    '週一至週五 9:00–12:00，14:00–18:00',
    'Monday to Friday 9:00–12:00 and 14:00–18:00',
  ),
  accepts: PARTY_TYPES,
  facilities: ['mediation-room', 'quiet-room', 'wheelchair'],
  services: { COUNSELLING: 'register', DIVORCE_APPLICATION: 'advice', MARRIAGE: 'advice' },
  lanes: [counsellingLane(oneWindow(DAY))],
}))
