/** A publication as an authority hands it out, on a stick or in a folder: looked at where it lies. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileFaults } from '../../files/index.ts'
import { trustTargetLimits } from '../limits.ts'
import { TrustUnreadable } from '../trust-unreadable.ts'
import { repositoryLayout } from './layout.ts'
import { readRoot, type FirstRoot } from './read-root.ts'
import { Unverified, verifyPublication, type Publication } from './verify-publication.ts'

const firstRoot = join('metadata', '1.root.json')

/** Whether a folder is one of a publication, by the names in it. */
export function isPublication(folder: string): boolean {
  return existsSync(join(folder, 'metadata', 'timestamp.json')) || existsSync(join(folder, firstRoot))
}

const notAsSigned = {
  vi: 'không đúng với chữ ký của cơ quan phát hành',
  en: 'it is not what the authority signed',
}

/**
 * Reads and checks a publication against the first root that it brings itself: it is whole and of one hand, and whose
 * hand that is, only the root's fingerprint tells, which somebody must compare.
 * @throws TrustUnreadable
 */
export function readPublication(folder: string): { root: FirstRoot; publication: Publication } {
  const layout = repositoryLayout(folder)
  let bytes: Buffer | null
  try {
    bytes = layout.root(1)
  } catch (error) {
    throw new TrustUnreadable(join(folder, firstRoot), error)
  }
  if (!bytes) throw new TrustUnreadable(join(folder, firstRoot), fileFaults.missing)
  const root = readRoot(bytes)
  if (!root) throw new TrustUnreadable(join(folder, firstRoot), notAsSigned)
  try {
    return { root, publication: verifyPublication(root.json, layout, trustTargetLimits) }
  } catch (error) {
    if (!(error instanceof Unverified)) throw error
    const { code, values } = error.damage
    const place = join(folder, String(values['file']))
    throw new TrustUnreadable(place, code === 'missing' ? fileFaults.missing : notAsSigned)
  }
}
