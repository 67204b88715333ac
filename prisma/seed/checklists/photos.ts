import { localized } from '../localized.ts'
import { original } from './checklist-item.ts'
import { WORK_STANDARD } from './sources.ts'

/** Photos can follow or be taken at the office, so they are never a reason to send a couple home. */
export const JOINT_PHOTOS = original('JOINT_PHOTO_2IN_x3', {
  name: localized(
    '双方近期 2 寸合影照片 3 张',
    '雙方近期 2 吋合影照片 3 張',
    '3 recent joint photos, 2 inches',
  ),
  note: localized(
    '同一底版、半身、免冠，53 × 35 毫米（横向）；不能把两个人的单人照拼在一起。设有拍照点的登记处可以现场拍。',
    '同一底版、半身、免冠，53 × 35 毫米（橫向）；不能把兩個人的單人照拼在一起。設有拍照點的登記處可以現場拍。',
    'Three prints of the same photo, both of you, half-length, bare-headed, 53 × 35 mm landscape; not two pictures put together. Offices with a photo point can take it there.',
  ),
  copies: 3,
  core: false,
  shared: true,
  source: WORK_STANDARD,
})

export const SINGLE_PHOTOS = original('SINGLE_PHOTO_2IN_x2', {
  name: localized(
    '本人近期 2 寸单人照片 2 张',
    '本人近期 2 吋單人照片 2 張',
    '2 recent photos of yourself, 2 inches',
  ),
  note: localized(
    '半身、免冠，两张一样。设有拍照点的登记处可以现场拍。',
    '半身、免冠，兩張相同。設有拍照點的登記處可以現場拍。',
    'Half-length, bare-headed, two prints of the same photo. Offices with a photo point can take it there.',
  ),
  copies: 2,
  core: false,
  source: WORK_STANDARD,
})
