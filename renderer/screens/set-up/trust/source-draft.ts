/** Where trust is to come from, as it is typed: a folder or an address, and the file of a private server's authority. */
import type { Preview } from '../../../../shared/contract/set-up.ts'

/** The contract's own bound. */
export const longestSource = 4096

export interface Source {
  from: string
  serverAuthority: string | null
}

/** What a place publishes, looked at and not yet believed. */
export interface Previewed {
  source: Source
  preview: Preview
}

export type SourceDraft = Readonly<Record<'from' | 'serverAuthority', string>>
export type SourceFault = 'none' | 'plain'

export const emptySource: SourceDraft = { from: '', serverAuthority: '' }

/** The source of a draft, or why it is none. What is at it is the program's to judge. */
export function readSource(draft: SourceDraft): { ok: true; source: Source } | { ok: false; fault: SourceFault } {
  const [from, authority] = [draft.from.trim(), draft.serverAuthority.trim()]
  if (from === '') return { ok: false, fault: 'none' }
  if (/^http:/i.test(from)) return { ok: false, fault: 'plain' }
  return { ok: true, source: { from, serverAuthority: authority === '' ? null : authority } }
}
