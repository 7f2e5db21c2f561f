/**
 * How this profile's hub is reached: by the authorities that the system believes, and by one of the province's own that was
 * named once (`--ca`) and is kept in the profile, so that the trips that a kiosk makes by itself know it too.
 */
import { X509Certificate } from 'node:crypto'
import { proxyEnv, type Checkpoint } from '../profile/index.ts'
import type { Disk } from './disk.ts'
import { hubFetch } from './hub-fetch.ts'
import { nodeMeans } from './means.ts'
import { inProfile } from './places.ts'
import { makeFolders, putFile } from './put-file.ts'
import type { Fetch } from './wire.ts'

/** Bytes of a file of certificates that are read. */
export const mostAuthority = 262_144

/**
 * A way to the hub, as the profile says now.
 * @param proxy the checkpoint's own; absent: as the computer's environment says
 */
export async function reachHub(
  { profile, disk }: { profile: string; disk: Disk },
  { proxy }: Pick<Checkpoint, 'proxy'>,
): Promise<Fetch> {
  const bytes = await disk.read(inProfile(profile).authority, mostAuthority)
  const authority = bytes === null ? null : new TextDecoder().decode(bytes)
  return hubFetch({ authority, env: proxyEnv(proxy, process.env) })
}

/**
 * Keeps an authority's certificate (PEM) in the profile.
 * @param expected the SHA-256 of it that the invitation named, in hex; null: it named none
 * @returns whether it is a certificate, and that one
 * @throws the system's error
 */
export async function keepAuthority(
  { profile, disk }: { profile: string; disk: Disk },
  pem: string,
  expected: string | null,
): Promise<boolean> {
  if (!isCertificate(pem, expected)) return false
  const { folder, authority } = inProfile(profile)
  await makeFolders(disk, profile, folder)
  await putFile(disk, authority, new TextEncoder().encode(pem))
  return true
}

function isCertificate(pem: string, expected: string | null): boolean {
  try {
    const { raw } = new X509Certificate(pem)
    return expected === null || nodeMeans.sha256(raw) === expected
  } catch {
    return false
  }
}
