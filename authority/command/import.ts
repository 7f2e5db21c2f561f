/** `chot-authority import`: takes over keys from lists that others publish, if their signatures hold. */
import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { readClock } from '../../shared/certificate/moment.ts'
import { say } from '../../shared/language/say.ts'
import { readAustrianList } from '../import/austrian-list.ts'
import { readCertificateFiles } from '../import/certificate-files.ts'
import { readGermanList } from '../import/german-list.ts'
import type { ImportedList } from '../import/imported-list.ts'
import { readFingerprint, readSigner, type Pin } from '../import/list-signer.ts'
import { mergeKeys, workingKeysSchema } from '../import/merge-keys.ts'
import { readSwedishList } from '../import/swedish-list.ts'
import { readVciSnapshot } from '../import/vci-snapshot.ts'
import { writeDurably } from '../repository/durable-write.ts'
import { openHome } from '../repository/home.ts'
import type { Command } from './command.ts'
import { Failure, UsageError } from './failure.ts'
import { readArguments } from './read-arguments.ts'

const usage = `  import dsc-list FILE --signer FILE
  import trust-list FILE --signer FILE|--fingerprint SHA256 [--at ISO-TIME]
  import trust-list FILE --signature FILE --signer FILE [--at ISO-TIME]
  import vci FILE --signature FILE --signer FILE
  import pem FILE|FOLDER
      Takes over the keys of the German list; of the Swedish one (JWS) or the Austrian one (CBOR, its signature beside
      it); of a VCI snapshot; or certificates that you vouch for. --signer is the key or certificate of who signs the
      list, got in another way than the list itself.
`

const kinds = ['dsc-list', 'trust-list', 'vci', 'pem'] as const
type Kind = (typeof kinds)[number]

const sentences = {
  vi: {
    done: '{source}: {added} khóa thêm mới, {replaced} thay thế, {unchanged} như cũ, {withdrawn} rút khỏi danh sách, {refused} không dùng được. Nay có {total} khóa.',
    added: 'thêm',
    replaced: 'thay thế',
    withdrawn: 'rút',
    refused: 'không dùng được',
  },
  en: {
    done: '{source}: {added} keys added, {replaced} replaced, {unchanged} as they were, {withdrawn} withdrawn, {refused} refused. There are now {total} keys.',
    added: 'added',
    replaced: 'replaced',
    withdrawn: 'withdrawn',
    refused: 'refused',
  },
} as const

const options = {
  authority: { type: 'string' },
  signer: { type: 'string' },
  fingerprint: { type: 'string' },
  signature: { type: 'string' },
  at: { type: 'string' },
} as const

type Values = ReturnType<typeof readArguments<typeof options>>['values']

function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`this list needs --${option}`)
  return value
}

function signerOf({ signer }: Values): KeyObject {
  const file = needed(signer, 'signer')
  return readSigner(readFileSync(file), file)
}

function pinOf(values: Values): Pin {
  if (values.fingerprint === undefined) return { key: signerOf(values) }
  const fingerprint = readFingerprint(values.fingerprint)
  if (fingerprint === null) throw new UsageError('--fingerprint takes the 64 hexadecimal digits of a SHA-256')
  return { fingerprint }
}

function timeOf({ at }: Values, now: number): number {
  const time = at === undefined ? now : readClock(at)
  if (time === null) throw new UsageError(`--at is not an ISO 8601 time: ${at}`)
  return time
}

function readList(kind: Kind, path: string, values: Values, now: number): ImportedList {
  switch (kind) {
    case 'dsc-list':
      return readGermanList(readFileSync(path), signerOf(values))
    case 'trust-list': {
      const at = timeOf(values, now)
      if (values.signature === undefined) return readSwedishList(readFileSync(path), pinOf(values), at)
      return readAustrianList(readFileSync(path), readFileSync(values.signature), signerOf(values), at)
    }
    case 'vci':
      return readVciSnapshot(readFileSync(path), readFileSync(needed(values.signature, 'signature')), signerOf(values))
    case 'pem':
      return readCertificateFiles(path)
  }
}

function readWorking(file: string): v.InferOutput<typeof workingKeysSchema> {
  if (!existsSync(file)) return { keys: [] }
  try {
    return v.parse(workingKeysSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Failure(
      'working-keys-damaged',
      {
        vi: 'Không đọc được {file} của cơ quan phát hành. Khôi phục từ bản sao lưu; chưa nhập khóa nào.',
        en: 'The authority’s own {file} cannot be read. Restore it from its backup; no key was taken.',
      },
      { file },
      { cause: error },
    )
  }
}

/** What a list is called among an entry's sources. */
function sourceOf(kind: Kind, { signature }: Values): string {
  return kind === 'trust-list' && signature !== undefined ? 'trust-list-cbor' : kind
}

export const importKeys: Command = {
  usage,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    const [name, path, ...rest] = positionals
    const kind = kinds.find((known) => known === name)
    if (!kind || path === undefined || rest.length > 0)
      throw new UsageError(`import takes ${kinds.join(', ')} and one file`)
    const home = openHome(values.authority, terminal.env)
    const list = readList(kind, path, values, terminal.now())
    const file = join(home.working, 'keys.json')
    const working = readWorking(file)
    const source = sourceOf(kind, values)
    const merged = mergeKeys(working.keys, list.entries, source, kind !== 'pem')
    writeDurably(file, `${JSON.stringify({ ...working, keys: merged.keys }, null, 1)}\n`)
    const words = sentences[terminal.locale]
    for (const { name: refused, why } of list.refused) terminal.complain(`${words.refused}: ${refused}: ${why}\n`)
    for (const each of merged.withdrawn) terminal.complain(`${words.withdrawn}: ${each}\n`)
    for (const each of merged.replaced) terminal.print(`${words.replaced}: ${each}\n`)
    for (const each of merged.added) terminal.print(`${words.added}: ${each}\n`)
    const counts = {
      source,
      added: merged.added.length,
      replaced: merged.replaced.length,
      unchanged: merged.unchanged,
      withdrawn: merged.withdrawn.length,
      refused: list.refused.length,
      total: merged.keys.length,
    }
    terminal.print(`${say(terminal.locale, words.done, counts)}\n`)
    return 0
  },
}
