import type { TagTone } from '#components/ui/tag.tsx'
import type { DayCounts, DayEntry } from '#lib/domain/desk-day.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import type { DayFigure } from './day-news.ts'

const MINUTE_MS = 60_000

/** A row of the list as it stands there, in the words of the reader. Short, since 500 of them go over the line. */
export interface DayLine {
  readonly id: string
  /** Number, code and names, for the search by letters. */
  readonly find: string
  readonly time: string
  readonly number: string
  readonly service: string
  readonly names: string
  readonly marks: string
  readonly here: string
  readonly state: string
  /** Without one the state stands there softly. */
  readonly tone?: TagTone
  readonly late?: true
  /** Of the ticket: whatever is done with it makes another line. */
  readonly version?: number
}

/** The words of the namespace `desk`. */
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** More rows than this would not fit on a counter's screen in one column. */
const ROOMY_ROWS = 18

/** A full day stands in two columns, so that all of it is seen at once. */
export function isDenseDay(entries: readonly DayEntry[]): boolean {
  return entries.length > ROOMY_ROWS
}

/** All rows in the words of the reader. Hundreds of rows share a few words: each is put together once. */
export function dayLines(entries: readonly DayEntry[], say: Say, now: Date): DayLine[] {
  const said = new Map<string, string>()
  const sayOnce: Say = (key, values) => {
    const name = values ? `${key} ${JSON.stringify(values)}` : key
    const text = said.get(name) ?? say(key, values)
    said.set(name, text)
    return text
  }
  const isDense = isDenseDay(entries)
  return entries.map((entry) => dayLine(entry, sayOnce, { isDense, now }))
}

/** How the day stands, in five figures. */
export function dayFigures({ averageWaitMinutes, ...numbers }: DayCounts, say: Say): DayFigure[] {
  const wait = averageWaitMinutes === undefined ? '—' : say('counts.minutes', { minutes: averageWaitMinutes })
  const figures = [
    ...Object.entries(numbers).map(([name, value]) => [name, String(value)] as const),
    ['wait', wait] as const,
  ]
  return figures.map(([name, value]) => [say(`counts.${name}`), value])
}

function dayLine(entry: DayEntry, say: Say, { isDense, now }: { isDense: boolean; now: Date }): DayLine {
  const { id, ticket, people, expected, present, flags, startTime } = entry
  const number = ticket ? ticketNumber(ticket) : '—'
  const names = people.map(({ name }) => name).filter(Boolean)
  const flag = (name: string) => say(`flags.${isDense ? 'short' : 'long'}.${name}`)
  const marks = [
    ...(flags.greenChannel ? [flag('greenChannel')] : []),
    ...(flags.proxy ? [flag('proxy')] : []),
    ...(flags.separate ? [flag('separate')] : []),
    ...(flags.hasNote ? [flag('note')] : []),
    ...flags.languages.map(flag),
  ]
  return {
    id,
    find: [number, entry.code, ...names].join(' ').toLowerCase(),
    time: startTime ?? say('walkIn'),
    number,
    service: say(`services.${entry.service}`),
    names: names.join(' · ') || '—',
    marks: marks.join(isDense ? ' ' : ' · '),
    here: ticket ? `${present}/${expected}` : '—',
    ...stateOf(entry, say, now),
    ...(flags.lateMinutes > 0 && !ticket ? { late: true } : {}),
    ...(ticket ? { version: ticket.version } : {}),
  }
}

/** Where a couple stands now, in a word or two. */
function stateOf(entry: DayEntry, say: Say, now: Date): Pick<DayLine, 'state' | 'tone'> {
  const { ticket, status, flags, lacks } = entry
  const since = (at: Date) => Math.max(0, Math.floor((now.getTime() - at.getTime()) / MINUTE_MS))
  const lack = lacks[0]
  if (ticket && ticket.state !== 'waiting') {
    const values = { window: ticket.window ?? '', minutes: since(ticket.sinceAt) }
    return { state: say(`state.${ticket.state}`, values), tone: TONES[ticket.state] }
  }
  if (lack) return { state: say(`state.lack.${lack}`), tone: lack === 'person' ? 'plain' : 'warn' }
  if (ticket) return { state: say('state.waiting', { minutes: since(ticket.readyAt) }), tone: 'plain' }
  if (status === 'attended' || status === 'no-show')
    return { state: say(`state.over.${status}`), tone: 'plain' }
  if (flags.lateMinutes > 0) return { state: say('state.late', { minutes: flags.lateMinutes }), tone: 'warn' }
  if (entry.people.every((person) => person.coming === 'yes')) return { state: say('state.coming') }
  const wasAsked = entry.people.some((person) => person.coming !== 'unasked')
  return { state: say(wasAsked ? 'state.silent' : 'state.expected') }
}

const TONES = {
  called: 'accent',
  serving: 'accent',
  parked: 'warn',
  missed: 'warn',
  left: 'plain',
  done: 'ok',
  undone: 'plain',
} as const
