import { localized } from '../localized.ts'
import type { LanePlan, RulePlan } from './office-plan.ts'

type Lane = Omit<LanePlan, 'word' | 'name' | 'services' | 'slotMinutes' | 'rules'>

/** Marriages: a quarter of an hour each. */
export function marriageLane(rules: readonly RulePlan[], lane: Lane = {}): LanePlan {
  return {
    word: 'marriage',
    name: localized('结婚登记窗口', '結婚登記窗口', 'Marriage windows'),
    services: ['MARRIAGE'],
    slotMinutes: 15,
    rules,
    ...lane,
  }
}

/** Both visits of an agreed divorce, in a room of their own: half an hour each. */
export function divorceLane(rules: readonly RulePlan[], lane: Lane = {}): LanePlan {
  return {
    word: 'divorce',
    name: localized('离婚登记室', '離婚登記室', 'Divorce registration room'),
    services: ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'],
    slotMinutes: 30,
    rules,
    ...lane,
  }
}

/** Re-issued certificates: ten minutes each. */
export function reissueLane(rules: readonly RulePlan[], lane: Lane = {}): LanePlan {
  return {
    word: 'reissue',
    name: localized('补领证件窗口', '補領證件窗口', 'Re-issue windows'),
    services: ['REISSUE_MARRIAGE', 'REISSUE_DIVORCE'],
    slotMinutes: 10,
    rules,
    ...lane,
  }
}

/** Family counselling: an hour each. */
export function counsellingLane(rules: readonly RulePlan[], lane: Lane = {}): LanePlan {
  return {
    word: 'counselling',
    name: localized('婚姻家庭辅导室', '婚姻家庭輔導室', 'Family counselling room'),
    services: ['COUNSELLING'],
    slotMinutes: 60,
    rules,
    ...lane,
  }
}

/** Ceremonies: half an hour each. */
export function ceremonyLane(rules: readonly RulePlan[], lane: Lane = {}): LanePlan {
  return {
    word: 'ceremony',
    name: localized('颁证厅', '頒證廳', 'Ceremony hall'),
    services: ['CEREMONY'],
    slotMinutes: 30,
    rules,
    ...lane,
  }
}
