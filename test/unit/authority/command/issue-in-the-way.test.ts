/** `issue` where another run is at work, or somebody has planted something where it writes. */
import { createHash } from 'node:crypto'
import { linkSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../../main/terminal/index.ts'
import { folder, row, busy, places, run, manifest } from './issuing.ts'

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
