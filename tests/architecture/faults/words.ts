import { type PlantedFault, plant } from './planted-fault.ts'

const WORDS = 'what people read is in the message files'
const MESSAGES = 'lib/i18n/messages'

/** Words in code, and languages that drift apart. */
export const WORD_FAULTS: readonly PlantedFault[] = [
  plant(WORDS, 'Chinese in JSX', 'app/page.tsx', 'export const a = <p>预约</p>', 'says “预约” itself'),
  plant(WORDS, 'English in JSX', 'app/page.tsx', 'export const a = <p>Book now</p>', 'in three languages'),
  plant(
    WORDS,
    'a label',
    'components/ui/a.tsx',
    'export const a = <button aria-label="Close" />',
    'says “Close”',
  ),
  plant(WORDS, 'a string', 'lib/api/a.ts', `export const a = { title: '名额已满' }`, 'says “名额已满”'),
  plant(WORDS, 'a template', 'lib/format/a.ts', `export const a = (m: number) => \`\${m}月\``, 'says “月”'),
  plant(
    WORDS,
    'a sentence in a rule',
    'lib/domain/a.ts',
    `export const a = '请于三十日后前来。'`,
    'belongs in lib/i18n/messages',
  ),
  plant(
    'the languages have the same message files',
    'a file in one language only',
    `${MESSAGES}/en/guide.json`,
    '{ "a": "b" }',
    'has no counterpart in zh-CN, zh-Hant',
  ),
  plant(
    'the languages have the same message files',
    'a language nobody speaks',
    `${MESSAGES}/zh-TW/home.json`,
    '{}',
    'belongs to no language',
  ),
  plant(
    'the languages have the same keys',
    'a key too few',
    `${MESSAGES}/en/home.json`,
    '{ "title": "Book {what}", "count": "{n}", "rich": "<b>Good</b>" }',
    'lacks “kind”',
  ),
  plant(
    'the languages have the same keys',
    'a key too many',
    `${MESSAGES}/zh-Hant/home.json`,
    '{ "title": "預約{what}", "count": "{n}", "rich": "<b>好</b>", "kind": "{kind, select, a {甲} other {乙}}", "deep": { "er": "深" } }',
    'has “deep.er”',
  ),
  plant(
    'the languages take the same placeholders',
    'a placeholder misspelt',
    `${MESSAGES}/en/home.json`,
    '{ "title": "Book {waht}", "count": "{n}", "rich": "<b>Good</b>", "kind": "{kind, select, a {A} other {B}}" }',
    '“title” takes {waht}, in zh-CN {what}',
  ),
  plant(
    'the languages take the same placeholders',
    'a tag lost',
    `${MESSAGES}/en/home.json`,
    '{ "title": "Book {what}", "count": "{n}", "rich": "Good", "kind": "{kind, select, a {A} other {B}}" }',
    '“rich” takes nothing, in zh-CN <b>',
  ),
  plant(
    'the languages take the same placeholders',
    'a case lost',
    `${MESSAGES}/en/home.json`,
    '{ "title": "Book {what}", "count": "{n}", "rich": "<b>Good</b>", "kind": "{kind, select, other {B}}" }',
    'select other',
  ),
  {
    law: 'every message can be shown',
    what: 'an empty text',
    files: [
      { path: `${MESSAGES}/en/guide.json`, source: '{ "a": " " }' },
      { path: `${MESSAGES}/zh-CN/guide.json`, source: '{ "a": "指南" }' },
      { path: `${MESSAGES}/zh-Hant/guide.json`, source: '{ "a": "指南" }' },
    ],
    says: '“a” is empty',
  },
  plant(
    'every message can be shown',
    'a broken brace',
    `${MESSAGES}/en/home.json`,
    '{ "title": "Book {what", "count": "{n}", "rich": "<b>Good</b>", "kind": "{kind, select, a {A} other {B}}" }',
    'not an ICU message',
  ),
  plant(
    'every message can be shown',
    'a number',
    `${MESSAGES}/en/home.json`,
    '{ "title": 1, "count": "{n}", "rich": "<b>Good</b>", "kind": "{kind, select, a {A} other {B}}" }',
    'neither a text',
  ),
  plant('every message can be shown', 'no JSON', `${MESSAGES}/en/home.json`, '{ "title": }', 'is not JSON'),
]
