import type { Service } from '#lib/domain/service.ts'

interface GuideLink {
  readonly href: string
  /** Key in `guides.links`. */
  readonly text: string
}

/** One section of a guide; its sentences stand in the guide's own message file under the same id. */
interface SectionOutline {
  readonly id: string
  /** Steps are numbered. */
  readonly isOrdered?: boolean
  /** What stands below the sentences: the checklist, or the computed days of a divorce. */
  readonly shows?: 'checklist' | 'dates'
  readonly links?: readonly GuideLink[]
}

/** What the revision of 10 May 2025 changed; sentences in `guides.changes.items`. */
type Change = 'place' | 'hukou' | 'health' | 'fee' | 'permits'

export interface GuideOutline {
  /** The message file. */
  readonly namespace: string
  readonly sections: readonly SectionOutline[]
  readonly changes: readonly Change[]
}

const BRING: SectionOutline = { id: 'bring', shows: 'checklist' }
const SAFETY: GuideLink = { href: '/safety', text: 'safety' }
const COUNSELLING: GuideLink = { href: '/guides/counselling', text: 'counselling' }
const PARTIES: GuideLink = { href: '/guides#parties', text: 'parties' }
const OFFICES: GuideLink = { href: '/offices', text: 'offices' }
const PROGRESS: GuideLink = { href: '/progress', text: 'progress' }
const FIRST_VISIT: GuideLink = { href: '/guides/agreement', text: 'firstVisit' }
const SECOND_VISIT: GuideLink = { href: '/guides/second-visit', text: 'secondVisit' }
const REISSUE_CHANGES: readonly Change[] = ['place', 'hukou', 'fee']

/** Which sections each guide has, in the order in which somebody asks. */
export const GUIDE_OUTLINES: Readonly<Record<Service, GuideOutline>> = {
  MARRIAGE: {
    namespace: 'guide-marriage',
    sections: [
      { id: 'who' },
      { id: 'place', links: [OFFICES, PARTIES] },
      BRING,
      { id: 'steps', isOrdered: true },
      { id: 'effect' },
      { id: 'tell' },
    ],
    changes: ['place', 'hukou', 'health', 'fee', 'permits'],
  },
  DIVORCE_APPLICATION: {
    namespace: 'guide-agreement',
    sections: [
      { id: 'who' },
      { id: 'settle' },
      { id: 'visits', isOrdered: true },
      BRING,
      { id: 'dates', shows: 'dates' },
      { id: 'withdraw' },
      { id: 'absent' },
      { id: 'disagree', links: [COUNSELLING] },
      { id: 'safety', links: [SAFETY] },
      { id: 'place', links: [OFFICES, PARTIES] },
      { id: 'effect', links: [SECOND_VISIT] },
    ],
    changes: ['place', 'hukou', 'fee'],
  },
  DIVORCE_CERTIFICATE: {
    namespace: 'guide-second-visit',
    sections: [
      { id: 'book', links: [PROGRESS] },
      { id: 'when', shows: 'dates' },
      BRING,
      { id: 'steps', isOrdered: true },
      { id: 'absent' },
      { id: 'changed', links: [COUNSELLING] },
      { id: 'effect', links: [FIRST_VISIT] },
    ],
    changes: ['hukou', 'fee'],
  },
  REISSUE_MARRIAGE: {
    namespace: 'guide-copy',
    sections: [
      { id: 'who' },
      { id: 'archive', links: [OFFICES] },
      BRING,
      { id: 'steps', isOrdered: true },
      { id: 'effect' },
    ],
    changes: REISSUE_CHANGES,
  },
  REISSUE_DIVORCE: {
    namespace: 'guide-copy-2',
    sections: [
      { id: 'who' },
      { id: 'archive', links: [OFFICES] },
      BRING,
      { id: 'steps', isOrdered: true },
      { id: 'effect' },
    ],
    changes: REISSUE_CHANGES,
  },
  COUNSELLING: {
    namespace: 'guide-counselling',
    sections: [
      { id: 'who' },
      { id: 'topics' },
      { id: 'private' },
      { id: 'visit', isOrdered: true },
      { id: 'safety', links: [SAFETY] },
    ],
    changes: [],
  },
  CEREMONY: {
    namespace: 'guide-ceremony',
    sections: [{ id: 'who' }, BRING, { id: 'steps', isOrdered: true }, { id: 'effect' }],
    changes: [],
  },
}
