import { localized } from '../localized.ts'
import { ceremonyLane, counsellingLane, divorceLane, marriageLane, reissueLane } from './lane-kinds.ts'
import type { OfficePlan } from './office-plan.ts'
import { oneWindow, workdays } from './opening-hours.ts'

const DAY = { morning: ['09:00', '12:00'], afternoon: ['14:00', '18:00'] } as const

/** The centre of a young district: eight windows, a mediation room and an oath hall. */
export const GUANGMING_CENTRE: OfficePlan = {
  id: 'guangming',
  region: '440311',
  tier: 'centre',
  name: localized(
    '深圳市光明区婚姻登记中心',
    '深圳市光明區婚姻登記中心',
    'Guangming District Marriage Registration Centre, Shenzhen',
  ),
  address: localized(
    '广东省深圳市光明区光明街道示例大道1号文化中心裙楼',
    '廣東省深圳市光明區光明街道示例大道1號文化中心裙樓',
    'Cultural Centre Annexe, 1 Shili Avenue, Guangming Subdistrict, Guangming District, Shenzhen',
  ),
  transit: localized(
    '地铁6号线光明大街站，步行8分钟',
    '地鐵6號線光明大街站，步行8分鐘',
    'Metro line 6 to Guangming Street, 8 minutes on foot',
  ),
  at: { lat: 22.7489, lng: 113.9357 },
  phone: '0755-00000201',
  hours: localized(
    '周一至周五 9:00–12:00，14:00–18:00',
    '週一至週五 9:00–12:00，14:00–18:00',
    'Monday to Friday 9:00–12:00 and 14:00–18:00',
  ),
  accepts: ['MAINLAND', 'MILITARY', 'HK_MACAU', 'TAIWAN'],
  facilities: [
    'ceremony-hall',
    'mediation-room',
    'quiet-room',
    'photo-point',
    'self-service',
    'traditional-chinese-guides',
    'home-visit',
    'wheelchair',
    'low-desk',
    'nursing-room',
    'parking',
  ],
  announcement: localized(
    '港澳台居民有专用窗口和繁体字办事指南。行动不便的，可以打电话预约上门服务。',
    '港澳台居民有專用窗口和繁體字辦事指南。行動不便的，可以致電預約上門服務。',
    'Residents of Hong Kong, Macao and Taiwan have a window of their own. If you cannot easily leave home, phone us to ask for a visit.',
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
    marriageLane(workdays(DAY, 4, 75), { fullDays: [4], nearlyFullDays: [0, 9] }),
    divorceLane(workdays(DAY, 3, 70), { fullDays: [0, 1], nearlyFullDays: [2, 3] }),
    reissueLane(oneWindow(DAY)),
    counsellingLane(oneWindow(DAY)),
    ceremonyLane(oneWindow(DAY), { nearlyFullDays: [4] }),
  ],
  closures: [
    {
      inDays: 12,
      lastsDays: 2,
      lane: 'ceremony',
      reason: localized('颁证厅设备检修', '頒證廳設備檢修', 'Maintenance of the ceremony hall'),
    },
  ],
  serviceSaturdays: (['marriage', 'divorce'] as const).map((lane) => ({
    inDays: 15,
    lane,
    opens: '09:00',
    closes: '12:00',
    windows: 2,
    publicPercent: 100,
    reason: localized(
      '周六便民服务：方便平日要上班的人',
      '週六便民服務：方便平日要上班的人',
      'A Saturday for those who work during the week',
    ),
  })),
}
