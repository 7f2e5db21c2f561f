/** The sealed files of role keys, in the authority's folder and wherever else their holders keep them. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { makeFolder, writeDurably } from './durable-write.ts'
import { failure } from './failures.ts'
import { sealedSchema, type Passphrase } from './passphrase.ts'
import { roleKey, type Role, type RoleKey } from './role-key.ts'

const fileSchema = v.strictObject({
  format: v.literal(1),
  keyid: v.string(),
  role: v.string(),
  ...sealedSchema.entries,
})

/** Opens role keys with a passphrase. */
export class KeyRing {
  private readonly folders: readonly string[]
  private readonly passphrase: Passphrase

  /** @param folders the first is where new keys are put */
  constructor(folders: readonly [string, ...string[]], passphrase: Passphrase) {
    this.folders = folders
    this.passphrase = passphrase
  }

  /** Identifiers of the keys whose private halves lie in these folders; needs no passphrase. */
  static listFiles(folders: readonly string[]): Set<string> {
    const there = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder))
    return new Set(there.flatMap((name) => /^([0-9a-f]{64})\.json$/.exec(name)?.[1] ?? []))
  }

  /** Seals a new key into the first folder. */
  add(key: RoleKey, role: Role): void {
    const folder = this.folders[0]!
    makeFolder(folder, 0o700)
    const file = { format: 1, keyid: key.keyid, role, ...this.passphrase.seal(key.privateKey, key.keyid) }
    writeDurably(join(folder, `${key.keyid}.json`), `${JSON.stringify(file, null, 1)}\n`, 0o600)
  }

  /** Removes a key's private half wherever it lies. */
  remove(keyid: string): void {
    for (const folder of this.folders) rmSync(join(folder, `${keyid}.json`), { force: true })
  }

  /**
   * Opens the keys of a role that are at hand, at least `threshold` of them.
   * @throws Failure `keys-missing`, `wrong-passphrase`, `key-file-damaged`
   */
  open(role: Role, keyids: readonly string[], threshold: number): RoleKey[] {
    const held = KeyRing.listFiles(this.folders)
    const atHand = keyids.filter((keyid) => held.has(keyid))
    if (atHand.length < threshold) throw failure('keys-missing', { role, needed: threshold, found: atHand.length })
    return atHand.map((keyid) => this.read(keyid))
  }

  private read(keyid: string): RoleKey {
    const folder = this.folders.find((each) => existsSync(join(each, `${keyid}.json`))) ?? ''
    const file = join(folder, `${keyid}.json`)
    let content: v.InferOutput<typeof fileSchema>
    try {
      content = v.parse(fileSchema, parseJsonBytes(readNamedFile(file)))
    } catch (error) {
      throw failure('key-file-damaged', { file }, { cause: error })
    }
    const privateKey = this.passphrase.open(content, keyid)
    if (!privateKey) throw failure('wrong-passphrase', { file })
    const key = roleKey(privateKey)
    if (key.keyid !== keyid) throw failure('key-file-damaged', { file })
    return key
  }
}
