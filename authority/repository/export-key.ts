/** A key's private half, sealed as it is, moved off to a stick of its own. */
import { lstatSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolder, writeNew } from './durable-write.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import { issuerFileName } from './issuer-keys.ts'
import { isWithin, readPlainFile } from './plain-file.ts'

/**
 * Moves the file of a key. The original goes only when what was written reads back the same.
 * @param key base64 of an issuer's, hexadecimal of a role's
 * @returns where it is now
 * @throws Failure `key-not-here`, `export-folder`, `export-taken`, `export-unverified`
 */
export function exportKey(home: Home, { issuer, key }: { issuer: boolean; key: string }, folder: string): string {
  const name = issuer ? issuerFileName(key) : `${key}.json`
  const from = issuer ? home.issuers : home.keys
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true || isWithin(folder, home.folder))
    throw failure('export-folder', { folder })
  const original = join(from, name)
  const bytes = readPlainFile(original)
  if (bytes === null) throw failure('key-not-here', { key })
  const copy = join(folder, name)
  // One that is there is the same where a run was broken off before the original went.
  if (lstatSync(copy, { throwIfNoEntry: false }) === undefined) writeNew(copy, bytes, 0o600)
  else if (readPlainFile(copy)?.equals(bytes) !== true) throw failure('export-taken', { file: copy })
  if (readPlainFile(copy)?.equals(bytes) !== true) throw failure('export-unverified', { file: copy })
  rmSync(original)
  syncFolder(from)
  return copy
}
