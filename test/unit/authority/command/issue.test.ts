/** `issue`: from a laboratory's file to signed codes. */
import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issue } from '../../../../authority/command/issue.ts'
import { Failure, UsageError } from '../../../../main/terminal/index.ts'
import { readImage } from '../../../../main/images/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { codesOf } from '../../main/reports/drawn-pdf.ts'
import { contentsOf, pagesOf } from '../../main/reports/read-pdf.ts'
import { fakeTerminal, now, temporaryFolder } from './terminal.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const ed = generateKeyPairSync('ed25519')
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const keyFile = (name: string): string => join(folder, name)
const pem = (key: KeyObject): string | Buffer => key.export({ format: 'pem', type: 'pkcs8' })

const heading = 'Họ và tên;Ngày sinh;Thời điểm lấy mẫu;Phương pháp;Kết quả;Cơ sở;UVCI'
const row = (name: string, changes: { time?: string; identifier?: string } = {}): string =>
  `${name};26/02/1999;${changes.time ?? '03/10/2021 07:30'};RT-PCR;âm tính;CDC Bắc Giang;${changes.identifier ? `01:VN:${changes.identifier}` : ''}`

/** Each run starts threads that draw, which on a busy machine takes its time. */
const busy = { timeout: 60_000 }

let runs = 0
interface Places {
  file: string
  out: string
  authority: string
}
/** A results file, an output folder and an authority of their own. */
function places(...rows: string[]): Places {
  const place = join(folder, String(++runs))
  mkdirSync(place)
  const file = join(place, 'results.csv')
  writeFileSync(file, [heading, ...rows].join('\r\n'))
  return { file, out: join(place, 'out'), authority: join(place, 'authority') }
}

async function run({ file, out, authority }: Places, ...more: string[]) {
  const terminal = fakeTerminal({ CHOT_AUTHORITY_PASSPHRASE: 'a good long passphrase', CHOT_AUTHORITY: authority })
  const status = await issue.run(
    [file, '--out', out, '--zone', '+07:00', '--issuer', 'Sở Y tế', '--key', keyFile('ed.pem'), ...more],
    terminal,
  )
  return { status, ...terminal }
}

const pictures = (out: string, extension = '.png'): string[] =>
  (existsSync(out) ? readdirSync(out) : []).filter((name) => name.endsWith(extension))
const manifest = (out: string): { serial: number; row: number; name: string; identifier: string; files: string[] }[] =>
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

describe('issuing', busy, () => {
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
    expect(pictures(place.out)[0]).toMatch(/^00001-[0-9a-f]{12}\.png$/)
  })

  it('says how many and how fast', async () => {
    const { printed } = await run(places(row('Nguyễn Văn An'), row('Lê Thị Bình')))
    expect(printed).toMatch(/^2 certificates issued in [\d.]+ seconds \(\d+ a second\); 0 were there already\.\n$/)
  })

  it('refuses the whole file for a wrong row, by its line and field', async () => {
    const place = places(row('Nguyễn Văn An'), row('Lê Thị Bình', { time: 'hôm qua' }))
    const { status, complained } = await run(place)
    expect([status, existsSync(place.out)]).toEqual([1, false])
    expect(complained).toContain('line 3, sample time: "hôm qua"')
    expect(complained).toContain('Nothing was issued.')
  })

  it('says a cause once, with the first lines that have it', async () => {
    const wrong = Array.from({ length: 20 }, (_, index) =>
      row('Nguyễn Văn An', { time: `0${1 + (index % 5)}/10/2021` }),
    )
    const { complained } = await run(places(row('Lê Bình'), ...wrong))
    expect(complained.match(/has no time of day/g)).toHaveLength(1)
    expect(complained).toContain('line 3 and 19 more (4, 5, 6, 7, …), sample time: "01/10/2021" has no time of day')
  })

  it('shows what each column was taken for before it issues', async () => {
    expect((await run(places(row('Nguyễn Văn An')))).complained).toContain('A  "Họ và tên" → họ và tên · name\n')
  })

  it('shows which of two columns was taken for the date and which for the time of day', async () => {
    const place = places()
    writeFileSync(
      place.file,
      'Họ và tên;Ngày sinh;Ngày lấy mẫu;Giờ lấy mẫu;Phương pháp;Kết quả;Cơ sở\nNguyễn Văn An;26/02/1999;03/10/2021;7h30;PCR;âm tính;CDC',
    )
    const { status, printed } = await run(place, '--dry-run')
    expect(status).toBe(0)
    expect(printed).toContain('C  "Ngày lấy mẫu" → thời điểm lấy mẫu: ngày · sample time: date\n')
    expect(printed).toContain('D  "Giờ lấy mẫu" → thời điểm lấy mẫu: giờ · sample time: time of day\n')
  })

  it('lists codes, names and serial numbers in the order of the file, for a program and for paper', async () => {
    const names = ['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Văn Công', 'Hồ Thị Dung', 'Vũ Thị Én', 'Bùi Văn Giang']
    const place = places(...names.map((name) => row(name)))
    await run(place)
    expect(manifest(place.out).map(({ serial, row: line, name }) => [serial, line, name])).toEqual(
      names.map((name, index) => [index + 1, index + 2, name]),
    )
    const sheet = readFileSync(join(place.out, 'sheet.html'), 'utf8')
    const entries = [...sheet.matchAll(/<img src="([^"]+)".*?<b>(\d+)\. (.+?)<\/b>/g)]
    expect(entries.map(([, file, serial, name]) => [file, serial, name])).toEqual(
      manifest(place.out).map(({ files, serial, name }) => [files[0], String(serial), name]),
    )
  })

  it.each(['png', 'svg'])(
    'makes one PDF of slips, A6 a result, whose codes read as what was drawn as %s',
    async (kind) => {
      const names = ['Nguyễn Văn An', 'Lê Thị Bình', 'Đặng Thị Ửng']
      const place = places(...names.map((name) => row(name)))
      await run(place, '--picture', kind)
      await run(place, '--picture', kind)
      const slips = readFileSync(join(place.out, 'slips.pdf'))
      expect(contentsOf(slips).map(({ width, height }) => [width, height].map(Math.round))).toEqual(
        names.map(() => [298, 420]),
      )
      const texts = pagesOf(slips).map((lines) => lines.map(({ text }) => text))
      for (const [index, name] of names.entries())
        for (const said of [`Số · No. ${index + 1}`, name.toLocaleUpperCase('vi')]) expect(texts[index]).toContain(said)
      for (const [index, [text = '']] of (await codesOf(slips)).entries())
        expect(decode(text)?.certificate?.holder.name).toBe(names[index])
    },
  )

  it('lets nobody else read the pictures, the sheet, the slips and the list', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    for (const name of [...pictures(place.out), 'manifest.jsonl', 'sheet.html', 'slips.pdf'])
      expect(statSync(join(place.out, name)).mode & 0o777, name).toBe(0o600)
  })

  it('gives the codes of two identifiers that differ anywhere files of their own', async () => {
    const identifiers = ['URN:UVCI:01:VN:SAME123', 'URN:UVCI:02:VN:SAME123', 'A/1', 'A:1', 'A-1', 'A#1']
    const names = ['An', 'Bình', 'Công', 'Dung', 'Giang', 'Hà']
    const place = places(...identifiers.map((identifier, index) => row(`Lê ${names[index]}`, { identifier })))
    await run(place)
    const certificates = []
    for (const { files } of manifest(place.out))
      certificates.push(await certificateIn(join(place.out, files[0] ?? ''), ed.publicKey, null))
    expect(certificates.map((each) => each?.holder.name)).toEqual(names.map((name) => `Lê ${name}`))
    expect(new Set(certificates.map((each) => each?.statement.identifier)).size).toBe(identifiers.length)
  })

  it('lets no name command the terminal: what it refuses it shows on one line', async () => {
    const hostile = ['Lê\u001B[2JAn', 'Lê\u0007 An', 'Lê\u202EnA', 'Lê\u2028VALID: An', 'Lê\u009B31mAn', 'Lê\u0000 An']
    const place = places(...hostile.map((name) => row(name)))
    const { complained } = await run(place)
    const lines = complained.split('\n').filter((each) => each.startsWith('line '))
    expect(lines).toHaveLength(hostile.length)
    expect(complained.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u2028\u202E]/u)
  })

  it('refuses the file where two results have one identifier', async () => {
    const place = places(row('Nguyễn Văn An', { identifier: 'A1' }), row('Lê Thị Bình', { identifier: 'A1' }))
    expect((await run(place)).complained).toContain('line 3, identifier (UVCI): URN:UVCI:01:VN:A1 is used')
    expect(pictures(place.out)).toEqual([])
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

  it('is wrong usage with an issuer of more than one line', async () => {
    await expect(run(places(row('Nguyễn Văn An')), '--issuer', 'Sở\nY tế')).rejects.toThrow(UsageError)
  })
})

describe('a dry run', busy, () => {
  it('prints in both languages what each column was taken for, and issues nothing', async () => {
    const place = places(row('Nguyễn Văn An'))
    const { status, printed } = await run(place, '--dry-run', '--ignore', 'UVCI')
    expect([status, existsSync(place.out), existsSync(place.authority)]).toEqual([0, false, false])
    expect(printed).toContain('  B  "Ngày sinh" → ngày sinh · birth date\n')
    expect(printed).toContain('  G  "UVCI" → bỏ qua · left out\n')
    expect(printed).toContain('All 1 results are understood.')
  })

  it('finds what issuing would find, without a key', async () => {
    const place = places(row('Nguyễn Văn An', { identifier: 'A1' }))
    await run(place)
    writeFileSync(place.file, [heading, row('Lê Thị Bình', { identifier: 'A1' })].join('\n'))
    const terminal = fakeTerminal({ CHOT_AUTHORITY: place.authority })
    expect(await issue.run([place.file, '--dry-run', '--zone', '+07:00'], terminal)).toBe(1)
    expect(terminal.complained).toContain('URN:UVCI:01:VN:A1 is used for another result')
  })
})

describe('dates with the month first', () => {
  it.each([
    ['10/03/2021 07:30', true],
    ['09/30/2021 07:30', false],
  ])('%s: warned of where no date shows it: %s', async (time, warned) => {
    const place = places(row('Nguyễn Văn An', { time }).replace('26/02/1999', '02/03/1999'))
    const { complained } = await run(place, '--date-order', 'month')
    expect(complained.includes('No date in the file shows that the month comes first')).toBe(warned)
  })
})

describe('a template', busy, () => {
  it.each(['template.csv', 'template.xlsx'])(
    '%s has headings that are all understood, and is never written over',
    async (name) => {
      const file = join(folder, name)
      const terminal = fakeTerminal()
      expect(await issue.run(['--template', file], terminal)).toBe(0)
      expect(await issue.run([file, '--dry-run'], terminal).catch((error: Failure) => error.in('en'))).toBe(
        'There are no results in the file.',
      )
      await expect(issue.run(['--template', file], terminal)).rejects.toMatchObject({ code: 'EEXIST' })
    },
  )

  it('is described by a list of all headings', async () => {
    const terminal = fakeTerminal()
    await issue.run(['--columns'], terminal)
    expect(terminal.printed).toContain('birth date: "Ngày sinh", ')
  })
})

describe('issuing again', busy, () => {
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
    const place = places(row('Nguyễn Văn An'), row('Lê Thị Bình', { identifier: 'A2' }))
    const second = `00002-${createHash('sha256').update('URN:UVCI:01:VN:A2').digest('hex').slice(0, 12)}`
    mkdirSync(join(place.out, `${second}.png.part`), { recursive: true })
    await expect(run(place)).rejects.toThrow(Failure)
    expect(manifest(place.out).map(({ name }) => name)).toEqual(['Nguyễn Văn An'])
    rmdirSync(join(place.out, `${second}.png.part`))
    await run(place)
    expect(manifest(place.out).map(({ serial, name }) => [serial, name])).toEqual([
      [1, 'Nguyễn Văn An'],
      [2, 'Lê Thị Bình'],
    ])
  })

  it('says that a corrected result leaves the old certificate to be revoked', async () => {
    const place = places(row('Lê Thi Bình'), row('Trần Bình'))
    await run(place)
    const [old] = manifest(place.out)
    writeFileSync(place.file, [heading, row('Lê Thị Bình'), row('Trần Bình')].join('\n'))
    const { complained } = await run(place)
    expect(complained).toContain(`line 2: looks like a correction of certificate ${old?.identifier}`)
    expect(complained.match(/looks like/g)).toHaveLength(1)
  })
})

describe('everything an authority ever issued', busy, () => {
  it('has no identifier twice, in whatever folder', async () => {
    const [first, second] = [
      places(row('Nguyễn Văn An', { identifier: 'A1' })),
      places(row('Lê Bình', { identifier: 'A1' })),
    ]
    await run(first)
    const { status, complained } = await run({ ...second, authority: first.authority })
    expect([status, existsSync(join(second.out, 'manifest.jsonl'))]).toEqual([1, false])
    expect(complained).toContain('URN:UVCI:01:VN:A1 is used for another result')
  })

  it('has one identifier for one result, in whatever folder', async () => {
    const place = places(row('Nguyễn Văn An'))
    await run(place)
    const again = { ...place, out: `${place.out}-again` }
    await run(again, '--again')
    expect(manifest(again.out)[0]?.identifier).toBe(manifest(place.out)[0]?.identifier)
  })

  it('is not issued once more into another folder without a word of it', async () => {
    const place = places(row('Nguyễn Văn An'), row('Lê Bình'))
    await run(place)
    const other = { ...place, out: `${place.out}-other` }
    for (const more of [[], ['--dry-run']]) {
      const { status, complained } = await run(other, ...more)
      expect([status, pictures(other.out)]).toEqual([1, []])
      expect(complained).toContain(`its certificate already: ${manifest(place.out)[0]?.identifier}, issued at `)
      expect(complained).toContain(`into ${place.out}. Print that one again`)
      expect(complained.match(/already/g)).toHaveLength(1)
    }
    expect((await run(other, '--again')).status).toBe(0)
    expect((await run(other)).printed).toContain('2 were there already')
  })

  it('is not added to while its ledger is damaged', async () => {
    const place = places(row('Nguyễn Văn An'))
    mkdirSync(place.authority)
    writeFileSync(join(place.authority, 'issued.txt'), 'URN:UVCI:01:VN:A1 damaged\n')
    await expect(run(place)).rejects.toMatchObject({ code: 'ledger-damaged' })
  })

  it('is not lost with a line of the ledger that a power cut left half-written', async () => {
    const place = places(row('Nguyễn Văn An'))
    mkdirSync(place.authority)
    writeFileSync(join(place.authority, 'issued.txt'), 'URN:UVCI:01:VN:HALF 00')
    await run(place)
    expect(readFileSync(join(place.authority, 'issued.txt'), 'utf8')).toMatch(/^URN:UVCI:01:VN:[A-Z2-7]{26} [^\n]+\n$/)
  })
})

describe('two runs at once', busy, () => {
  it('on one folder: the second is refused, and nothing is certified twice', async () => {
    const place = places(row('Nguyễn Văn An'), row('Lê Thị Bình'))
    const other = { ...place, authority: `${place.authority}-other` }
    const ends = await Promise.allSettled([run(place), run(other)])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const [refused] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Failure] : []))
    expect(refused?.code).toBe('authority-busy')
    expect(manifest(place.out)).toHaveLength(2)
  })

  it('on one authority: the second is refused', async () => {
    const place = places(row('Nguyễn Văn An'))
    const ends = await Promise.allSettled([run(place), run({ ...place, out: `${place.out}-other` })])
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })
})

describe('a link that somebody planted', busy, () => {
  const victim = join(folder, 'victim')
  const identifier = 'URN:UVCI:01:VN:A1'
  const picture = `00001-${createHash('sha256').update(identifier).digest('hex').slice(0, 12)}.png`

  it.each([`${picture}.part`, picture, 'sheet.html.part', 'sheet.html', 'slips.pdf.part', 'slips.pdf'])(
    'as %s is replaced, not followed',
    async (name) => {
      const place = places(row('Nguyễn Văn An', { identifier: 'A1' }))
      writeFileSync(victim, 'untouched')
      mkdirSync(place.out)
      symlinkSync(victim, join(place.out, name))
      await run(place)
      expect(readFileSync(victim, 'utf8')).toBe('untouched')
      expect(lstatSync(join(place.out, picture)).isFile()).toBe(true)
    },
  )

  it.each(['manifest.jsonl', 'lock.sqlite'])('as %s stops the run', async (name) => {
    const place = places(row('Nguyễn Văn An'))
    writeFileSync(victim, '')
    mkdirSync(place.out)
    symlinkSync(victim, join(place.out, name))
    await expect(run(place)).rejects.toThrow(Failure)
    expect(readFileSync(victim, 'utf8')).toBe('')
  })

  it('as a second name of another file is not added to', async () => {
    const place = places(row('Nguyễn Văn An'))
    writeFileSync(victim, '')
    mkdirSync(place.out)
    linkSync(victim, join(place.out, 'manifest.jsonl'))
    await expect(run(place)).rejects.toThrow(Failure)
    expect(readFileSync(victim, 'utf8')).toBe('')
  })
})

it.skipIf(process.platform === 'win32')(
  'a pipe in place of the results is no file, and is not waited for',
  async () => {
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const terminal = fakeTerminal()
    await expect(issue.run([pipe, '--dry-run', '--zone', '+07:00'], terminal)).rejects.toThrow(Failure)
  },
)
