import type { Service } from './service.ts'

const LOST = [
  '补',
  '补领',
  '补办',
  '丢',
  '丢了',
  '遗失',
  '不见',
  '坏',
  '损毁',
  '找不到',
  '没了',
  '烂',
  '挂失',
  '换',
]

/**
 * How people call the services, folded: simplified script, lower case. Words with `+` between them must all be said.
 * The more of the wish an entry explains, the higher its service stands.
 */
export const SERVICE_WORDS: Readonly<Record<Service, readonly string[]>> = {
  MARRIAGE: [
    ...['结婚', '领证', '扯证', '领结婚证', '结婚登记', '登记结婚', '办结婚证', '复婚', '再婚', '二婚'],
    ...[
      '复婚登记',
      '补办+登记',
      '补办+结婚登记',
      '涉外婚姻',
      '跨国婚姻',
      '婚登',
      '婚姻登记',
      '未婚',
      '嫁',
      '娶',
    ],
    ...['marriage', 'marry', 'married', 'get+married', 'marriage+registration', 'wedding', 'remarry'],
    ...['remarriage', 'register+marriage', 'marriage+licence', 'marriage+license'],
  ],
  DIVORCE_APPLICATION: [
    ...['离婚', '离婚登记', '离婚预约', '申请离婚', '离婚申请', '协议离婚', '离婚协议', '协议书', '自愿离婚'],
    ...['办离婚', '冷静期', '离婚冷静期', '撤回', '撤回离婚', '撤回离婚登记', '撤回申请', '不想离', '不离了'],
    ...['divorce', 'apply+divorce', 'divorce+application', 'divorce+agreement', 'cooling off', 'cool off'],
    ...['withdraw', 'withdraw+divorce', 'separate', 'separation'],
  ],
  DIVORCE_CERTIFICATE: [
    ...[
      '离婚',
      '离婚证',
      '领离婚证',
      '领取离婚证',
      '拿离婚证',
      '领证+离婚',
      '冷静期',
      '冷静期+满',
      '冷静期+过',
    ],
    ...['冷静期+结束', '冷静期+后', '第二次', '三十天', '三十日', '30天', '30日', '离婚发证'],
    ...[
      'divorce',
      'divorce+certificate',
      'second visit',
      'cooling off',
      'cooling off+over',
      'after+cooling off',
    ],
  ],
  REISSUE_MARRIAGE: [
    ...both('结婚证', LOST),
    ...[
      '补领',
      '补证',
      '补办+证',
      '补发',
      '丢',
      '遗失',
      '证+丢',
      '证+不见',
      '证+坏',
      '补结婚证',
      '夫妻关系证明',
    ],
    ...[
      'replace',
      'replacement',
      'reissue',
      'lost+certificate',
      'lost+marriage',
      'lost+marriage+certificate',
    ],
    ...['damaged+certificate', 'replace+marriage', 'replace+marriage+certificate', 'copy', 'duplicate'],
  ],
  REISSUE_DIVORCE: [
    ...both('离婚证', LOST),
    ...['补领', '补证', '补办+证', '补发', '丢', '遗失', '证+丢', '证+不见', '证+坏', '补离婚证'],
    ...['replace', 'replacement', 'reissue', 'lost+certificate', 'lost+divorce', 'lost+divorce+certificate'],
    ...['damaged+certificate', 'replace+divorce', 'replace+divorce+certificate', 'copy', 'duplicate'],
  ],
  COUNSELLING: [
    ...[
      '辅导',
      '婚姻辅导',
      '婚姻家庭辅导',
      '咨询',
      '婚姻咨询',
      '婚前辅导',
      '心理',
      '调解',
      '挽回',
      '吵架',
      '矛盾',
    ],
    ...['冷暴力', '家暴', '家庭暴力', '挨打', '和好', '不想离', '谈心', '对方不同意', '不同意离婚'],
    ...['counselling', 'counseling', 'counsellor', 'counselor', 'advice', 'mediation', 'therapy', 'argue'],
    ...[
      'quarrel',
      'domestic violence',
      'abuse',
      'family counselling',
      'marriage+counselling',
      'marriage+counseling',
    ],
  ],
  CEREMONY: [
    ...['颁证', '颁证仪式', '仪式', '宣誓', '结婚仪式', '集体婚礼', '婚礼', '颁证厅', '典礼'],
    ...['ceremony', 'wedding+ceremony', 'marriage+ceremony', 'vow', 'vows', 'certificate+ceremony'],
  ],
}

/** Words that nearly every wish contains and that tell nothing apart. */
export const COMMON_WORDS: readonly string[] = [
  ...[
    '网上预约',
    '预约',
    '办理',
    '办事',
    '登记',
    '怎么',
    '如何',
    '我要',
    '我想',
    '民政局',
    '号',
    '婚姻',
    '服务',
    '事项',
  ],
  ...['appointment', 'appointments', 'book', 'booking', 'register', 'registration', 'service', 'services'],
]

function both(thing: string, words: readonly string[]): string[] {
  return words.map((word) => `${thing}+${word}`)
}
