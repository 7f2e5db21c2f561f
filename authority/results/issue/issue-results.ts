/** Issues a certificate for each result of a file, as many at a time as there are processors. */
import { join } from 'node:path'
import { issueHc1 } from '../../issue-hc1.ts'
import type { SigningKey } from '../../signing-key.ts'
import type { Assigned } from './assign-identifiers.ts'
import type { DrawPool } from '../paper/draw-pool.ts'
import { fileNameOf, type Manifest } from './manifest.ts'
import { testPayload } from '../result/result.ts'

/** Kinds of picture. */
export const pictures = ['png', 'svg'] as const
export type Picture = (typeof pictures)[number]

/** What certificates of one run have in common. */
export interface Issuing {
  key: SigningKey
  /** Who issues, in words (`is`). */
  authority: string
  /** ISO 3166 alpha-2. */
  country: string
  /** How long a certificate's envelope is valid, milliseconds. How long the result counts is the checkpoint's to say. */
  lifetime: number
  folder: string
  /** Name of the results file, for the manifest. */
  file: string
  pictures: readonly Picture[]
  /** Epoch milliseconds. */
  now: number
}

/** Where a run stands. `already`: issued on an earlier run. */
export interface Tally {
  issued: number
  already: number
}

/**
 * Issues what has not been issued. A certificate is in the manifest once its pictures are on disk, and those before it.
 * @param assigned results in the order of the file, whose identifiers are reserved
 * @param progress is told where the run stands
 * @throws Error where a file cannot be written: the run ends there and can be taken up again
 */
export async function issueResults(
  assigned: readonly Assigned[],
  issuing: Issuing,
  manifest: Manifest,
  pool: DrawPool,
  progress: (tally: Readonly<Tally>) => void,
): Promise<Tally> {
  const { key, country, authority, now, lifetime, folder, file } = issuing
  const kid = key.kid.toString('base64')
  const issuedAt = Math.floor(now / 1000) * 1000
  const expiresAt = issuedAt + lifetime
  const times = { issuedAt: new Date(issuedAt).toISOString(), expiresAt: new Date(expiresAt).toISOString() }
  const tally: Tally = { issued: 0, already: 0 }
  let failed: unknown = null
  /** Codes are drawn in any order; lines are written one after the other. */
  let written: Promise<void> = Promise.resolve()

  const issue = async (id: number, { place, result, identifier, print }: Assigned): Promise<void> => {
    const before = written
    const serial = manifest.serialFor(print)
    const name = fileNameOf(serial, identifier)
    const path = (picture: Picture): string | null =>
      issuing.pictures.includes(picture) ? join(folder, `${name}.${picture}`) : null
    const payload = testPayload(result, { identifier, country, authority })
    const text = issueHc1({ issuer: country, issuedAt, expiresAt, payload }, key)
    const drawn = pool.draw({ id, text, png: path('png'), svg: path('svg') })
    // Where it fails, those before it are still finished and listed: it is told of when its turn comes.
    drawn.catch(() => undefined)
    await before
    await drawn
    manifest.add({
      serial,
      file,
      row: place.number,
      name: `${result.name.family.written} ${result.name.given.written}`.trim(),
      birthDate: result.birthDate,
      sampledAt: result.sampled.text,
      identifier,
      result: print,
      kid,
      ...times,
      files: issuing.pictures.map((picture) => `${name}.${picture}`),
    })
    tally.issued++
    progress(tally)
  }

  for (const [id, each] of assigned.entries()) {
    if (manifest.find(each.print, kid, issuing.pictures)) {
      tally.already++
      continue
    }
    await pool.ready()
    if (failed !== null) break
    written = issue(id, each)
    written.catch((error: unknown) => (failed ??= error))
  }
  await written
  return tally
}
