/** A publication as an authority hands it out, on a stick or in a folder: looked at where it lies. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileFaults, readForeignFile } from '../../files/index.ts'
import { metadataLimits, trustTargetLimits } from '../limits.ts'
import { TrustUnreadable } from '../trust-unreadable.ts'
import { authorityLayout, repositoryLayout, type Layout } from './layout.ts'
import { readRoot, type FirstRoot } from './read-root.ts'
import { Unverified, verifyPublication, type Publication } from './verify-publication.ts'

/** The root that an authority hands out, where it lies on the same stick. */
const rootFileName = 'root.json'

const firstRoot = join('metadata', '1.root.json')

const holdsOne = (folder: string): boolean =>
  existsSync(join(folder, 'metadata', 'timestamp.json')) || existsSync(join(folder, firstRoot))

const isAuthority = (folder: string): boolean => holdsOne(join(folder, 'repository'))

/** Whether a folder is one of a publication, or the authority's own, by the names in it. */
export function isPublication(folder: string): boolean {
  return holdsOne(folder) || isAuthority(folder)
}

const notAsSigned = {
  vi: 'không đúng với chữ ký của cơ quan phát hành',
  en: 'it is not what the authority signed',
}

const changedSince = {
  vi: 'đã đổi từ lần phát hành trước; chạy "chot-authority publish" trước',
  en: 'it has changed since it was last published; run "chot-authority publish" first',
}

/**
 * Reads and checks a publication against the root that lies beside it, else against the first that it brings itself: it is
 * whole and of one hand, and whose hand that is, only the root's fingerprint tells, which somebody must compare.
 * @throws TrustUnreadable
 */
export function readPublication(folder: string): { root: FirstRoot; publication: Publication } {
  const own = isAuthority(folder)
  const layout = own ? authorityLayout(folder) : repositoryLayout(folder)
  const root = rootOf(folder, layout)
  try {
    return { root, publication: verifyPublication(root.json, layout, trustTargetLimits) }
  } catch (error) {
    if (!(error instanceof Unverified)) throw error
    const { code, values } = error.damage
    const file = String(values['file'])
    const place = own && trustTargetLimits.has(file) ? join(folder, 'working', file) : join(folder, file)
    if (code === 'missing') throw new TrustUnreadable(place, fileFaults.missing)
    throw new TrustUnreadable(place, own ? changedSince : notAsSigned)
  }
}

function rootOf(folder: string, layout: Layout): FirstRoot {
  const beside = join(folder, rootFileName)
  const [place, read] = existsSync(beside)
    ? [beside, () => readForeignFile(beside, metadataLimits.root).bytes]
    : [join(folder, firstRoot), () => layout.root(1)]
  let bytes: Buffer | null
  try {
    bytes = read()
  } catch (error) {
    throw new TrustUnreadable(place, error)
  }
  if (!bytes) throw new TrustUnreadable(place, fileFaults.missing)
  const root = readRoot(bytes)
  if (!root) throw new TrustUnreadable(place, notAsSigned)
  return root
}
