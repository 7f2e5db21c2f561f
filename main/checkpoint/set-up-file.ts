/**
 * A checkpoint's set-up without any secret, in a file: written on one laptop, read on the next one. The kiosk's own name is
 * not in it, for no two may have the same.
 */
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { checkpointWordsSchema, type CheckpointWords } from '../../shared/contract/set-up.ts'
import { parseJsonBytes, readNamedFile, writeNewFile } from '../files/index.ts'
import { mayCarryAuthorities } from '../private-servers/index.ts'
import { systemReason } from '../terminal/index.ts'
import { orRefused, refuse, type Outcome } from './said.ts'

const setUpFileSchema = v.strictObject({
  format: v.literal('chot-set-up-1'),
  checkpoint: checkpointWordsSchema,
  /**
   * Where keys come from: an address, or a stick, which has none here; null: nobody is believed yet. And the root that they hang
   * on there, to be compared again here.
   */
  trust: v.strictObject({
    from: v.nullable(v.string()),
    fingerprint: v.nullable(v.string()),
    /** The certificates (PEM) of the authorities of private servers, where there are any. */
    ...mayCarryAuthorities,
  }),
})

/** Where trust is from. `from`: an address; null: a stick, where there is a root, and else nothing. */
interface TrustSaid {
  from: string | null
  fingerprint: string | null
}

/** A set-up to be written. */
export interface SetUp {
  checkpoint: CheckpointWords
  /** `certificates`: of the authorities of private servers, the address's among them (PEM each). */
  trust: TrustSaid & { certificates: readonly string[] }
}

/** A set-up as it was read. */
export interface ImportedSetUp {
  checkpoint: CheckpointWords
  /** `serverAuthority`: the file that has those certificates, which is the set-up itself; null: it has none. */
  trust: TrustSaid & { serverAuthority: string | null }
}

/** How the file names a stick. */
const stick = 'stick'

/** Bytes; what is written is under one kilobyte, and as long as the authority's certificates where there are any. */
const largest = 1024 * 1024

const sentences = {
  unreadable: {
    vi: 'Không đọc được tệp thiết lập {file}: {why}. Xuất lại từ chốt kia ("npx chot set-up export") rồi thử lại.',
    en: 'The set-up file {file} cannot be read: {why}. Export it from the other checkpoint again ("npx chot set-up export") and try again.',
  },
  noFolder: {
    vi: 'Không có thư mục {folder}. Cắm USB rồi chọn lại.',
    en: 'There is no folder {folder}. Plug the stick in and choose again.',
  },
} as const

/** A name of letters and figures: sticks are formatted for any system. */
function fileNameOf({ name, lane }: CheckpointWords, again: number): string {
  const plain = `${name}-${lane}`
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return `chot-set-up${plain === '' ? '' : `-${plain}`}${again === 0 ? '' : `-${again}`}.json`
}

/** Files of one name in a folder before somebody should clear it up. */
const mostAgain = 99

/** Writes a set-up to a new file in a folder; a file that is there stays. */
export function exportSetUp(profile: string, folder: string, setUp: SetUp): Promise<Outcome<{ file: string }>> {
  return orRefused(profile, () => {
    if (folder.includes('\0') || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      return refuse(sentences.noFolder, { folder })
    const text = setUpText(setUp)
    for (let again = 0; ; again++) {
      const file = join(folder, fileNameOf(setUp.checkpoint, again))
      try {
        writeNewFile(file, text, 0o644)
        return { ok: true, file }
      } catch (error) {
        const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
        if (!taken || again === mostAgain) throw error
      }
    }
  })
}

/** The file's text. */
export function setUpText({ checkpoint, trust: { from, fingerprint, certificates } }: SetUp): string {
  const own = from === null || certificates.length === 0 ? {} : { serverAuthority: certificates.join('') }
  const trust = { from: from ?? (fingerprint === null ? null : stick), fingerprint, ...own }
  return `${JSON.stringify({ format: 'chot-set-up-1', checkpoint, trust }, null, 2)}\n`
}

/** Reads such a file. Nothing of it is believed: a person sees it, and compares the fingerprint again. */
export function importSetUp(file: string): Outcome<ImportedSetUp> {
  try {
    const { checkpoint, trust } = v.parse(setUpFileSchema, parseJsonBytes(readNamedFile(file, largest)))
    const serverAuthority = trust.serverAuthority === undefined ? null : resolve(file)
    return {
      ok: true,
      checkpoint,
      trust: { ...trust, from: trust.from === stick ? null : trust.from, serverAuthority },
    }
  } catch (error) {
    const notJson = error instanceof SyntaxError || error instanceof TypeError
    const why = notJson
      ? { vi: 'không phải JSON', en: 'it is not JSON' }
      : { vi: systemReason(error, 'vi'), en: systemReason(error, 'en') }
    return {
      ok: false,
      said: {
        vi: refuse(sentences.unreadable, { file, why: why.vi }).said.vi,
        en: refuse(sentences.unreadable, { file, why: why.en }).said.en,
      },
    }
  }
}
