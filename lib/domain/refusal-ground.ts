import type { Rejection } from './outcome.ts'
import type { Service } from './service.ts'

/** Where the law says it; the words of each stand in the messages. */
export type RefusalGround =
  | 'civil-code-1042'
  | 'civil-code-1046'
  | 'civil-code-1047'
  | 'civil-code-1048'
  | 'civil-code-1049'
  | 'civil-code-1051'
  | 'civil-code-1076'
  | 'civil-code-1077'
  | 'civil-code-1078'
  | 'regulation-2'
  | 'regulation-8'
  | 'regulation-10'
  | 'regulation-14'
  | 'regulation-19'
  | 'notice-116'

type Grounds = Readonly<Partial<Record<Rejection, readonly RefusalGround[]>>>

const ANY: Grounds = {
  'identity-unclear': ['regulation-10'],
  'office-not-competent': ['regulation-2'],
}

const MARRIAGE: Grounds = {
  ...ANY,
  'papers-missing': ['regulation-8'],
  'one-of-two-absent': ['civil-code-1049'],
  'not-voluntary': ['civil-code-1046'],
  'under-age': ['civil-code-1047'],
  'has-spouse': ['civil-code-1042', 'civil-code-1051'],
  'prohibited-kin': ['civil-code-1048'],
}

const DIVORCE: Grounds = {
  ...ANY,
  'papers-missing': ['notice-116'],
  'one-of-two-absent': ['civil-code-1076'],
  'not-voluntary': ['civil-code-1076', 'civil-code-1078'],
  'lacks-capacity': ['regulation-14'],
  'no-agreement': ['civil-code-1076', 'regulation-14'],
  'not-married-here': ['regulation-14'],
  'outside-window': ['civil-code-1077'],
}

const REISSUE: Grounds = { ...ANY, 'papers-missing': ['regulation-19'] }

const GROUNDS: Readonly<Partial<Record<Service, Grounds>>> = {
  MARRIAGE,
  DIVORCE_APPLICATION: DIVORCE,
  DIVORCE_CERTIFICATE: { ...DIVORCE, 'one-of-two-absent': ['civil-code-1077'] },
  REISSUE_MARRIAGE: REISSUE,
  REISSUE_DIVORCE: REISSUE,
}

/**
 * The articles behind a no, for the notice in writing; none where the reason has no article of its own, which the clerk
 * then writes by hand. Civil Code art. 1042, 1046-1049, 1051, 1076-1078; 婚姻登记条例 (2025) art. 2, 8, 10, 14, 19;
 * 民发〔2020〕116号.
 */
export function groundsOf(service: Service, rejection: Rejection): readonly RefusalGround[] {
  return GROUNDS[service]?.[rejection] ?? []
}
