/** Keys of the authority's own that sign certificates: private halves sealed, public halves in the working keys.json. */
import { createPublicKey } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { newSigningKey, publicJwk, signingKey, type SigningKey } from '../signing-key.ts'
import { makeFolder, writeDurably } from './durable-write.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import { sealedSchema, type Passphrase } from './passphrase.ts'

/** What may be signed with: EdDSA unless a reader needs ES256. */
export const issuerAlgorithms = ['EdDSA', 'ES256'] as const
export type IssuerAlgorithm = (typeof issuerAlgorithms)[number]

export const usages = ['test', 'vaccination', 'recovery'] as const
export type Usage = (typeof usages)[number]

/** Who signs, and what checkpoints shall believe it for. */
export interface IssuerIdentity {
  issuer: string
  /** ISO 3166, two letters. */
  country: string
  usage: Usage[]
}

const fileSchema = v.strictObject({
  format: v.literal(1),
  kid: v.pipe(v.string(), v.base64()),
  algorithm: v.picklist(issuerAlgorithms),
  issuer: v.string(),
  country: v.string(),
  ...sealedSchema.entries,
})

const keySetSchema = v.looseObject({
  keys: v.array(v.looseObject({ kid: v.optional(v.string()), sources: v.optional(v.unknown()) })),
})
type KeySet = v.InferOutput<typeof keySetSchema>

/** The name of the file of an issuer's key. `kid` in base64. */
export const issuerFileName = (kid: string): string => `${Buffer.from(kid, 'base64').toString('hex')}.json`

function readKeySet(home: Home): KeySet {
  const file = join(home.working, 'keys.json')
  if (!existsSync(file)) return { keys: [] }
  try {
    return v.parse(keySetSchema, parseJsonBytes(readNamedFile(file)))
  } catch (error) {
    throw failure('target-unusable', { file: 'keys.json' }, { cause: error })
  }
}

function writeKeySet(home: Home, keySet: KeySet): void {
  writeDurably(join(home.working, 'keys.json'), `${JSON.stringify(keySet, null, 1)}\n`)
}

/**
 * Makes a key that signs certificates and puts its public half into the working keys.json; checkpoints believe it
 * from the next publication on.
 */
export function addIssuerKey(
  home: Home,
  passphrase: Passphrase,
  algorithm: IssuerAlgorithm,
  identity: IssuerIdentity,
): SigningKey {
  const key = newSigningKey(algorithm)
  const { issuer, country } = identity
  const keySet = readKeySet(home)
  const kid = key.kid.toString('base64')
  const file = { format: 1, kid, algorithm, issuer, country, ...passphrase.seal(key.privateKey, kid) }
  makeFolder(home.issuers, 0o700)
  writeDurably(join(home.issuers, issuerFileName(kid)), `${JSON.stringify(file, null, 1)}\n`, 0o600)
  writeKeySet(home, { ...keySet, keys: [...keySet.keys, publicJwk(key, { issuer, country, usage: identity.usage })] })
  return key
}

/** What is known of an issuer key without its passphrase. */
export interface IssuerKeyFile {
  /** Base64, as in keys.json. */
  kid: string
  algorithm: IssuerAlgorithm
  issuer: string
  country: string
}

function readFile(file: string): v.InferOutput<typeof fileSchema> {
  try {
    return v.parse(fileSchema, parseJsonBytes(readNamedFile(file)))
  } catch (error) {
    throw failure('key-file-damaged', { file }, { cause: error })
  }
}

/**
 * The issuer keys whose private halves are at hand, in the order in which they were made: keys.json lists them so.
 * @param folders where they may lie beside the authority's own folder, sticks for some
 * @throws Failure `key-file-damaged`, `target-unusable`
 */
export function listIssuerKeys(home: Home, folders: readonly string[] = []): IssuerKeyFile[] {
  const names = [home.issuers, ...folders]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => ({ folder, name })))
    .filter(({ name }) => /^[0-9a-f]{16}\.json$/.test(name))
  const keys = names.map(({ folder, name }) => {
    const { kid, algorithm, issuer, country } = readFile(join(folder, name))
    return { kid, algorithm, issuer, country }
  })
  const listed = readKeySet(home).keys.map(({ kid }) => kid)
  const place = ({ kid }: IssuerKeyFile): number => (listed.includes(kid) ? listed.indexOf(kid) : listed.length)
  const once = new Map(keys.map((key) => [key.kid, key]))
  return [...once.values()].toSorted((one, other) => place(one) - place(other))
}

/**
 * The identifiers of keys in the working keys.json that no imported list vouches for: the authority's own, whether or not
 * their private halves are at hand. One that was lost is retired too.
 */
export function ownKeyIdentifiers(home: Home): string[] {
  return readKeySet(home).keys.flatMap(({ kid, sources }) => (kid === undefined || sources !== undefined ? [] : [kid]))
}

/**
 * Opens an issuer key to sign certificates with.
 * @param kid base64, as `listIssuerKeys` gives it
 * @param folders as `listIssuerKeys` has them
 * @throws Failure `no-such-key`, `wrong-passphrase`, `key-file-damaged`
 */
export function openIssuerKey(
  home: Home,
  passphrase: Passphrase,
  kid: string,
  folders: readonly string[] = [],
): SigningKey {
  const files = [home.issuers, ...folders].map((folder) => join(folder, issuerFileName(kid)))
  const file = files.find((each) => existsSync(each))
  if (file === undefined) throw failure('no-such-key', { key: kid })
  const content = readFile(file)
  const privateKey = passphrase.open(content, content.kid)
  if (!privateKey) throw failure('wrong-passphrase', { file })
  const key = signingKey(content.algorithm, { privateKey, publicKey: createPublicKey(privateKey) })
  if (key.kid.toString('base64') !== content.kid) throw failure('key-file-damaged', { file })
  return key
}

/**
 * Retires an issuer key: its private half is destroyed, and what it signed before `now` stays good, because
 * checkpoints ask whether the key was valid when it signed.
 * @param now epoch milliseconds
 * @param folders as `listIssuerKeys` has them
 */
export function retireIssuerKey(home: Home, kid: string, now: number, folders: readonly string[] = []): void {
  const keySet = readKeySet(home)
  const notAfter = new Date(now).toISOString()
  writeKeySet(home, { ...keySet, keys: keySet.keys.map((key) => (key.kid === kid ? { ...key, notAfter } : key)) })
  for (const folder of [home.issuers, ...folders]) rmSync(join(folder, issuerFileName(kid)), { force: true })
}
