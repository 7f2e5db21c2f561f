/** How the secret is to be kept, as it is chosen, with the passphrase typed twice. */
import { isShort } from '../../../../shared/domain/secret/passphrase.ts'
import type { Kept } from '../../../../shared/contract/set-up.ts'

/** The contract's own bound. */
export const longestPassphrase = 256

export interface KeptDraft {
  kept: Kept['kept'] | null
  passphrase: string
  again: string
}

export type KeptFault = 'none' | 'empty' | 'short' | 'differ'

export const noKept: KeptDraft = { kept: null, passphrase: '', again: '' }

/** The same without what was typed: a passphrase does not outlast the room. */
export function withoutPassphrase({ kept }: KeptDraft): KeptDraft {
  return { ...noKept, kept }
}

/** The way of a draft, or its fault. A passphrase is taken as it is typed, blanks and all. */
export function readKept({
  kept,
  passphrase,
  again,
}: KeptDraft): { ok: true; secret: Kept } | { ok: false; fault: KeptFault } {
  if (kept === null) return { ok: false, fault: 'none' }
  if (kept !== 'passphrase') return { ok: true, secret: { kept } }
  if (passphrase === '') return { ok: false, fault: 'empty' }
  if (isShort(passphrase)) return { ok: false, fault: 'short' }
  return passphrase === again ? { ok: true, secret: { kept, passphrase } } : { ok: false, fault: 'differ' }
}
