import { localized } from '../localized.ts'
import { madeOnSite, original } from './checklist-item.ts'
import type { PerPartyType } from './per-party-type.ts'
import { ARTICLE_8 } from './sources.ts'

const SIGNED_DECLARATION = madeOnSite('SIGNED_DECLARATION_NO_SPOUSE_NO_KIN', {
  name: localized(
    '签字声明：本人没有配偶，与对方没有直系血亲和三代以内旁系血亲关系',
    '簽字聲明：本人沒有配偶，與對方沒有直系血親和三代以內旁系血親關係',
    'Signed declaration that you have no spouse and are not closely related by blood to your partner',
  ),
  note: localized(
    '表格由登记处提供，当场填写、当场签名，不用提前准备。',
    '表格由登記處提供，當場填寫、當場簽名，不用提前準備。',
    'The office gives you the form; you fill it in and sign it there. Nothing to prepare.',
  ),
  source: ARTICLE_8,
})

const NOTARISED_DECLARATION_HK_MACAU = original('NOTARISED_DECLARATION_HK_MACAU', {
  name: localized(
    '经公证的声明：本人没有配偶，与对方没有直系血亲和三代以内旁系血亲关系',
    '經公證的聲明：本人沒有配偶，與對方沒有直系血親和三代以內旁系血親關係',
    'Notarised declaration that you have no spouse and are not closely related by blood to your partner',
  ),
  note: localized(
    '香港居民由中国委托公证人公证，澳门居民由澳门公证机构公证。自出具之日起 6 个月内有效。',
    '香港居民由中國委託公證人公證，澳門居民由澳門公證機構公證。自出具之日起 6 個月內有效。',
    'In Hong Kong by a China-appointed attesting officer, in Macao by a notary there. Valid for 6 months from issue.',
  ),
  source: ARTICLE_8,
})

const NOTARISED_DECLARATION_TAIWAN = original('NOTARISED_DECLARATION_TAIWAN', {
  name: localized(
    '经台湾地区公证机构公证的声明：本人没有配偶，与对方没有直系血亲和三代以内旁系血亲关系',
    '經台灣地區公證機構公證的聲明：本人沒有配偶，與對方沒有直系血親和三代以內旁系血親關係',
    'Declaration notarised in Taiwan that you have no spouse and are not closely related by blood to your partner',
  ),
  note: localized(
    '自出具之日起 6 个月内有效。',
    '自出具之日起 6 個月內有效。',
    'Valid for 6 months from issue.',
  ),
  source: ARTICLE_8,
})

const NO_SPOUSE_CERTIFICATE_OVERSEAS = original('NO_SPOUSE_CERTIFICATE_OVERSEAS_CHINESE', {
  name: localized(
    '无配偶、与对方没有直系血亲和三代以内旁系血亲关系的证明',
    '無配偶、與對方沒有直系血親和三代以內旁系血親關係的證明',
    'Certificate that you have no spouse and are not closely related by blood to your partner',
  ),
  note: localized(
    '由居住国公证机构或者有权机关出具并经中国驻该国使（领）馆认证，或者由中国驻该国使（领）馆出具；《取消外国公文书认证要求的公约》缔约国可以用附加证明书，并附中文译本。自出具之日起 6 个月内有效。',
    '由居住國公證機構或者有權機關出具並經中國駐該國使（領）館認證，或者由中國駐該國使（領）館出具；《取消外國公文書認證要求的公約》締約國可以用附加證明書，並附中文譯本。自出具之日起 6 個月內有效。',
    'Issued abroad and authenticated by the Chinese embassy or consulate there, or issued by it; from a country of the Apostille Convention with an apostille and a Chinese translation. Valid for 6 months from issue.',
  ),
  source: ARTICLE_8,
})

const NO_SPOUSE_CERTIFICATE_FOREIGN = original('NO_SPOUSE_CERTIFICATE_FOREIGN', {
  name: localized(
    '所在国出具的无配偶证明',
    '所在國出具的無配偶證明',
    'Certificate of no spouse from your country',
  ),
  note: localized(
    '经中国驻该国使（领）馆或者该国驻华使（领）馆认证，或者由该国驻华使（领）馆出具；《取消外国公文书认证要求的公约》缔约国可以用附加证明书。外文的附中文译本。自出具之日起 6 个月内有效。',
    '經中國駐該國使（領）館或者該國駐華使（領）館認證，或者由該國駐華使（領）館出具；《取消外國公文書認證要求的公約》締約國可以用附加證明書。外文的附中文譯本。自出具之日起 6 個月內有效。',
    'Authenticated by the Chinese embassy there or by your embassy in China, or issued by your embassy in China; from a country of the Apostille Convention with an apostille. With a Chinese translation. Valid for 6 months from issue.',
  ),
  source: ARTICLE_8,
})

const SIGNED_TRUTH_STATEMENT = madeOnSite('SIGNED_TRUTH_STATEMENT', {
  name: localized(
    '签字声明：所交材料和所说情况真实，与对方没有近亲属关系',
    '簽字聲明：所交材料和所述情況真實，與對方沒有近親屬關係',
    'Signed statement that your papers and answers are true and that you are not closely related to your partner',
  ),
  note: localized(
    '在登记处当场填写、当场签名。',
    '在登記處當場填寫、當場簽名。',
    'Filled in and signed at the office.',
  ),
  source: ARTICLE_8,
})

/** By which papers each kind of party shows to be free to marry. 婚姻登记条例 (2025) art. 8. */
export const MARITAL_STATUS_PAPERS: PerPartyType = {
  MAINLAND: [SIGNED_DECLARATION],
  MILITARY: [SIGNED_DECLARATION],
  HK_MACAU: [NOTARISED_DECLARATION_HK_MACAU],
  TAIWAN: [NOTARISED_DECLARATION_TAIWAN],
  OVERSEAS_CHINESE: [NO_SPOUSE_CERTIFICATE_OVERSEAS],
  FOREIGN: [NO_SPOUSE_CERTIFICATE_FOREIGN, SIGNED_TRUTH_STATEMENT],
}
