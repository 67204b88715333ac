import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { blankRule, type TypedLane, type TypedRule } from '#lib/domain/lane-input.ts'
import { type Said, textOf } from '../../said.ts'

const MOST_RULES = 30
const MOST_BREAKS = 4

/** The form as it was typed, with the rule that was added or taken out; undefined where nothing was sent yet. */
export function readLaneForm(said: Said, today: CalendarDate): TypedLane | undefined {
  if (!said.has('count')) return undefined
  const text = textOf(said)
  const count = Math.min(MOST_RULES, Number.parseInt(text('count'), 10) || 0)
  const rules = Array.from({ length: count }, (_, index) => readRule(said, `rules.${index}`))
  const act = text('do')
  const dropped = act.startsWith('drop.') ? Number(act.slice(5)) : -1
  return {
    name: text('name'),
    nameHant: text('nameHant'),
    nameEn: text('nameEn'),
    services: said.getAll('services'),
    slotMinutes: text('slotMinutes'),
    rules: [
      ...rules.filter((_, index) => index !== dropped),
      ...(act === 'add' && count < MOST_RULES ? [followOn(rules.at(-1), today)] : []),
    ],
  }
}

// Mostly the same windows serve in the afternoon as well.
function followOn(last: TypedRule | undefined, today: CalendarDate): TypedRule {
  return last ? { ...last, opens: '', closes: '', breaks: [] } : blankRule(today)
}

function readRule(said: Said, at: string): TypedRule {
  const text = textOf(said)
  const list = (name: string) => said.getAll(`${at}.${name}`).slice(0, 7)
  const one = (name: string) => text(`${at}.${name}`)
  return {
    weekdays: list('weekdays'),
    opens: one('opens'),
    closes: one('closes'),
    windows: one('windows'),
    publicPercent: one('publicPercent'),
    walkInPercent: one('walkInPercent'),
    everyWeeks: one('everyWeeks'),
    nthOfMonth: list('nthOfMonth'),
    breaks: Array.from({ length: MOST_BREAKS }, (_, nth) => ({
      from: one(`breaks.${nth}.from`),
      until: one(`breaks.${nth}.until`),
    })).filter(({ from, until }) => from || until),
    worksOnRestDay: said.has(`${at}.worksOnRestDay`),
    validFrom: one('validFrom'),
    validTo: one('validTo'),
  }
}
