/** What is being typed of an officer, and what is missing of it before the program is asked. */
import type { TypedWho } from '../../../shared/contract/officers.ts'
import type { Role } from '../../../shared/contract/role.ts'
import { officerNumber } from '../../../shared/domain/officer/badge.ts'
import { pinFault, type PinFault } from '../../../shared/domain/officer/pin.ts'
import type { Means, Who } from '../../../shared/ledger/officers.ts'

/** As the contract has them, in characters. */
export const longestNumber = 10
export const longestName = 80
export const longestRank = 40

/** Ranks as the police and the army of Viet Nam write them, the lowest first; whatever else is typed is one too. */
export const usualRanks = [
  'Binh nhì',
  'Binh nhất',
  'Hạ sĩ',
  'Trung sĩ',
  'Thượng sĩ',
  'Thiếu úy',
  'Trung úy',
  'Thượng úy',
  'Đại úy',
  'Thiếu tá',
  'Trung tá',
  'Thượng tá',
  'Đại tá',
] as const

/** Who somebody is, as it is typed. */
export interface WhoDraft {
  number: string
  name: string
  rank: string
  role: Role | null
}

/** How they sign in. Both PINs are the officer's own, and go with the room. */
export interface PinDraft {
  means: Means
  pin: string
  again: string
}

export type WhoFault = keyof WhoDraft
export type PinDraftFault = `pin-${PinFault}` | 'again'

export const noWho: WhoDraft = { number: '', name: '', rank: '', role: null }

/** A badge first: it promises more. */
export const noPin: PinDraft = { means: 'badge', pin: '', again: '' }

export const whoDraftOf = ({ number, name, rank, role }: Who): WhoDraft => ({ number, name, rank, role })

/** Has anything been typed that is not what there was at first? */
export const isBegun = (first: WhoDraft, who: WhoDraft, { pin, again }: PinDraft): boolean =>
  JSON.stringify(first) !== JSON.stringify(who) || `${pin}${again}` !== ''

/** Reads who somebody is; else the first thing that is missing, in the order of the form. */
export function readWho(draft: WhoDraft): { ok: true; who: TypedWho } | { ok: false; fault: WhoFault } {
  const { number, role } = draft
  const [name, rank] = [draft.name.trim(), draft.rank.trim()]
  if (!officerNumber.test(number)) return { ok: false, fault: 'number' }
  if (name === '') return { ok: false, fault: 'name' }
  if (rank === '') return { ok: false, fault: 'rank' }
  if (role === null) return { ok: false, fault: 'role' }
  return { ok: true, who: { number, name, rank, role } }
}

/** What is wrong with the PIN that was typed; null: nothing. The program looks again. */
export function pinDraftFault({ pin, again }: PinDraft, number: string): PinDraftFault | null {
  const fault = pinFault(pin, number)
  if (fault !== null) return `pin-${fault}`
  return pin === again ? null : 'again'
}
