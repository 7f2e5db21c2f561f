/**
 * The certificate of the province's own authority, where an invitation names one: found on a stick or in a file by its
 * SHA-256, and kept. Whatever else lies there is nobody's authority.
 */
import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { readInvitation, readPrinted } from '../../shared/sync/invitation.ts'
import { readForeignFileLater } from '../files/index.ts'
import type { Disk } from './disk.ts'
import { nodeMeans } from './means.ts'
import { inProfile } from './places.ts'
import { keepAuthority, mostAuthority } from './reach-hub.ts'

interface Whose {
  profile: string
  disk: Disk
}

/** What certificates are called. */
const certificateName = /^[^.].*\.(pem|crt|cer)$/i

/** Files of a stick that are looked at. */
const mostNames = 64

/** The authority that has to be kept before an invitation's hub is reached: the SHA-256 of it in hex; null: none has. */
export function authorityNeededBy(text: string): string | null {
  const { ca = null, address = null } = readPrinted(text) ?? readInvitation(nodeMeans, text)?.invitation ?? {}
  return address?.startsWith('https:') === true ? ca : null
}

/** Whether it is kept already. */
export async function hasAuthority({ profile, disk }: Whose, expected: string): Promise<boolean> {
  const bytes = await disk.read(inProfile(profile).authority, mostAuthority)
  return bytes !== null && readAuthority(bytes, expected) !== null
}

/**
 * Keeps it from a file, or from the folder that a stick is.
 * @returns whether it was there
 * @throws where the profile's disk does not take it
 */
export async function keepAuthorityFrom(whose: Whose, place: string, expected: string): Promise<boolean> {
  for (const file of await filesAt(whose.disk, place)) {
    const bytes = await readForeignFileLater(file, mostAuthority).catch(() => null)
    const pem = bytes && readAuthority(bytes, expected)
    if (pem !== null) return keepAuthority(whose, pem, expected)
  }
  return false
}

async function filesAt(disk: Disk, place: string): Promise<string[]> {
  try {
    if (!(await disk.isFolder(place))) return [place]
    const names = (await disk.list(place)).filter((name) => certificateName.test(name))
    return names
      .toSorted()
      .slice(0, mostNames)
      .map((name) => join(place, name))
  } catch {
    return []
  }
}

/** The certificate as PEM, where it is the one that is meant; it may be written as PEM or as DER. */
function readAuthority(bytes: Uint8Array, expected: string): string | null {
  try {
    const certificate = new X509Certificate(bytes)
    return nodeMeans.sha256(certificate.raw) === expected ? certificate.toString() : null
  } catch {
    return null
  }
}
