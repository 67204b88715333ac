import { calendarDate } from '#lib/domain/calendar-date.ts'
import { checkDigitOf, type Sex } from '#lib/domain/identity-number.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { DocumentType, PartyType } from '#lib/domain/party-type.ts'
import { syntheticIdentity } from './factories/synthetic-identity.ts'
import { syntheticPhone } from './factories/synthetic-person.ts'
import { localized } from './localized.ts'

/** Somebody invented whom the demo identity service can vouch for. */
export interface DemoPerson extends PartyFacts {
  /** By which the planting finds them. */
  readonly key: string
  /** For those who try the product: what this person came for. */
  readonly story: LocalizedText
}

const READY = localized('准备结婚，还没有预约', '準備結婚，還沒有預約', 'About to marry, nothing booked yet')
const MARRIED = localized(
  '已婚，双方商量好了离婚，还没有预约',
  '已婚，雙方商量好了離婚，還沒有預約',
  'Married; both have agreed to divorce, nothing booked yet',
)
const WAITING = localized(
  '已选好时间，等对方确认',
  '已選好時間，等對方確認',
  'Has chosen a time and waits for the partner',
)
const ASKED = localized(
  '对方已选好时间，等本人确认',
  '對方已選好時間，等本人確認',
  'Has been asked to agree to a time',
)
const CONFIRMED = localized(
  '双方已确认的结婚登记预约',
  '雙方已確認的結婚登記預約',
  'Has a confirmed marriage appointment',
)
const CANCELLED = localized('预约过，后来取消了', '預約過，後來取消了', 'Had an appointment and cancelled it')
const PAST = localized('预约的日子已经过了', '預約的日子已經過了', 'Had an appointment some days ago')

const COOLING = localized(
  '申请已受理，在冷静期里',
  '申請已受理，在冷靜期裡',
  'Application accepted, in the cooling-off period',
)
const WINDOW = localized(
  '冷静期已过，可以申领证件',
  '冷靜期已過，可以申領證件',
  'Cooling-off period over, may apply for the certificate',
)

/** Those with a free hand stand first; the stories of the others are planted with them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  mainland('ready-1', '林晓川', 1, 'M', '1995-03-18', READY),
  mainland('ready-2', '苏雨桐', 502, 'F', '1997-08-05', READY),
  mainland('ready-3', '何景行', 1003, 'M', '1993-11-27', READY),
  mainland('ready-4', '沈书瑶', 4, 'F', '1996-01-09', READY),
  mainland('married-1', '顾承宇', 505, 'M', '1988-06-14', MARRIED),
  mainland('married-2', '江静姝', 1006, 'F', '1990-02-28', MARRIED),
  mainland('waiting-1', '程明轩', 7, 'M', '1994-09-30', WAITING),
  mainland('waiting-2', '叶知夏', 508, 'F', '1998-12-12', ASKED),
  mainland('confirmed-1', '方子衡', 1009, 'M', '1992-04-21', CONFIRMED),
  mainland('confirmed-2', '杜若溪', 10, 'F', '1995-10-03', CONFIRMED),
  mainland('cancelled-1', '夏修远', 511, 'M', '1991-07-07', CANCELLED),
  mainland('cancelled-2', '姜采薇', 1012, 'F', '1993-05-16', CANCELLED),
  mainland('past-1', '范立言', 13, 'M', '1989-12-01', PAST),
  mainland('past-2', '陆云舒', 514, 'F', '1992-03-24', PAST),
  mainland('cooling-1', '唐知远', 1021, 'M', '1987-04-09', COOLING),
  mainland('cooling-2', '傅清如', 22, 'F', '1989-11-15', COOLING),
  mainland('window-1', '温如初', 523, 'M', '1985-09-02', WINDOW),
  mainland('window-2', '薛听雨', 1024, 'F', '1986-06-23', WINDOW),
  mainland(
    'soldier',
    '孔北辰',
    1015,
    'M',
    '1994-08-01',
    localized('现役军人，准备结婚', '現役軍人，準備結婚', 'Serving soldier, about to marry'),
    'MILITARY',
  ),
  mainland(
    'under-age',
    '白佳音',
    16,
    'F',
    '2010-03-08',
    localized('未到法定婚龄', '未到法定婚齡', 'Too young to marry'),
  ),
  other(
    'hongkong',
    '陳嘉儀',
    'HK_MACAU_PERMIT',
    'H00000017',
    'HK_MACAU',
    'F',
    '1996-02-11',
    localized(
      '香港居民，用来往内地通行证',
      '香港居民，用來往內地通行證',
      'From Hong Kong, with a travel permit',
    ),
  ),
  other(
    'macau',
    '梁志恆',
    'MACAU_RESIDENCE_PERMIT',
    citizen('820000', '1990-09-19', '001'),
    'HK_MACAU',
    'M',
    '1990-09-19',
    localized(
      '澳门居民，用港澳居民居住证',
      '澳門居民，用港澳居民居住證',
      'From Macao, with a residence permit',
    ),
  ),
  other(
    'taiwan',
    '王俊賢',
    'TAIWAN_PERMIT',
    '00000018',
    'TAIWAN',
    'M',
    '1991-05-25',
    localized(
      '台湾居民，用来往大陆通行证',
      '台灣居民，用來往大陸通行證',
      'From Taiwan, with a travel permit',
    ),
  ),
  other(
    'overseas',
    '黄念慈',
    'PASSPORT',
    'E00000019',
    'OVERSEAS_CHINESE',
    'F',
    '1994-06-06',
    localized(
      '华侨，用中国护照',
      '華僑，用中國護照',
      'Chinese citizen settled abroad, with a Chinese passport',
    ),
  ),
  other(
    'foreign',
    'EMMA CARTER',
    'PASSPORT',
    'X00000020',
    'FOREIGN',
    'F',
    '1993-01-30',
    localized('外国人，用护照', '外國人，用護照', 'Foreigner with a passport'),
  ),
  other(
    'foreign-resident',
    'LUCAS MARTIN',
    'FOREIGN_PERMANENT_ID',
    citizen('911999', '1987-04-04', '021'),
    'FOREIGN',
    'M',
    '1987-04-04',
    localized(
      '外国人，用永久居留身份证',
      '外國人，用永久居留身份證',
      'Foreigner with a permanent resident card',
    ),
  ),
]

/** The person of this key; a wrong key is a fault of the planting. */
export function demoPerson(key: string): DemoPerson {
  const person = DEMO_PEOPLE.find((one) => one.key === key)
  if (!person) throw new Error(`there is no demo person called ${key}`)
  return person
}

function mainland(
  key: string,
  name: string,
  n: number,
  sex: Sex,
  birthDate: string,
  story: LocalizedText,
  partyType: PartyType = 'MAINLAND',
): DemoPerson {
  const identity = syntheticIdentity(n, { sex, birthDate: calendarDate(birthDate) })
  return { key, name, documentType: 'RESIDENT_ID', phone: syntheticPhone(n), partyType, story, ...identity }
}

function other(
  key: string,
  name: string,
  documentType: DocumentType,
  documentNumber: string,
  partyType: PartyType,
  sex: Sex,
  birthDate: string,
  story: LocalizedText,
): DemoPerson {
  const phone = syntheticPhone(1000 + Number(documentNumber.slice(-3).replace(/\D/g, '0')))
  return {
    key,
    name,
    documentType,
    documentNumber,
    phone,
    partyType,
    sex,
    birthDate: calendarDate(birthDate),
    story,
  }
}

/** A number of the citizen-number family for a region code that stands for no county. */
function citizen(region: string, birthDate: string, sequence: string): string {
  const digits = region + birthDate.replaceAll('-', '') + sequence
  return digits + checkDigitOf(digits)
}
