/** `issue`: from a laboratory's file to signed codes. */
import { generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue } from '../../../../authority/command/issue.ts'
import { Failure, UsageError } from '../../../../authority/command/failure.ts'
import { readImage } from '../../../../main/images/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { fakeTerminal, now, temporaryFolder } from './terminal.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const ed = generateKeyPairSync('ed25519')
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const keyFile = (name: string): string => join(folder, name)
const pem = (key: KeyObject): string | Buffer => key.export({ format: 'pem', type: 'pkcs8' })

const heading = 'Họ và tên;Ngày sinh;Thời điểm lấy mẫu;Phương pháp;Kết quả;Cơ sở;Mã số'
const row = (name: string, changes: { time?: string; identifier?: string } = {}): string =>
  `${name};26/02/1999;${changes.time ?? '03/10/2021 07:30'};RT-PCR;âm tính;CDC Bắc Giang;${changes.identifier ?? ''}`

let runs = 0
/** A results file and an output folder of their own. */
function places(...rows: string[]): { file: string; out: string } {
  const place = join(folder, String(++runs))
  mkdirSync(place)
  const file = join(place, 'results.csv')
  writeFileSync(file, [heading, ...rows].join('\r\n'))
  return { file, out: join(place, 'out') }
}

async function run({ file, out }: { file: string; out: string }, ...more: string[]) {
  const terminal = fakeTerminal({ CHOT_AUTHORITY_PASSPHRASE: 'a good long passphrase' })
  const status = await issue.run(
    [file, '--out', out, '--zone', '+07:00', '--issuer', 'Sở Y tế', '--key', keyFile('ed.pem'), ...more],
    terminal,
  )
  return { status, ...terminal }
}

const pictures = (out: string, extension = '.png'): string[] =>
  readdirSync(out).filter((name) => name.endsWith(extension))
const manifest = (out: string): { identifier: string; files: string[] }[] =>
  readFileSync(join(out, 'manifest.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** What a picture's code says, if `key` signed it. */
async function certificateIn(picture: string, key: KeyObject, hash: 'sha256' | null) {
  const read = await readImage(readFileSync(picture))
  const decoded = decode(read.ok ? (read.texts[0] ?? '') : '')
  const { signed, signature } = decoded?.envelope ?? { signed: Buffer.alloc(0), signature: Buffer.alloc(0) }
  return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature) ? (decoded?.certificate ?? null) : null
}

beforeAll(() => {
  writeFileSync(keyFile('ed.pem'), pem(ed.privateKey))
  const locked = ec.privateKey.export({
    format: 'pem',
    type: 'pkcs8',
    cipher: 'aes-256-cbc',
    passphrase: 'a good long passphrase',
  })
  writeFileSync(keyFile('ec.pem'), locked)
})

describe('issuing', () => {
  it('makes a picture whose code is the result, signed', async () => {
    const place = places(row('Nguyễn Văn An'))
    expect((await run(place)).status).toBe(0)
    const [picture = ''] = pictures(place.out)
    expect(await certificateIn(join(place.out, picture), ed.publicKey, null)).toMatchObject({
      holder: { name: 'Nguyễn Văn An', birthDate: '1999-02-26' },
      statement: {
        result: 'negative',
        method: 'naat',
        centre: 'CDC Bắc Giang',
        authority: 'Sở Y tế',
        identifier: manifest(place.out)[0]?.identifier,
      },
      issuedAt: now,
      expiresAt: now + 7 * 86_400_000,
    })
  })

  it('signs with ES256 on request, with a key under a passphrase', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place, '--algorithm', 'ES256', '--key', keyFile('ec.pem'))
    const [picture = ''] = pictures(place.out)
    expect(await certificateIn(join(place.out, picture), ec.publicKey, 'sha256')).toMatchObject({
      holder: { name: 'Nguyễn Văn An' },
    })
  })

  it('makes PNG and SVG when both are asked for', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place, '--picture', 'png', '--picture', 'svg')
    const [svg = ''] = pictures(place.out, '.svg')
    expect(pictures(place.out)).toEqual([svg.replace('.svg', '.png')])
    expect(readFileSync(join(place.out, svg), 'utf8')).toMatch(/^<svg [^]*<\/svg>\n$/)
  })

  it('names no person in file names', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    expect(pictures(place.out)[0]).toMatch(/^VN_[A-Z2-7]{26}\.png$/)
  })

  it('says how many and how fast', async () => {
    const { printed } = await run(places(row('Nguyễn Văn An'), row('Lê Thị Bình')))
    expect(printed).toMatch(
      /^2 certificates issued in [\d.]+ seconds \(\d+ a second\); 0 were there already; 0 refused\.\n$/,
    )
  })

  it('refuses a wrong row by its line and field, and issues the others', async () => {
    const place = places(row('Nguyễn Văn An'), row('Lê Thị Bình', { time: 'hôm qua' }))
    const { status, complained } = await run(place)
    expect([status, pictures(place.out).length]).toEqual([1, 1])
    expect(complained).toContain('line 3, sample time: "hôm qua"')
  })

  it('refuses the second of two results with one identifier', async () => {
    const place = places(row('Nguyễn Văn An', { identifier: 'A1' }), row('Lê Thị Bình', { identifier: 'A1' }))
    const { complained } = await run(place)
    expect(complained).toContain('line 3, identifier: URN:UVCI:01:VN:A1 is used')
    expect(manifest(place.out)).toHaveLength(1)
  })

  it('does not mix up two identifiers that differ in a separator', async () => {
    const place = places(row('Nguyễn Văn An', { identifier: 'A/1' }), row('Lê Thị Bình', { identifier: 'A:1' }))
    await run(place)
    expect(pictures(place.out)).toHaveLength(2)
  })

  it('signs nothing with a key of another algorithm, or one that does not open', async () => {
    await expect(run(places(row('Nguyễn Văn An')), '--algorithm', 'ES256')).rejects.toMatchObject({
      code: 'key-algorithm',
    })
    writeFileSync(keyFile('damaged.pem'), 'no key')
    await expect(run(places(row('Nguyễn Văn An')), '--key', keyFile('damaged.pem'))).rejects.toMatchObject({
      code: 'key-unreadable',
    })
  })

  it('is wrong usage with a zone that is none', async () => {
    await expect(run(places(row('Nguyễn Văn An')), '--zone', 'Hanoi')).rejects.toThrow(UsageError)
  })
})

describe('issuing again', () => {
  it('issues nothing twice', async () => {
    const place = places(row('Nguyễn Văn An'), row('Lê Thị Bình'))
    await run(place)
    const before = manifest(place.out)
    expect((await run(place)).printed).toContain('0 certificates issued')
    expect(manifest(place.out)).toEqual(before)
  })

  it('issues what was added since', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    writeFileSync(place.file, [heading, row('Trần Bình'), row('Nguyễn Văn An')].join('\n'))
    expect((await run(place)).printed).toMatch(/^1 certificates .* 1 were there already/)
  })

  it('draws a picture that is gone again, under the same identifier', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    const [picture = ''] = pictures(place.out)
    unlinkSync(join(place.out, picture))
    await run(place)
    expect(pictures(place.out)).toEqual([picture])
    expect(statSync(join(place.out, picture)).size).toBeGreaterThan(0)
  })

  it('goes on after a manifest line that was cut off', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    const file = join(place.out, 'manifest.jsonl')
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, `${whole}{"identifier":"URN`)
    writeFileSync(place.file, [heading, row('Nguyễn Văn An'), row('Trần Bình')].join('\n'))
    await run(place)
    expect(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}')),
    ).toHaveLength(2)
  })

  it('keeps what was issued when the disk refuses more', async () => {
    const place = places(row('Nguyễn Văn An', { identifier: 'A1' }), row('Lê Thị Bình', { identifier: 'A2' }))
    mkdirSync(join(place.out, 'VN_A2.png.part'), { recursive: true })
    await expect(run(place)).rejects.toThrow(Failure)
    expect(manifest(place.out).map(({ identifier }) => identifier)).toEqual(['URN:UVCI:01:VN:A1'])
  })
})
