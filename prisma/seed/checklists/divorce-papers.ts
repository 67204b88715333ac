import { localized } from '../localized.ts'
import { madeOnSite, original } from './checklist-item.ts'
import { CIVIL_CODE_1076, DIVORCE_ARTICLES, NOTICE_116 } from './sources.ts'

export const MARRIAGE_CERTIFICATE = original('MARRIAGE_CERTIFICATE', {
  name: localized('本人的结婚证', '本人的結婚證', 'Your marriage certificate'),
  note: localized(
    '内地婚姻登记机关或者中国驻外使（领）馆颁发的。一方的遗失了：写一份书面声明，带另一本来。两本都遗失了：写书面声明，并带加盖印章的婚姻登记档案复印件。',
    '內地婚姻登記機關或者中國駐外使（領）館頒發的。一方的遺失了：寫一份書面聲明，帶另一本來。兩本都遺失了：寫書面聲明，並帶加蓋印章的婚姻登記檔案影印件。',
    'Issued by a registry in the mainland or a Chinese embassy or consulate. One lost: a written statement and the other one. Both lost: a written statement and a stamped copy of the registration file.',
  ),
  source: DIVORCE_ARTICLES,
})

export const DIVORCE_APPLICATION_FORM = madeOnSite('DIVORCE_APPLICATION_FORM_ON_SITE', {
  name: localized('离婚登记申请书', '離婚登記申請書', 'Application for divorce registration'),
  note: localized(
    '两个人一起当场填写、当场签名。离婚协议书这次不用交，可以先准备，第二次来的时候再交。',
    '兩個人一起當場填寫、當場簽名。離婚協議書這次不用交，可以先準備，第二次來的時候再交。',
    'Filled in and signed by both of you at the office. The divorce agreement is not handed in at this visit; prepare it for the second one.',
  ),
  shared: true,
  source: NOTICE_116,
})

export const DIVORCE_AGREEMENT = original('DIVORCE_AGREEMENT_x3', {
  name: localized('离婚协议书一式 3 份', '離婚協議書一式 3 份', 'Divorce agreement, 3 copies'),
  note: localized(
    '写明双方自愿离婚，以及对子女抚养、财产和债务的一致意见。先不要签名，到登记处当着登记员的面签。',
    '寫明雙方自願離婚，以及對子女撫養、財產和債務的一致意見。先不要簽名，到登記處當着登記員的面簽。',
    'It states that you both wish to divorce and what you have agreed about children, property and debts. Do not sign it beforehand; you sign before the registrar.',
  ),
  copies: 3,
  shared: true,
  source: CIVIL_CODE_1076,
})

export const DIVORCE_RECEIPT = original('DIVORCE_RECEIPT', {
  name: localized(
    '离婚登记申请受理回执单',
    '離婚登記申請受理回執單',
    'Receipt of your application (given at the first visit)',
  ),
  note: localized(
    '遗失了也能办，写一份书面说明就可以。',
    '遺失了也能辦，寫一份書面說明即可。',
    'If it is lost, a written explanation is enough.',
  ),
  core: false,
  shared: true,
  source: NOTICE_116,
})
