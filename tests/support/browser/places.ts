import type { Who } from './who.ts'

/** A page as one person finds it. `{code}`, `{partnerCode}`, `{entry}` and so on are filled in from that person's situation. */
export interface Place {
  readonly who: Who
  /** Where it lies in `app/(couple)`. */
  readonly route: string
  readonly path: string
}

/** Every page that couples can reach, in every state that looks different. */
export const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'the pages for everybody': [
    ...seenBy('nobody', '/', ['', '?q=离婚预约', '?q=光明区', '?q=家暴', '?q=造火箭']),
    ...seenBy('nobody', '/guides'),
    ...seenBy('nobody', '/offices', ['', '?within=510100', '?accepts=FOREIGN', '?q=造火箭']),
    ...inside('/offices/[id]', ['guangming', 'anji-xiaofeng', 'hanzhong-hantai-mobile']),
    ...seenBy('nobody', '/dates', ['', '?on=2026-09-01', '?on=1999-01-01']),
    ...seenBy('nobody', '/sign-in', ['', '?error=failed', '?error=ended']),
    ...seenBy('choosing an identity', '/demo-identity/choose/[uid]', [''], '{choose}'),
    ...seenBy('misspelling an identity', '/demo-identity/choose/[uid]', [''], '{choose}'),
    ...seenBy('nobody', '/appointment', ['', '?wrong=1&code=7K3Q', '?wrong=limit']),
    ...seenBy('nobody', '/privacy'),
    ...seenBy('nobody', '/safety'),
    ...seenBy('nobody', '/home-visit', ['', '?sent=1']),
    ...seenBy('booking a marriage', '/home-visit/ask', ['', '?wrong=office']),
    ...seenBy('booking a marriage', '/home-visit/own', ['', '?done=1']),
    ...seenBy('nobody', '/safety/leave'),
    ...seenBy('nobody', '/agree', ['', '?wrong=code&code=7K3Q', '?wrong=confirm']),
    ...seenBy('nobody', '/book/service', ['', '?wrong=1']),
    ...seenBy('nobody', '/genuine', [
      '',
      '?v=',
      '?v=7K3Q-9M2X-42',
      '?v=https://hunyin-yuyue.example/',
      '?v=7K3Q9M2X42.anji.2026',
    ]),
    ...seenBy('nobody', '/voucher/removed'),
    ...seenBy('waiting', '/demo-inbox', ['', '?end=0000']),
    ...seenBy('nobody', 'not-found', [''], '/nowhere'),
  ],
  'the guides': [
    ...inside('/guides/[slug]', [
      'marriage',
      'agreement',
      'second-visit',
      'copy',
      'copy-2',
      'counselling',
      'ceremony',
    ]),
    ...inside('/guides/parties/[slug]', ['hk-macau', 'taiwan', 'overseas-chinese', 'foreign', 'military']),
  ],
  'the questions of a booking': [
    ...seenBy('booking a marriage', '/book/check/[question]', [''], '/book/check/both-unmarried'),
    ...seenBy('booking a marriage', '/book/check/[question]', ['?wrong=1'], '/book/check/close-kin'),
    ...seenBy('booking a marriage', '/book/unsuitable/[question]', [''], '/book/unsuitable/both-unmarried'),
    ...seenBy('booking a marriage', '/book/place', [
      '',
      '?within=510100',
      '?within=330523&wrong=1',
      '?near=30.66,104.06',
    ]),
    ...seenBy('booking a marriage', '/book/date', ['', '?month=', '?wrong=1']),
    ...seenBy('booking a marriage', '/book/time', ['?wrong=1', '?expired=1', '?refused=slot-full']),
    ...seenBy('booking a marriage', '/book/you', ['?wrong=1']),
    ...seenBy('proving a phone', '/book/phone', ['', '?wrong=wrong', '?wait=30']),
    ...seenBy('booking a marriage', '/book/partner/kind', ['?cannot=FOREIGN']),
    ...seenBy('booking a marriage', '/book/partner', ['', '?same=1']),
    ...seenBy('booking a marriage', '/book/answers', [
      '',
      '?refused=not-eligible&detail=female-under-20&earliest=2027-01-01',
    ]),
    ...seenBy('booking a divorce', '/book/check/[question]', [''], '/book/check/both-agree'),
    ...seenBy('booking a divorce', '/book/unsuitable/[question]', [''], '/book/unsuitable/both-agree'),
    ...seenBy('booking a divorce', '/book/place', ['?within=510100']),
    ...seenBy('booking a divorce', '/book/date', ['', '?month=']),
    ...seenBy('booking a divorce', '/book/time'),
    ...seenBy('booking a divorce', '/book/partner'),
    ...seenBy('booking a divorce', '/book/answers'),
    ...seenBy('booking a second visit', '/book/date', ['', '?month=', '?wrong=1']),
    ...seenBy('booking a second visit', '/book/time', ['', '?expired=1', '?refused=slot-full']),
    ...seenBy('booking a second visit', '/book/you'),
    ...seenBy('booking a second visit', '/book/answers'),
  ],
  'what is for one of the two alone': [
    ...seenBy('giving a contact', '/contact', ['', '?saved=1']),
    ...seenBy('giving a contact', '/contact/code', ['', '?wrong=spent', '?wait=1800']),
    ...seenBy('mistyping a contact', '/contact', ['?wrong=1']),
    ...seenBy('signed in long ago', '/contact'),
    ...seenBy(
      'waiting quietly',
      '/appointment/[code]/care',
      ['', '?saved=1', '?refused=not-allowed'],
      '/appointment/{code}/care',
    ),
  ],
  'the pages of an appointment': [
    ...seenBy('waiting', '/appointment/[code]', ['', '?renewed=1'], '/appointment/{code}'),
    ...seenBy('waiting', '/appointment/[code]/cancel', [''], '/appointment/{code}/cancel'),
    ...seenBy('waiting', '/appointment'),
    ...seenBy('waiting', '/appointment/[code]/trail', [''], '/appointment/{code}/trail'),
    ...seenBy(
      'waiting',
      '/appointment/[code]/correction',
      ['', '?wrong=required'],
      '/appointment/{code}/correction',
    ),
    ...seenBy('waiting quietly', '/appointment/[code]/trail', [''], '/appointment/{code}/trail'),
    ...seenBy('waiting quietly', '/appointment/[code]/correction', [''], '/appointment/{code}/correction'),
    ...seenBy('declined', '/appointment/[code]/correction', [''], '/appointment/{code}/correction'),
    ...seenBy('booking a marriage', '/mine', ['', '?forgot=1', '?limit=1']),
    ...seenBy('waiting', '/mine'),
    ...seenBy('asked', '/mine'),
    ...seenBy('declined', '/mine'),
    ...seenBy('waiting', '/agree/[code]', [''], '/agree/7K3Q9M2X4T?confirm=ABCDEFGH'),
    ...seenBy('waiting', '/sign-in'),
    ...seenBy('asked', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy(
      'asked',
      '/agree/[code]',
      ['', '&refused=partner-code-wrong&detail=wrong-code'],
      '/agree/{code}?confirm={partnerCode}',
    ),
    ...seenBy('waiting quietly', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('waiting quietly', '/appointment/[code]/cancel', [''], '/appointment/{code}/cancel'),
    ...seenBy('asked quietly', '/agree/[code]', [''], '/agree/{code}?confirm={partnerCode}'),
    ...seenBy('confirmed', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('confirmed', '/voucher/[code]', [''], '/voucher/{code}'),
    ...seenBy('declined', '/voucher/[code]', [''], '/voucher/{code}'),
    ...seenBy('offered another time', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('good without a time', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('declined', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('expired', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('missed once', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('waiting', '/progress', ['', '?missing=1']),
    ...seenBy('cooling off', '/mine'),
    ...seenBy('cooling off', '/progress'),
    ...seenBy('in the window', '/progress'),
    ...seenBy('in the window', '/progress/receipt'),
  ],
  'the question whether they still come': [
    ...seenBy('asked to come', '/coming/[token]', ['', '?no=1'], '/coming/{coming}'),
    ...seenBy('asked to come', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('asked to come', '/mine'),
    ...seenBy('coming', '/coming/[token]', [''], '/coming/{coming}'),
    ...seenBy('coming', '/appointment/[code]', [''], '/appointment/{code}'),
    ...seenBy('not coming', '/coming/[token]', [''], '/coming/{coming}'),
    ...seenBy('not coming quietly', '/coming/[token]', [''], '/coming/{coming}'),
    ...seenBy('nobody', '/coming/[token]', [''], '/coming/nothing'),
  ],
  'the rating of a visit': [
    ...seenBy('rating a visit', '/rate/[token]', ['', '?wrong=level'], '/rate/{rating}'),
    ...seenBy('rating quietly', '/rate/[token]', [''], '/rate/{rating}'),
    ...seenBy('has rated', '/rate/[token]', [''], '/rate/{rating}'),
    ...seenBy('nobody', '/rate/[token]', [''], '/rate/nothing'),
  ],
  'the changes of an appointment': [
    ...seenBy(
      'confirmed',
      '/appointment/[code]/move',
      ['', '?month=', '?wrong=1', '?refused=slot-full'],
      '/appointment/{code}/move',
    ),
    ...seenBy(
      'confirmed',
      '/appointment/[code]/move/time',
      ['', '&wrong=1'],
      '/appointment/{code}/move/time?date={day}',
    ),
    ...seenByEach(
      ['confirmed', 'waiting quietly', 'coming alone'],
      '/appointment/[code]/move/check',
      '/appointment/{code}/move/check?date={day}&slot={slot}',
    ),
    ...seenByEach(
      ['asking to move', 'asked to move', 'kept after a move', 'too late to change'],
      '/appointment/[code]',
      '/appointment/{code}',
    ),
    ...seenBy('asking to move', '/voucher/[code]', [''], '/voucher/{code}'),
    ...seenBy('asked to move', '/mine'),
    ...seenByEach(
      ['moved too often', 'too late to change'],
      '/appointment/[code]/move',
      '/appointment/{code}/move',
    ),
    ...seenByEach(
      ['confirmed', 'asking to move', 'too late to change'],
      '/appointment/[code]/cancel',
      '/appointment/{code}/cancel',
    ),
    ...seenByEach(
      ['asked to move', 'asked to move quietly'],
      '/agree/[code]',
      '/agree/{code}?confirm={partnerCode}',
    ),
  ],
  'the waiting list': [
    ...seenBy('at a full office', '/book/date', ['', '?month=']),
    ...seenBy('at a full office', '/book/time'),
    ...seenBy('at a full office', '/waiting/join', ['', '?wrong=1']),
    ...seenBy('at a full office', '/waiting/answers', ['', '?refused=already-booked&detail=already-waiting']),
    ...seenBy('standing in line', '/waiting', ['', '?joined=1']),
    ...seenBy('standing in line', '/mine'),
    ...seenBy('standing in line', '/waiting/offer/[id]', [''], '/waiting/offer/{entry}'),
    ...seenBy('nobody', '/waiting/leave/[token]', [''], '/waiting/leave/nothing'),
    ...seenBy('standing in line', '/waiting/leave/[token]', [''], '/waiting/leave/{leave}'),
    ...seenBy('standing in line quietly', '/waiting'),
    ...seenBy('offered a seat', '/waiting'),
    ...seenBy('offered a seat', '/mine'),
    ...seenBy(
      'offered a seat',
      '/waiting/offer/[id]',
      ['', '?refused=rate-limited'],
      '/waiting/offer/{entry}',
    ),
  ],
}

function seenBy(who: Who, route: string, endings: readonly string[] = [''], path = route): Place[] {
  return endings.map((ending) => ({ who, route, path: path + ending }))
}

function seenByEach(all: readonly Who[], route: string, path: string): Place[] {
  return all.map((who) => ({ who, route, path }))
}

function inside(route: string, names: readonly string[]): Place[] {
  return names.map((name) => ({ who: 'nobody', route, path: route.replace(/\[\w+\]$/, name) }))
}
