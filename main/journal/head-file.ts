/**
 * `heads.jsonl`: the signed heads once more, outside the journal's own file, so that they outlive its being cut short or
 * put back to an older copy. They name nobody.
 */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { codeOf } from './open-database.ts'
import { signedHeadSchema, type SignedHead } from './signed-head.ts'

const fileIn = (folder: string): string => join(folder, 'heads.jsonl')

/** Appends a head and waits until it is on disk. Throws where the disk will not take it. */
export function appendHead(folder: string, head: SignedHead): void {
  // A line that a power cut tore is closed off by the line feed in front.
  appendFileSync(fileIn(folder), `\n${JSON.stringify(head)}\n`, { flush: true, mode: 0o600 })
}

/** The heads in the file, oldest first. A line that holds none, as a power cut may leave, counts as `unreadable`. */
export function readHeads(folder: string): { heads: SignedHead[]; unreadable: number } {
  let text = ''
  try {
    text = readFileSync(fileIn(folder), 'utf8')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const lines = text.split('\n').filter((line) => line !== '')
  const heads = lines.map(readHead).filter((head) => head !== null)
  return { heads, unreadable: lines.length - heads.length }
}

/** A head from its JSON text; null where the text is none. */
export function readHead(text: string): SignedHead | null {
  try {
    const read = v.safeParse(signedHeadSchema, JSON.parse(text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
