import type { Coordinates } from '#lib/domain/place.ts'
import { localized } from '../localized.ts'
import type { OfficePlan } from './office-plan.ts'

interface Street {
  readonly id: string
  readonly zhCN: string
  readonly zhHant: string
  readonly en: string
  readonly number: number
  readonly at: Coordinates
}

const STREETS: readonly Street[] = [
  {
    id: 'guangming',
    zhCN: '光明',
    zhHant: '光明',
    en: 'Guangming',
    number: 1,
    at: { lat: 22.7571, lng: 113.9489 },
  },
  {
    id: 'gongming',
    zhCN: '公明',
    zhHant: '公明',
    en: 'Gongming',
    number: 2,
    at: { lat: 22.7795, lng: 113.8933 },
  },
  { id: 'xinhu', zhCN: '新湖', zhHant: '新湖', en: 'Xinhu', number: 3, at: { lat: 22.7932, lng: 113.9341 } },
  {
    id: 'fenghuang',
    zhCN: '凤凰',
    zhHant: '鳳凰',
    en: 'Fenghuang',
    number: 4,
    at: { lat: 22.7543, lng: 113.9237 },
  },
  {
    id: 'yutang',
    zhCN: '玉塘',
    zhHant: '玉塘',
    en: 'Yutang',
    number: 5,
    at: { lat: 22.7392, lng: 113.9072 },
  },
  {
    id: 'matian',
    zhCN: '马田',
    zhHant: '馬田',
    en: 'Matian',
    number: 6,
    at: { lat: 22.7688, lng: 113.8759 },
  },
]

/** The six street points look through papers and give advice; registration is done at the centre. */
export const GUANGMING_STREETS: readonly OfficePlan[] = STREETS.map((street) => ({
  id: `guangming-${street.id}`,
  region: '440311',
  parent: 'guangming',
  tier: 'street',
  name: localized(
    `${street.zhCN}街道婚姻登记便民服务点`,
    `${street.zhHant}街道婚姻登記便民服務點`,
    `${street.en} Subdistrict Service Point`,
  ),
  address: localized(
    `广东省深圳市光明区${street.zhCN}街道示例路${street.number * 10}号便民服务中心`,
    `廣東省深圳市光明區${street.zhHant}街道示例路${street.number * 10}號便民服務中心`,
    `Public Service Centre, ${street.number * 10} Shili Road, ${street.en} Subdistrict, Guangming District, Shenzhen`,
  ),
  at: street.at,
  phone: `0755-0000021${street.number}`,
  hours: localized(
    '周一至周五 9:00–12:00，14:00–18:00',
    '週一至週五 9:00–12:00，14:00–18:00',
    'Monday to Friday 9:00–12:00 and 14:00–18:00',
  ),
  accepts: ['MAINLAND', 'MILITARY', 'HK_MACAU', 'TAIWAN'],
  facilities: ['wheelchair', 'low-desk', 'self-service'],
  instead: localized(
    '这里看材料、答问题，不办登记，也不用预约，办公时间直接来就行。登记请预约光明区婚姻登记中心。',
    '這裡看材料、答問題，不辦登記，也不用預約，辦公時間直接來即可。登記請預約光明區婚姻登記中心。',
    'Staff here look through your papers and answer questions; just come during opening hours. To register, book at the Guangming District centre.',
  ),
  services: {
    MARRIAGE: 'pre-check',
    DIVORCE_APPLICATION: 'pre-check',
    DIVORCE_CERTIFICATE: 'advice',
    REISSUE_MARRIAGE: 'pre-check',
    REISSUE_DIVORCE: 'pre-check',
    COUNSELLING: 'advice',
  },
  lanes: [],
}))
