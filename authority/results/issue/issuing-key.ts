/** The key that signs results: one of the authority's own, or one from a PEM file. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { readNamedFile } from '../../../main/files/index.ts'
import { Failure } from '../../../main/terminal/index.ts'
import type { Terminal } from '../../../main/terminal/index.ts'
import { readPassphrase } from '../../command/passphrase.ts'
import { openHome } from '../../repository/home.ts'
import {
  issuerFileName,
  listIssuerKeys,
  openIssuerKey,
  type IssuerAlgorithm,
  type IssuerKeyFile,
} from '../../repository/issuer-keys.ts'
import { shownText } from '../../../shared/language/shown-text.ts'
import { signingKey, type SigningKey } from '../../signing-key.ts'

/** A key that was chosen, and whose it is as far as that is known; `open` asks for its passphrase. */
export interface ChosenKey {
  authority: string | null
  country: string | null
  /** @throws Failure where it does not open */
  open: () => Promise<SigningKey>
}

/** How to choose the key. */
export interface KeyChoice {
  home: string | undefined
  /** A PKCS #8 file in PEM, or one of the authority's keys: its identifier, how that begins, or its file. */
  key: string | undefined
  /** Folders that may hold keys of the authority beside its own. */
  folders: readonly string[]
  /** Who issues; chooses among the authority's keys where it names the issuer of one. */
  issuer: string | undefined
  /** Undefined: that of a key that is named, else EdDSA. */
  algorithm: IssuerAlgorithm | undefined
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): IssuerAlgorithm | null {
  if (asymmetricKeyType === 'ed25519') return 'EdDSA'
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ES256' : null
}

/** The passphrase of a PEM file that has one (RFC 7468 §11, RFC 1421 §4.6.1.1); null where it has none or none is told. */
async function passphraseOf(pem: Buffer, file: string, terminal: Terminal): Promise<string | null> {
  if (!pem.includes('ENCRYPTED')) return null
  const question = { vi: `Mật khẩu của ${file}: `, en: `Passphrase of ${file}: ` }[terminal.locale]
  return terminal.env['CHOT_AUTHORITY_PASSPHRASE'] ?? terminal.askSecret(question)
}

async function readPrivateKey(file: string, terminal: Terminal): Promise<KeyObject> {
  const pem = readNamedFile(file)
  const passphrase = await passphraseOf(pem, file, terminal)
  try {
    return createPrivateKey({ key: pem, format: 'pem', ...(passphrase === null ? {} : { passphrase }) })
  } catch (error) {
    throw new Failure(
      'key-unreadable',
      {
        vi: 'Không mở được khóa {file}. Cần tệp PEM (PKCS #8) và đúng mật khẩu của nó (CHOT_AUTHORITY_PASSPHRASE).',
        en: 'The key {file} cannot be opened. It must be PEM (PKCS #8), and its passphrase the right one (CHOT_AUTHORITY_PASSPHRASE).',
      },
      { file },
      { cause: error },
    )
  }
}

async function openFile(file: string, algorithm: IssuerAlgorithm, terminal: Terminal): Promise<SigningKey> {
  const privateKey = await readPrivateKey(file, terminal)
  if (algorithmOf(privateKey) !== algorithm) {
    throw new Failure(
      'key-algorithm',
      {
        vi: 'Khóa {file} không dùng cho {algorithm}. Chọn --algorithm đúng với khóa.',
        en: 'The key {file} is not for {algorithm}. Give the --algorithm of the key.',
      },
      { file, algorithm },
    )
  }
  return signingKey(algorithm, { privateKey, publicKey: createPublicKey(privateKey) })
}

/** Fewer characters do not name a key. */
const leastBeginning = 6

/** Whether text names this key: as `key list` prints it, as its file is called, or how either begins. */
function names(text: string, { kid }: IssuerKeyFile): boolean {
  const file = issuerFileName(kid)
  return basename(text) === file || (text.length >= leastBeginning && [kid, file].some((name) => name.startsWith(text)))
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase()

/** Says what is wrong, then the keys at hand, one a line: each is a value of its own, since values are kept on one line. */
function issuerKeyFailure(
  { vi, en }: { vi: string; en: string },
  values: Record<string, string | number>,
  all: readonly IssuerKeyFile[],
): Failure {
  const lines = all.map((_, index) => `\n  {key${index}}`).join('') || ' –'
  const listed = all.map(
    ({ kid, algorithm, issuer }, index) => [`key${index}`, `${kid} ${algorithm} ${shownText(issuer)}`] as const,
  )
  return new Failure(
    'issuer-key',
    { vi: `${vi} Các khóa hiện có:${lines}`, en: `${en} The keys at hand:${lines}` },
    { ...values, ...Object.fromEntries(listed) },
  )
}

function noKeyOf(issuer: string, all: readonly IssuerKeyFile[]): Failure {
  return issuerKeyFailure(
    {
      vi: 'Không có khóa nào của nơi cấp "{issuer}". Chọn bằng --issuer TÊN đúng như dưới đây; để ghi tên khác trên chứng nhận, chọn khóa bằng --key MÃ-KHÓA.',
      en: 'No key is of the issuer "{issuer}". Choose with --issuer NAME as below; to write another name on certificates, choose the key with --key KID.',
    },
    { issuer },
    all,
  )
}

function noOneKey(fitting: readonly IssuerKeyFile[], all: readonly IssuerKeyFile[]): Failure {
  return issuerKeyFailure(
    {
      vi: 'Có {count} khóa ký chứng nhận đúng với yêu cầu, cần đúng một. Chọn bằng --issuer TÊN hoặc --key MÃ-KHÓA; thêm khóa bằng "key add issuer".',
      en: '{count} keys that sign certificates fit; one is needed. Choose with --issuer NAME or --key KID; "key add issuer" adds one.',
    },
    { count: fitting.length },
    all,
  )
}

/**
 * The key that is meant. Of several of one issuer the oldest: a key that replaces it signs once it is retired, when
 * checkpoints have long known it, or when it is named.
 */
function meantKey(all: readonly IssuerKeyFile[], { key, issuer, algorithm }: KeyChoice): IssuerKeyFile {
  const wanted = algorithm ?? (key === undefined ? 'EdDSA' : undefined)
  const able = all.filter((each) => wanted === undefined || each.algorithm === wanted)
  const named = key === undefined ? able : able.filter((each) => names(key, each))
  const theirs = issuer === undefined ? [] : named.filter((each) => plain(each.issuer) === plain(issuer))
  const fitting = theirs.length > 0 ? theirs : named
  const [first] = fitting
  const oneIssuer = fitting.every((each) => each.issuer === first?.issuer && each.country === first.country)
  if (issuer !== undefined && first && theirs.length === 0 && !oneIssuer) throw noKeyOf(issuer, all)
  if (!first || !oneIssuer || (key !== undefined && fitting.length > 1)) throw noOneKey(fitting, all)
  return first
}

/**
 * Chooses the key to sign with, without opening it.
 * @throws Failure where none is meant, or keys of several issuers
 */
export function chooseIssuingKey(choice: KeyChoice, terminal: Terminal): ChosenKey {
  const { key: file, folders } = choice
  const own = file === undefined || /^[0-9a-f]{16}\.json$/.test(basename(file))
  if (!own && (statSync(file, { throwIfNoEntry: false }) || /\.(?:pem|key)$/i.test(file)))
    return { authority: null, country: null, open: () => openFile(file, choice.algorithm ?? 'EdDSA', terminal) }
  const home = openHome(choice.home, terminal.env)
  const { kid, issuer, country } = meantKey(listIssuerKeys(home, folders), choice)
  return {
    authority: issuer,
    country,
    open: async () => openIssuerKey(home, await readPassphrase(terminal), kid, folders),
  }
}
