/** Whether a passphrase is the one that the authority's keys are sealed with: no key is sealed under a mistyped one. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { failure } from './failures.ts'
import { sealedSchema, type Passphrase } from './passphrase.ts'

/** A role's key file names its key by `keyid`, an issuer's by `kid`. */
const fileSchema = v.looseObject({
  keyid: v.optional(v.string()),
  kid: v.optional(v.string()),
  ...sealedSchema.entries,
})
type KeyFile = v.InferOutput<typeof fileSchema>

/** A damaged one answers null: it says nothing about the passphrase, and whoever needs that key is told. */
function readKeyFile(file: string): KeyFile | null {
  try {
    return v.parse(fileSchema, parseJsonBytes(readNamedFile(file)))
  } catch {
    return null
  }
}

/** How many key files are tried: each may cost a derivation, and a stick may hold anything. */
const mostTried = 16

/**
 * Tries the passphrase on the keys that are there. One that opens is enough: others may have been sealed otherwise.
 * @param folders where key files may lie
 * @throws Failure `wrong-passphrase` where there are keys and it opens none
 */
export function demandKnownPassphrase(folders: readonly string[], passphrase: Passphrase): void {
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /^(?:[0-9a-f]{64}|[0-9a-f]{16})\.json$/.test(basename(file)))
  const keys = files.slice(0, mostTried).flatMap((file) => readKeyFile(file) ?? [])
  const [first] = files
  if (first === undefined || keys.length === 0) return
  if (keys.some((key) => passphrase.open(key, key.keyid ?? key.kid ?? '') !== null)) return
  throw failure('wrong-passphrase', { file: first })
}
