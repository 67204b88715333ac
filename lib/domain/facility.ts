/** What a place offers besides its windows; words for people stand in the messages of this name. */
export const FACILITIES = [
  'ceremony-hall',
  'mediation-room',
  'quiet-room',
  'photo-point',
  'self-service',
  'household-window',
  'traditional-chinese-guides',
  'home-visit',
  'wheelchair',
  'low-desk',
  'nursing-room',
  'parking',
] as const

export type Facility = (typeof FACILITIES)[number]

/** What a region may say of all its offices. Visits at home are a service that each office must offer itself. */
export const HANDED_FACILITIES: readonly Facility[] = FACILITIES.filter((one) => one !== 'home-visit')
