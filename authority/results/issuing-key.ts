/** The key that signs results: one of the authority's own, or one from a PEM file. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Failure } from '../command/failure.ts'
import type { Terminal } from '../../main/terminal/index.ts'
import { readPassphrase } from '../command/passphrase.ts'
import { openHome } from '../repository/home.ts'
import { listIssuerKeys, openIssuerKey, type IssuerAlgorithm } from '../repository/issuer-keys.ts'
import { signingKey, type SigningKey } from '../signing-key.ts'

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
  /** A PKCS #8 file in PEM; undefined: a key of the authority's folder. */
  file: string | undefined
  algorithm: IssuerAlgorithm
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
  const pem = readFileSync(file)
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

/**
 * Chooses the key to sign with, without opening it.
 * @throws Failure where there is none of that algorithm, or several
 */
export function chooseIssuingKey({ home: folder, file, algorithm }: KeyChoice, terminal: Terminal): ChosenKey {
  if (file !== undefined) return { authority: null, country: null, open: () => openFile(file, algorithm, terminal) }
  const home = openHome(folder, terminal.env)
  const fitting = listIssuerKeys(home).filter((key) => key.algorithm === algorithm)
  const [first] = fitting
  if (!first || fitting.length > 1) {
    throw new Failure(
      'issuer-key',
      {
        vi: 'Thư mục có {count} khóa {algorithm} để ký chứng nhận, cần đúng một. Thêm bằng "key add issuer", ngừng khóa cũ bằng "key retire", hoặc chỉ tệp bằng --key.',
        en: 'The authority has {count} {algorithm} keys to sign certificates with; one is needed. Add one ("key add issuer"), retire others ("key retire"), or name a file (--key).',
      },
      { count: fitting.length, algorithm },
    )
  }
  const { kid, issuer, country } = first
  return {
    authority: issuer,
    country,
    open: async () => openIssuerKey(home, await readPassphrase(terminal), kid),
  }
}
