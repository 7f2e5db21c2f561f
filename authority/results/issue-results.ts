/** Issues a certificate for each result of a file, as many at a time as there are processors. */
import { join } from 'node:path'
import { issueHc1 } from '../issue-hc1.ts'
import type { SigningKey } from '../signing-key.ts'
import type { DrawPool } from './draw-pool.ts'
import type { FieldFault } from './faults.ts'
import { fileNameOf, fingerprint, type Manifest } from './manifest.ts'
import { newIdentifier, readResult, testPayload, type Defaults, type LabResult } from './result.ts'
import type { Place, Row } from './row.ts'

/** Kinds of picture. */
export const pictures = ['png', 'svg'] as const
export type Picture = (typeof pictures)[number]

/** What certificates of one run have in common. */
export interface Issuing extends Defaults {
  key: SigningKey
  /** Who issues, in words (`is`). */
  authority: string
  /** How long a certificate's envelope is valid, milliseconds. How long the result counts is the checkpoint's to say. */
  lifetime: number
  folder: string
  pictures: readonly Picture[]
}

/** Where a run stands. `already`: issued on an earlier run, or the same row twice. */
export interface Tally {
  issued: number
  already: number
  refused: number
}

/** What a run tells while it goes on. */
export interface Listener {
  refused(place: Place, faults: readonly FieldFault[]): void
  progress(tally: Readonly<Tally>): void
}

/** Chooses the identifier: the row's own, that of a broken-off run, or a new one; null where it is another result's. */
function identifierFor(
  result: LabResult,
  print: string,
  manifest: Manifest,
  used: ReadonlyMap<string, string>,
  country: string,
): string | null {
  const identifier = result.identifier ?? manifest.identifierOf(print) ?? newIdentifier(country)
  const holder = used.get(identifier) ?? manifest.resultOf(identifier)
  return holder === null || holder === print ? identifier : null
}

/**
 * Issues what has not been issued. A row that is wrong is refused and does not hold up the others; a certificate is in
 * the manifest once its pictures are on disk.
 * @throws Error where a file cannot be written: the run ends there and can be taken up again
 */
export async function issueResults(
  rows: readonly Row[],
  issuing: Issuing,
  manifest: Manifest,
  pool: DrawPool,
  listener: Listener,
): Promise<Tally> {
  const { key, country, authority, now, lifetime, folder } = issuing
  const kid = key.kid.toString('base64')
  const issuedAt = Math.floor(now / 1000) * 1000
  const expiresAt = issuedAt + lifetime
  const times = { issuedAt: new Date(issuedAt).toISOString(), expiresAt: new Date(expiresAt).toISOString() }
  const tally: Tally = { issued: 0, already: 0, refused: 0 }
  const used = new Map<string, string>()
  const seen = new Set<string>()
  const running = new Set<Promise<void>>()
  let failed: unknown = null
  const refuse = (place: Place, faults: readonly FieldFault[]): void => {
    tally.refused++
    listener.refused(place, faults)
  }

  const issue = async (id: number, result: LabResult, print: string, identifier: string): Promise<void> => {
    const name = fileNameOf(identifier)
    const file = (picture: Picture): string | null =>
      issuing.pictures.includes(picture) ? join(folder, `${name}.${picture}`) : null
    try {
      const payload = testPayload(result, { identifier, country, authority })
      const text = issueHc1({ issuer: country, issuedAt, expiresAt, payload }, key)
      await pool.draw({ id, text, png: file('png'), svg: file('svg') })
      const files = issuing.pictures.map((picture) => `${name}.${picture}`)
      manifest.add({ identifier, result: print, kid, ...times, files })
      tally.issued++
      listener.progress(tally)
    } catch (error) {
      failed ??= error
    }
  }

  for (const [id, row] of rows.entries()) {
    const read = readResult(row, issuing)
    if (!read.ok) {
      refuse(row.place, read.faults)
      continue
    }
    const print = fingerprint(read.value)
    if (seen.has(print) || manifest.find(print, kid, issuing.pictures)) {
      tally.already++
      continue
    }
    seen.add(print)
    const identifier = identifierFor(read.value, print, manifest, used, country)
    if (identifier === null) {
      refuse(row.place, [
        { field: 'identifier', code: 'identifier-taken', values: { value: read.value.identifier ?? '' } },
      ])
      continue
    }
    used.set(identifier, print)
    await pool.ready()
    if (failed !== null) break
    const drawing = issue(id, read.value, print, identifier).finally(() => running.delete(drawing))
    running.add(drawing)
  }
  await Promise.all(running)
  if (failed !== null) throw failed
  return tally
}
