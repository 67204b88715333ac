import { localized } from '../localized.ts'
import { ceremonyLane, counsellingLane, divorceLane, marriageLane, reissueLane } from './lane-kinds.ts'
import type { OfficePlan } from './office-plan.ts'
import { oneWindow, someHours, workdays } from './opening-hours.ts'

const DAY = { morning: ['08:30', '11:30'], afternoon: ['14:00', '17:00'] } as const

/** A county with one office, and a township that still works by telephone. */
export const ANJI: readonly OfficePlan[] = [
  {
    id: 'anji',
    region: '330523',
    tier: 'centre',
    name: localized('安吉县婚姻登记处', '安吉縣婚姻登記處', 'Anji County Marriage Registration Office'),
    address: localized(
      '浙江省湖州市安吉县昌硕街道示例路20号',
      '浙江省湖州市安吉縣昌碩街道示例路20號',
      '20 Shili Road, Changshuo Subdistrict, Anji County, Huzhou, Zhejiang',
    ),
    transit: localized(
      '公交3路、7路“示例路口”站下车，步行2分钟',
      '公交3路、7路「示例路口」站下車，步行2分鐘',
      'Bus 3 or 7 to Shili Lukou, 2 minutes on foot',
    ),
    at: { lat: 30.6389, lng: 119.6805 },
    phone: '0572-0000101',
    hours: localized(
      '周一至周五 8:30–11:30，14:00–17:00',
      '週一至週五 8:30–11:30，14:00–17:00',
      'Monday to Friday 8:30–11:30 and 14:00–17:00',
    ),
    accepts: ['MAINLAND', 'MILITARY'],
    facilities: [
      'ceremony-hall',
      'mediation-room',
      'quiet-room',
      'photo-point',
      'wheelchair',
      'low-desk',
      'parking',
    ],
    announcement: localized(
      '离婚登记窗口设在二楼东侧，从东门进，不经过结婚登记大厅。',
      '離婚登記窗口設在二樓東側，從東門進，不經過結婚登記大廳。',
      'The divorce registration room is on the second floor, east side. Use the east door: it does not lead through the marriage hall.',
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
      marriageLane(workdays(DAY, 3, 70), { fullDays: [3] }),
      divorceLane(workdays(DAY, 3, 70), { fullDays: [0], nearlyFullDays: [1, 2] }),
      reissueLane(oneWindow(DAY)),
      counsellingLane(oneWindow(DAY)),
      ceremonyLane(oneWindow(DAY)),
    ],
  },
  {
    id: 'anji-xiaofeng',
    region: '330523',
    parent: 'anji',
    tier: 'street',
    name: localized('孝丰镇婚姻登记点', '孝豐鎮婚姻登記點', 'Xiaofeng Township Registration Point'),
    address: localized(
      '浙江省湖州市安吉县孝丰镇示例街8号便民服务中心',
      '浙江省湖州市安吉縣孝豐鎮示例街8號便民服務中心',
      'Public Service Centre, 8 Shili Street, Xiaofeng, Anji County, Huzhou, Zhejiang',
    ),
    at: { lat: 30.5972, lng: 119.5436 },
    phone: '0572-0000108',
    hours: localized(
      '周二、周四 8:30–11:30，14:00–16:30',
      '週二、週四 8:30–11:30，14:00–16:30',
      'Tuesday and Thursday 8:30–11:30 and 14:00–16:30',
    ),
    accepts: ['MAINLAND'],
    facilities: ['wheelchair', 'parking'],
    instead: localized(
      '这里不接受网上预约。请在办公时间打电话预约，或者直接到场取号，当天办理。',
      '這裡不接受網上預約。請在辦公時間致電預約，或者直接到場取號，當天辦理。',
      'No online booking here. Phone during opening hours to book, or come and take a number; you will be served the same day.',
    ),
    services: { MARRIAGE: 'register', DIVORCE_APPLICATION: 'advice', COUNSELLING: 'advice' },
    lanes: [
      marriageLane([someHours([2, 4], '08:30', '11:30', 1, 0), someHours([2, 4], '14:00', '16:30', 1, 0)]),
    ],
  },
]
