/** The dated rules of the rating: how long its link takes one, and by when a bad one is looked after. */
export interface RatingTerms {
  /** So many days after the day of a visit its link takes a rating. Nobody who stays silent is counted as content. */
  readonly ratingOpenDays: number
  /** Within so many working days whoever left a bad rating is answered first; 国办发〔2019〕51号 leaves the number open. */
  readonly ratingContactDays: number
  /** Within so many working days the matter is closed. */
  readonly ratingCloseDays: number
}

/** Where no rule says otherwise; fifteen working days is what places give that have written a number down. */
export const USUAL_TERMS: RatingTerms = { ratingOpenDays: 30, ratingContactDays: 1, ratingCloseDays: 15 }

/** Why rules of the rating cannot stand together. */
export interface TermsFault {
  readonly key: keyof RatingTerms
  readonly fault: 'not-whole' | 'too-small' | 'close-before-contact'
}

/** What is wrong with rules of the rating as they come out together; nothing when they can be put in force. */
export function faultsOfTerms(terms: Readonly<Record<keyof RatingTerms, unknown>>): readonly TermsFault[] {
  const faults: TermsFault[] = []
  for (const key of Object.keys(USUAL_TERMS) as (keyof RatingTerms)[]) {
    const days = terms[key]
    if (!Number.isInteger(days)) faults.push({ key, fault: 'not-whole' })
    else if (Number(days) < 1) faults.push({ key, fault: 'too-small' })
  }
  if (faults.length === 0 && Number(terms.ratingCloseDays) < Number(terms.ratingContactDays))
    faults.push({ key: 'ratingCloseDays', fault: 'close-before-contact' })
  return faults
}
