import { localized } from '../localized.ts'
import { ceremonyLane, counsellingLane, divorceLane, marriageLane, reissueLane } from './lane-kinds.ts'
import type { OfficePlan, RulePlan } from './office-plan.ts'
import { oneWindow, workdays } from './opening-hours.ts'

/** One clerk in the car; the rule is as wide as any stop, and slots stand only where and while it stops. */
const ON_THE_ROAD: readonly RulePlan[] = [
  { weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '18:00', windows: 2, publicPercent: 50 },
]
const DAY = { morning: ['09:00', '12:00'], afternoon: ['13:30', '17:30'] } as const
const HOURS = localized(
  '周一至周五 9:00–12:00，13:30–17:30',
  '週一至週五 9:00–12:00，13:30–17:30',
  'Monday to Friday 9:00–12:00 and 13:30–17:30',
)

/** Three cities of Shaanxi, where a marriage and the household register are one visit. */
export const SHAANXI: readonly OfficePlan[] = [
  {
    id: 'xian-weiyang',
    region: '610112',
    tier: 'centre',
    name: localized(
      '西安市未央区婚姻登记处',
      '西安市未央區婚姻登記處',
      "Weiyang District Marriage Registration Office, Xi'an",
    ),
    address: localized(
      '陕西省西安市未央区示例大道88号政务服务中心3楼',
      '陝西省西安市未央區示例大道88號政務服務中心3樓',
      "Government Service Centre, 3rd floor, 88 Shili Avenue, Weiyang District, Xi'an, Shaanxi",
    ),
    transit: localized(
      '地铁2号线市图书馆站，步行6分钟',
      '地鐵2號線市圖書館站，步行6分鐘',
      'Metro line 2 to City Library, 6 minutes on foot',
    ),
    at: { lat: 34.2931, lng: 108.9462 },
    phone: '029-00000401',
    hours: HOURS,
    accepts: ['MAINLAND', 'MILITARY', 'FOREIGN', 'HK_MACAU', 'TAIWAN', 'OVERSEAS_CHINESE'],
    facilities: [
      'household-window',
      'ceremony-hall',
      'photo-point',
      'self-service',
      'wheelchair',
      'low-desk',
      'nursing-room',
      'parking',
    ],
    announcement: localized(
      '公安户籍窗口就在旁边。登记后想把户口迁到一起的，同一天、同一层楼就能交材料。',
      '公安戶籍窗口就在旁邊。登記後想把戶口遷到一起的，同一天、同一層樓就能交材料。',
      'The household registration window is next door: after your registration you can hand in the papers for moving your household the same day, on the same floor.',
    ),
    services: {
      MARRIAGE: 'register',
      DIVORCE_APPLICATION: 'register',
      DIVORCE_CERTIFICATE: 'register',
      REISSUE_MARRIAGE: 'register',
      REISSUE_DIVORCE: 'register',
      COUNSELLING: 'register',
      CEREMONY: 'register',
    },
    lanes: [
      marriageLane(workdays(DAY, 4, 75), { nearlyFullDays: [0, 3] }),
      divorceLane(workdays(DAY, 3, 70), { fullDays: [1] }),
      reissueLane(oneWindow(DAY)),
      counsellingLane(oneWindow(DAY)),
      ceremonyLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'xianyang-qindu',
    region: '610402',
    tier: 'centre',
    name: localized(
      '咸阳市秦都区婚姻登记处',
      '咸陽市秦都區婚姻登記處',
      'Qindu District Marriage Registration Office, Xianyang',
    ),
    address: localized(
      '陕西省咸阳市秦都区示例中路15号',
      '陝西省咸陽市秦都區示例中路15號',
      '15 Shili Middle Road, Qindu District, Xianyang, Shaanxi',
    ),
    transit: localized(
      '公交5路、21路“示例中路”站',
      '公交5路、21路「示例中路」站',
      'Bus 5 or 21 to Shili Middle Road',
    ),
    at: { lat: 34.3299, lng: 108.7061 },
    phone: '029-00000501',
    hours: HOURS,
    accepts: ['MAINLAND', 'MILITARY'],
    facilities: ['household-window', 'mediation-room', 'photo-point', 'wheelchair', 'low-desk'],
    services: {
      MARRIAGE: 'register',
      DIVORCE_APPLICATION: 'register',
      DIVORCE_CERTIFICATE: 'register',
      REISSUE_MARRIAGE: 'register',
      REISSUE_DIVORCE: 'register',
      COUNSELLING: 'advice',
    },
    lanes: [
      marriageLane(workdays(DAY, 3, 70)),
      divorceLane(workdays(DAY, 2, 60)),
      reissueLane(oneWindow(DAY)),
    ],
    closures: [
      {
        inDays: 19,
        lastsDays: 1,
        reason: localized(
          '全区系统升级，停办一天',
          '全區系統升級，停辦一天',
          'Closed for one day: systems are being renewed',
        ),
      },
    ],
  },
  {
    id: 'hanzhong-hantai',
    region: '610702',
    tier: 'centre',
    name: localized(
      '汉中市汉台区婚姻登记处',
      '漢中市漢臺區婚姻登記處',
      'Hantai District Marriage Registration Office, Hanzhong',
    ),
    address: localized(
      '陕西省汉中市汉台区示例西路3号',
      '陝西省漢中市漢臺區示例西路3號',
      '3 Shili West Road, Hantai District, Hanzhong, Shaanxi',
    ),
    transit: localized(
      '公交1路、6路“示例西路”站',
      '公交1路、6路「示例西路」站',
      'Bus 1 or 6 to Shili West Road',
    ),
    at: { lat: 33.0679, lng: 107.0318 },
    phone: '0916-0000601',
    hours: HOURS,
    accepts: ['MAINLAND'],
    facilities: ['household-window', 'photo-point', 'home-visit', 'wheelchair', 'parking'],
    services: {
      MARRIAGE: 'register',
      DIVORCE_APPLICATION: 'register',
      DIVORCE_CERTIFICATE: 'register',
      REISSUE_MARRIAGE: 'register',
      REISSUE_DIVORCE: 'register',
      COUNSELLING: 'advice',
    },
    lanes: [
      marriageLane(workdays(DAY, 2, 60)),
      divorceLane(workdays(DAY, 2, 60)),
      reissueLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'hanzhong-hantai-mobile',
    region: '610702',
    parent: 'hanzhong-hantai',
    tier: 'mobile',
    name: localized('汉台区流动政务服务车', '漢臺區流動政務服務車', 'Hantai Mobile Service Car'),
    address: localized(
      '陕西省汉中市汉台区各镇巡回；每周二停靠示例镇集市，每周四停靠示例村村委会',
      '陝西省漢中市漢臺區各鎮巡迴；每週二停靠示例鎮集市，每週四停靠示例村村委會',
      'On the road in Hantai District, Hanzhong; every Tuesday at Shili town market, every Thursday at Shili village committee',
    ),
    at: { lat: 33.1204, lng: 107.0093 },
    phone: '0916-0000609',
    hours: localized('周二、周四 9:30–15:30', '週二、週四 9:30–15:30', 'Tuesday and Thursday 9:30–15:30'),
    accepts: ['MAINLAND'],
    facilities: ['home-visit', 'wheelchair'],
    services: { MARRIAGE: 'register', REISSUE_MARRIAGE: 'register', DIVORCE_APPLICATION: 'advice' },
    lanes: [
      {
        ...marriageLane(ON_THE_ROAD),
        name: localized('服务车', '服務車', 'The car'),
        services: ['MARRIAGE', 'REISSUE_MARRIAGE'],
        slotMinutes: 30,
      },
    ],
  },
]
