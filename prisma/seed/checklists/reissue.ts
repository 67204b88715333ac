import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { localized } from '../localized.ts'
import { copy, madeOnSite } from './checklist-item.ts'
import { IDENTITY_PAPERS, MILITARY_CERTIFICATE } from './identity-papers.ts'
import { NO_FEE, NO_HUKOU_BOOK, REVISION } from './not-needed.ts'
import { onlyFor, perPartyType } from './per-party-type.ts'
import { JOINT_PHOTOS, SINGLE_PHOTOS } from './photos.ts'
import { REISSUE_ARTICLE, WORK_STANDARD } from './sources.ts'

const ARCHIVE_EVIDENCE = copy('ARCHIVE_EVIDENCE', {
  name: localized(
    '婚姻登记档案复印件（加盖档案保管部门印章）',
    '婚姻登記檔案影印件（加蓋檔案保管部門印章）',
    'Copy of the registration file, stamped by the archive',
  ),
  note: localized(
    '当年就在这个登记处办理的不用带，登记处自己查档。在别处办理的，先打电话问能不能直接查到。',
    '當年就在這個登記處辦理的不用帶，登記處自行查檔。在別處辦理的，先致電問能否直接查到。',
    'Not needed if you registered at this office: it looks up its own files. Otherwise please phone first to ask whether it can see your file.',
  ),
  core: false,
  shared: true,
  source: WORK_STANDARD,
})

const REISSUE_FORM = madeOnSite('REISSUE_FORM_ON_SITE', {
  name: localized(
    '补领婚姻登记证申请声明书',
    '補領婚姻登記證申請聲明書',
    'Statement asking for the re-issue',
  ),
  note: localized(
    '在登记处当场填写、当场签名。补领的条件是婚姻状况没有再变化。',
    '在登記處當場填寫、當場簽名。補領的條件是婚姻狀況沒有再變化。',
    'Filled in and signed at the office. A certificate is re-issued only while the marital status it shows is unchanged.',
  ),
  source: REISSUE_ARTICLE,
})

const LAW = localized(
  '《婚姻登记条例》（国务院令第804号，2025年5月10日起施行）第十九条',
  '《婚姻登記條例》（國務院令第804號，2025年5月10日起施行）第十九條',
  'Marriage Registration Regulations (State Council Order 804, in force since 10 May 2025), art. 19',
)

/** What a new copy of a lost or damaged certificate asks for. */
export const REISSUE_RULE_SETS: readonly ChecklistRuleSet[] = [
  {
    id: 'reissue-marriage-2025-05-10',
    service: 'REISSUE_MARRIAGE',
    validFrom: REVISION,
    source: LAW,
    perPartyType: perPartyType(IDENTITY_PAPERS, onlyFor('MILITARY', [MILITARY_CERTIFICATE]), [
      REISSUE_FORM,
      JOINT_PHOTOS,
      ARCHIVE_EVIDENCE,
    ]),
    notNeeded: [NO_HUKOU_BOOK, NO_FEE],
  },
  {
    id: 'reissue-divorce-2025-05-10',
    service: 'REISSUE_DIVORCE',
    validFrom: REVISION,
    source: LAW,
    perPartyType: perPartyType(IDENTITY_PAPERS, [REISSUE_FORM, SINGLE_PHOTOS, ARCHIVE_EVIDENCE]),
    notNeeded: [NO_HUKOU_BOOK, NO_FEE],
  },
]
