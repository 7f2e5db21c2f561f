/** `issue`: from a laboratory's file to signed codes. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../../main/terminal/index.ts'
import { decode } from '../../../../shared/certificate/decode.ts'
import { codesOf } from '../../main/reports/drawn-pdf.ts'
import { contentsOf, pagesOf } from '../../main/reports/read-pdf.ts'
import { now } from './terminal.ts'
import { ed, ec, keyFile, row, busy, places, run, pictures, manifest, certificateIn } from './issuing.ts'

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
