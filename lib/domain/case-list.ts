/** What the office looks for among its cases. */
export const CASE_LISTS = ['opening', 'lapsing', 'without-visit', 'unreachable', 'open', 'closed'] as const
export type CaseListName = (typeof CASE_LISTS)[number]
