import type { StaffGrant, StaffRole } from '#lib/domain/permissions.ts'

/** Somebody invented who works at a desk of the demo world or runs its offices. */
export interface PlannedStaff {
  readonly username: string
  readonly name: string
  readonly grant: StaffGrant
  /** Where they work; `null` for those who look after many offices. */
  readonly officeId: string | null
}

/** The offices with people of their own, by the name of whose staff one knows where they work. */
const STAFFED = [
  'guangming',
  'anji',
  'chengdu-jinjiang',
  'chengdu-qingyang',
  'xian-weiyang',
  'xianyang-qindu',
] as const

const POSTS: readonly { readonly word: string; readonly role: StaffRole }[] = [
  { word: 'clerk-1', role: 'clerk' },
  { word: 'clerk-2', role: 'clerk' },
  { word: 'senior', role: 'senior-clerk' },
  { word: 'reviewer', role: 'reviewer' },
  { word: 'manager', role: 'office-manager' },
]

const FAMILY_NAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'] as const
const GIVEN_NAMES = ['芳', '敏', '静宜', '建国', '晓东', '文博', '雪梅'] as const

/** Everybody who works in the demo world. */
export const STAFF: readonly PlannedStaff[] = [
  ...STAFFED.flatMap((officeId, office) =>
    POSTS.map(({ word, role }, post) => ({
      username: `${officeId}-${word}`,
      name: inventName(office * POSTS.length + post),
      grant: { role, scope: 'office', scopeId: officeId } as const,
      officeId,
    })),
  ),
  regional('chengdu-admin', 40, 'city-admin', '510100'),
  regional('sichuan-admin', 41, 'province-admin', '510000'),
  regional('guangdong-admin', 42, 'province-admin', '440000'),
  regional('guangdong-auditor', 43, 'auditor', '440000'),
  regional('sichuan-auditor', 44, 'auditor', '510000'),
  // For the office of Hantai and its car.
  regional('hantai-manager', 45, 'office-manager', '610702'),
  // Two for the nation: what one of them asks for, the other agrees to.
  national('national-admin', 46),
  national('national-deputy', 47),
]

function national(username: string, n: number): PlannedStaff {
  const grant = { role: 'province-admin', scope: 'national', scopeId: 'CN' } as const
  return { username, name: inventName(n), grant, officeId: null }
}

function regional(username: string, n: number, role: StaffRole, scopeId: string): PlannedStaff {
  return { username, name: inventName(n), grant: { role, scope: 'region', scopeId }, officeId: null }
}

function inventName(n: number): string {
  const family = FAMILY_NAMES[n % FAMILY_NAMES.length] ?? ''
  return family + (GIVEN_NAMES[n % GIVEN_NAMES.length] ?? '')
}
