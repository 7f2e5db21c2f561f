/** What `issue` shows before it issues anything: how it reads the file, and how a file has to look. */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { issue } from '../../../../authority/command/issue.ts'
import { Failure } from '../../../../main/terminal/index.ts'
import { fakeTerminal } from './terminal.ts'
import { folder, heading, row, busy, places, run } from './issuing.ts'

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

it.skipIf(process.platform === 'win32')(
  'a pipe in place of the results is no file, and is not waited for',
  async () => {
    const pipe = join(folder, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const terminal = fakeTerminal()
    await expect(issue.run([pipe, '--dry-run', '--zone', '+07:00'], terminal)).rejects.toThrow(Failure)
  },
)
