/** `issue` on what was issued before: nothing is certified twice, and nothing is lost. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../main/terminal/index.ts'
import { heading, row, busy, places, run, pictures, manifest } from './issuing.ts'

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
