import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { RegionLevel } from '#lib/domain/place.ts'
import { localized } from './localized.ts'

export interface RegionPlan {
  /** GB/T 2260. */
  readonly code: string
  readonly level: RegionLevel
  readonly parent?: string
  readonly name: LocalizedText
}

/** Provinces first, then cities, then counties: a parent always stands before its children. */
export const REGIONS: readonly RegionPlan[] = [
  province('330000', '浙江省', '浙江省', 'Zhejiang'),
  province('440000', '广东省', '廣東省', 'Guangdong'),
  province('510000', '四川省', '四川省', 'Sichuan'),
  province('610000', '陕西省', '陝西省', 'Shaanxi'),
  city('330500', '湖州市', '湖州市', 'Huzhou'),
  city('440300', '深圳市', '深圳市', 'Shenzhen'),
  city('510100', '成都市', '成都市', 'Chengdu'),
  city('610100', '西安市', '西安市', "Xi'an"),
  city('610400', '咸阳市', '咸陽市', 'Xianyang'),
  city('610700', '汉中市', '漢中市', 'Hanzhong'),
  county('330523', '安吉县', '安吉縣', 'Anji County'),
  county('440311', '光明区', '光明區', 'Guangming District'),
  county('510104', '锦江区', '錦江區', 'Jinjiang District'),
  county('510105', '青羊区', '青羊區', 'Qingyang District'),
  county('510106', '金牛区', '金牛區', 'Jinniu District'),
  county('510107', '武侯区', '武侯區', 'Wuhou District'),
  county('510108', '成华区', '成華區', 'Chenghua District'),
  county('510114', '新都区', '新都區', 'Xindu District'),
  county('510129', '大邑县', '大邑縣', 'Dayi County'),
  county('610112', '未央区', '未央區', 'Weiyang District'),
  county('610402', '秦都区', '秦都區', 'Qindu District'),
  county('610702', '汉台区', '漢臺區', 'Hantai District'),
]

function province(code: string, zhCN: string, zhHant: string, en: string): RegionPlan {
  return { code, level: 'province', name: localized(zhCN, zhHant, en) }
}

function city(code: string, zhCN: string, zhHant: string, en: string): RegionPlan {
  return { code, level: 'city', parent: `${code.slice(0, 2)}0000`, name: localized(zhCN, zhHant, en) }
}

function county(code: string, zhCN: string, zhHant: string, en: string): RegionPlan {
  return { code, level: 'county', parent: `${code.slice(0, 4)}00`, name: localized(zhCN, zhHant, en) }
}
