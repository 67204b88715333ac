import type { Facility } from '#lib/domain/facility.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { PARTY_TYPES, type PartyType } from '#lib/domain/party-type.ts'
import type { Coordinates } from '#lib/domain/place.ts'
import { localized } from '../localized.ts'
import { ceremonyLane, counsellingLane, divorceLane, marriageLane, reissueLane } from './lane-kinds.ts'
import type { LanePlan, OfficePlan } from './office-plan.ts'
import { oneWindow, saturday, workdays } from './opening-hours.ts'

const DAY = { morning: ['09:00', '12:00'], afternoon: ['13:00', '17:00'] } as const
const EVERYWHERE: readonly Facility[] = ['mediation-room', 'wheelchair', 'low-desk']
const WEEKDAYS = localized(
  '周一至周五 9:00–12:00，13:00–17:00',
  '週一至週五 9:00–12:00，13:00–17:00',
  'Monday to Friday 9:00–12:00 and 13:00–17:00',
)

interface District {
  readonly id: string
  readonly region: string
  readonly name: readonly [zhCN: string, zhHant: string, en: string]
  readonly street: readonly [zhCN: string, zhHant: string, en: string]
  readonly transit: LocalizedText
  readonly at: Coordinates
  readonly phone: string
  readonly hours?: LocalizedText
  readonly accepts?: readonly PartyType[]
  readonly facilities: readonly Facility[]
  readonly lanes: readonly LanePlan[]
}

const DISTRICTS: readonly District[] = [
  {
    id: 'chengdu-jinjiang',
    region: '510104',
    name: ['锦江区', '錦江區', 'Jinjiang District'],
    street: ['示例街66号', '示例街66號', '66 Shili Street'],
    transit: localized(
      '地铁2号线东门大桥站，步行5分钟',
      '地鐵2號線東門大橋站，步行5分鐘',
      'Metro line 2 to Dongmen Bridge, 5 minutes on foot',
    ),
    at: { lat: 30.6557, lng: 104.0834 },
    phone: '028-00000301',
    hours: localized(
      '周一至周五 9:00–12:00，13:00–17:00；周六 9:00–12:00（只接待预约的结婚登记）',
      '週一至週五 9:00–12:00，13:00–17:00；週六 9:00–12:00（只接待預約的結婚登記）',
      'Monday to Friday 9:00–12:00 and 13:00–17:00; Saturday 9:00–12:00 for booked marriages only',
    ),
    accepts: PARTY_TYPES,
    facilities: ['ceremony-hall', 'quiet-room', 'photo-point', 'self-service', 'nursing-room'],
    lanes: [
      marriageLane([...workdays(DAY, 5, 80), saturday('09:00', '12:00', 3, 70)], {
        fullDays: [0, 4],
        nearlyFullDays: [1, 5],
      }),
      divorceLane(workdays(DAY, 3, 70), { fullDays: [0, 1], nearlyFullDays: [2] }),
      reissueLane(workdays(DAY, 2, 60)),
      counsellingLane(oneWindow(DAY)),
      ceremonyLane(oneWindow(DAY), { fullDays: [4] }),
    ],
  },
  {
    id: 'chengdu-qingyang',
    region: '510105',
    name: ['青羊区', '青羊區', 'Qingyang District'],
    street: ['示例路18号', '示例路18號', '18 Shili Road'],
    transit: localized(
      '地铁4号线宽窄巷子站，步行6分钟',
      '地鐵4號線寬窄巷子站，步行6分鐘',
      'Metro line 4 to Kuanzhai Alleys, 6 minutes on foot',
    ),
    at: { lat: 30.6739, lng: 104.0521 },
    phone: '028-00000302',
    accepts: ['MAINLAND', 'MILITARY', 'HK_MACAU', 'TAIWAN', 'OVERSEAS_CHINESE'],
    facilities: ['ceremony-hall', 'photo-point', 'parking'],
    lanes: [
      marriageLane(workdays(DAY, 4, 75), { nearlyFullDays: [0, 4] }),
      divorceLane(workdays(DAY, 3, 70), { fullDays: [0] }),
      reissueLane(oneWindow(DAY)),
      ceremonyLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'chengdu-jinniu',
    region: '510106',
    name: ['金牛区', '金牛區', 'Jinniu District'],
    street: ['示例大道102号', '示例大道102號', '102 Shili Avenue'],
    transit: localized(
      '地铁7号线茶店子站，步行9分钟',
      '地鐵7號線茶店子站，步行9分鐘',
      'Metro line 7 to Chadianzi, 9 minutes on foot',
    ),
    at: { lat: 30.7052, lng: 104.0308 },
    phone: '028-00000303',
    accepts: ['MAINLAND', 'MILITARY'],
    facilities: ['photo-point', 'self-service', 'parking'],
    lanes: [
      marriageLane(workdays(DAY, 4, 75)),
      divorceLane(workdays(DAY, 3, 70), { nearlyFullDays: [0, 1] }),
      reissueLane(oneWindow(DAY)),
      counsellingLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'chengdu-wuhou',
    region: '510107',
    name: ['武侯区', '武侯區', 'Wuhou District'],
    street: ['示例南路9号', '示例南路9號', '9 Shili South Road'],
    transit: localized(
      '地铁3号线红牌楼站，步行7分钟',
      '地鐵3號線紅牌樓站，步行7分鐘',
      'Metro line 3 to Hongpailou, 7 minutes on foot',
    ),
    at: { lat: 30.6417, lng: 104.0436 },
    phone: '028-00000304',
    facilities: ['ceremony-hall', 'photo-point', 'nursing-room'],
    lanes: [
      marriageLane(workdays(DAY, 4, 75), { fullDays: [0] }),
      divorceLane(workdays(DAY, 3, 70)),
      reissueLane(oneWindow(DAY)),
      ceremonyLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'chengdu-chenghua',
    region: '510108',
    name: ['成华区', '成華區', 'Chenghua District'],
    street: ['示例东街31号', '示例東街31號', '31 Shili East Street'],
    transit: localized(
      '地铁4号线万年场站，步行4分钟',
      '地鐵4號線萬年場站，步行4分鐘',
      'Metro line 4 to Wannianchang, 4 minutes on foot',
    ),
    at: { lat: 30.6599, lng: 104.1013 },
    phone: '028-00000305',
    facilities: ['quiet-room', 'photo-point'],
    lanes: [
      marriageLane(workdays(DAY, 3, 70)),
      divorceLane(workdays(DAY, 3, 70), { fullDays: [2] }),
      reissueLane(oneWindow(DAY)),
      counsellingLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'chengdu-xindu',
    region: '510114',
    name: ['新都区', '新都區', 'Xindu District'],
    street: ['示例北路55号', '示例北路55號', '55 Shili North Road'],
    transit: localized(
      '地铁3号线钟楼站，步行10分钟',
      '地鐵3號線鐘樓站，步行10分鐘',
      'Metro line 3 to Zhonglou, 10 minutes on foot',
    ),
    at: { lat: 30.8236, lng: 104.1586 },
    phone: '028-00000306',
    facilities: ['photo-point', 'parking'],
    lanes: [
      marriageLane(workdays(DAY, 3, 70)),
      divorceLane(workdays(DAY, 3, 70)),
      reissueLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'chengdu-dayi',
    region: '510129',
    name: ['大邑县', '大邑縣', 'Dayi County'],
    street: ['示例西街12号', '示例西街12號', '12 Shili West Street'],
    transit: localized(
      '县城公交2路“示例西街”站',
      '縣城公交2路「示例西街」站',
      'Town bus 2 to Shili West Street',
    ),
    at: { lat: 30.5876, lng: 103.5207 },
    phone: '028-00000307',
    facilities: ['photo-point', 'parking'],
    lanes: [
      marriageLane(workdays(DAY, 2, 60)),
      divorceLane(workdays(DAY, 2, 60)),
      reissueLane(oneWindow(DAY)),
    ],
  },
]

/** Offices of one city, each of which serves the whole of it. */
export const CHENGDU: readonly OfficePlan[] = DISTRICTS.map((district) => ({
  id: district.id,
  region: district.region,
  tier: 'centre',
  name: localized(
    `成都市${district.name[0]}婚姻登记处`,
    `成都市${district.name[1]}婚姻登記處`,
    `${district.name[2]} Marriage Registration Office, Chengdu`,
  ),
  address: localized(
    `四川省成都市${district.name[0]}${district.street[0]}`,
    `四川省成都市${district.name[1]}${district.street[1]}`,
    `${district.street[2]}, ${district.name[2]}, Chengdu, Sichuan`,
  ),
  transit: district.transit,
  at: district.at,
  phone: district.phone,
  hours: district.hours ?? WEEKDAYS,
  accepts: district.accepts ?? ['MAINLAND'],
  facilities: [...district.facilities, ...EVERYWHERE],
  announcement: localized(
    '全市通办：户籍在哪里、住在哪个区，都可以在这里办理。',
    '全市通辦：戶籍在哪裡、住在哪個區，都可以在這裡辦理。',
    'Wherever you live or are registered, you can be served here.',
  ),
  services: {
    MARRIAGE: 'register',
    DIVORCE_APPLICATION: 'register',
    DIVORCE_CERTIFICATE: 'register',
    REISSUE_MARRIAGE: 'register',
    REISSUE_DIVORCE: 'register',
    COUNSELLING: district.lanes.some((lane) => lane.word === 'counselling') ? 'register' : 'advice',
    ...(district.lanes.some((lane) => lane.word === 'ceremony') ? { CEREMONY: 'register' as const } : {}),
  },
  lanes: district.lanes,
}))
