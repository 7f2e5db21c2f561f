/** An invitation that is being filled in, and what is wrong with it: pure rules. */
import type { Inviting } from '../../../shared/hub-api/invitations.ts'

export interface InvitingDraft {
  name: string
  mode: Inviting['mode']
  by: Inviting['by']
  address: string
}

export type DraftFault = 'nameless' | 'addressless'

/** What is handed in, or why it cannot be. */
export function invitingOf({ name, mode, by, address }: InvitingDraft): Inviting | DraftFault {
  const called = name.trim()
  if (called === '') return 'nameless'
  if (by === 'stick') return { by, name: called, mode }
  const reached = address.trim().replace(/\/+$/, '')
  if (!/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(reached)) return 'addressless'
  return { by, name: called, mode, address: reached }
}

/** Whether an address is one that only the computer itself sees. */
export function isLocal(address: string): boolean {
  try {
    const { hostname } = new URL(address.trim())
    return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  } catch {
    return false
  }
}

/** What an invitation's file is called: letters that every stick takes. */
export function invitationFile(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return `thu-moi-${plain === '' ? 'chot' : plain.slice(0, 40)}.json`
}
