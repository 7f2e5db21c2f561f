/** A laboratory's file, an output folder and an authority of their own, and what `issue` makes of them. */
import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { issue } from '../../../../authority/command/issue.ts'
import { readImage } from '../../../../main/images/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { fakeTerminal, temporaryFolder } from './terminal.ts'

// Several files share this module, so that none of them may take it away from the others.
export const folder = temporaryFolder()
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

export const ed = generateKeyPairSync('ed25519')
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const keyFile = (name: string): string => join(folder, name)
const pem = (key: KeyObject): string | Buffer => key.export({ format: 'pem', type: 'pkcs8' })

export const heading = 'Họ và tên;Ngày sinh;Thời điểm lấy mẫu;Phương pháp;Kết quả;Cơ sở;UVCI'
export const row = (name: string, changes: { time?: string; identifier?: string } = {}): string =>
  `${name};26/02/1999;${changes.time ?? '03/10/2021 07:30'};RT-PCR;âm tính;CDC Bắc Giang;${changes.identifier ? `01:VN:${changes.identifier}` : ''}`

/** Each run starts threads that draw, which on a busy machine takes its time. */
export const busy = { timeout: 60_000 }

let runs = 0
export interface Places {
  file: string
  out: string
  authority: string
}
/** A results file, an output folder and an authority of their own. */
export function places(...rows: string[]): Places {
  const place = join(folder, String(++runs))
  mkdirSync(place)
  const file = join(place, 'results.csv')
  writeFileSync(file, [heading, ...rows].join('\r\n'))
  return { file, out: join(place, 'out'), authority: join(place, 'authority') }
}

export async function run({ file, out, authority }: Places, ...more: string[]) {
  const terminal = fakeTerminal({ CHOT_AUTHORITY_PASSPHRASE: 'a good long passphrase', CHOT_AUTHORITY: authority })
  const status = await issue.run(
    [file, '--out', out, '--zone', '+07:00', '--issuer', 'Sở Y tế', '--key', keyFile('ed.pem'), ...more],
    terminal,
  )
  return { status, ...terminal }
}

export const pictures = (out: string, extension = '.png'): string[] =>
  (existsSync(out) ? readdirSync(out) : []).filter((name) => name.endsWith(extension))
export const manifest = (
  out: string,
): { serial: number; row: number; name: string; identifier: string; files: string[] }[] =>
  readFileSync(join(out, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What a picture's code says, if `key` signed it. */
export async function certificateIn(picture: string, key: KeyObject, hash: 'sha256' | null) {
  const read = await readImage(readFileSync(picture))
  const decoded = decode(read.ok ? (read.texts[0] ?? '') : '')
  const { signed, signature } = decoded?.envelope ?? { signed: Buffer.alloc(0), signature: Buffer.alloc(0) }
  return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature) ? (decoded?.certificate ?? null) : null
}

writeFileSync(keyFile('ed.pem'), pem(ed.privateKey))
const locked = ec.privateKey.export({
  format: 'pem',
  type: 'pkcs8',
  cipher: 'aes-256-cbc',
  passphrase: 'a good long passphrase',
})
writeFileSync(keyFile('ec.pem'), locked)
