/** How a tool ends: with one sentence, whatever goes wrong, and with none where nobody reads any more. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable, Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chotAuthority } from '../../../../authority/command/commands.ts'
import { chot } from '../../../../main/command/commands.ts'
import {
  defineCommand,
  Failure,
  runTool,
  status,
  type Machine,
  type Terminal,
  type Tool,
} from '../../../../main/terminal/index.ts'

/** A tool with one command that does as told. */
function toolThat(act: (terminal: Terminal) => Promise<void> | void): Tool {
  const both = { vi: 'thử', en: 'try' }
  const attempt = defineCommand({
    summary: both,
    about: both,
    options: { depth: { type: 'string', value: 'N', says: both } } as const,
    statuses: { 0: both },
    async run(_words, _values, terminal) {
      await act(terminal)
      return 0
    },
  })
  return { name: 'tool', version: '1', summary: both, about: both, commands: new Map([['attempt', attempt]]) }
}

class Sink extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

/** A stream that refuses what is written to it, after so many bytes. */
function refusing(code: string, after = 0): Writable {
  let taken = 0
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      taken += chunk.length
      done(taken > after ? Object.assign(new Error(code), { code, syscall: 'write' }) : null)
    },
  })
}

async function run(tool: Tool, args: readonly string[], machine: Partial<Machine> = {}) {
  const [output, errors] = [new Sink(), new Sink()]
  const ended = await runTool(tool, args, {
    input: Readable.from([]),
    output,
    errors,
    env: {},
    now: () => 0,
    ...machine,
  })
  return { status: ended, printed: output.text, complained: errors.text }
}

const throwing = (error: unknown): Tool =>
  toolThat(() => {
    throw error
  })

const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: x`), { code, syscall: 'open', path: '/a/place' })

describe('what goes wrong is one sentence with a status of its own', () => {
  test.each([
    ['a failure', new Failure('x', { vi: 'hỏng', en: 'broken' }), 1, 'tool: hỏng\n'],
    ['a failure of a file', new Failure('x', { vi: 'hỏng', en: '' }, {}, { status: 66 }), 66, 'tool: hỏng\n'],
    ['no such file', systemError('ENOENT'), 71, /^tool: .*\/a\/place: không có tệp.*\.\n$/],
    ['a full disk', systemError('ENOSPC'), 71, /^tool: .*đĩa đầy.*\.\n$/],
  ])('%s', async (_what, error, ends, sentence) => {
    const ran = await run(throwing(error), ['attempt'])
    expect(ran.status).toBe(ends)
    expect(ran.complained).toMatch(sentence instanceof RegExp ? sentence : new RegExp(`^${sentence}$`))
  })

  test('a fault of ours is told from all of them, with what IT needs', async () => {
    const ran = await run(throwing(new TypeError('nobody thought of this')), ['attempt'])
    expect(ran.status).toBe(70)
    expect(ran.complained).toMatch(/^tool: lỗi của chương trình.*\nTypeError: nobody thought of this\n {4}at /)
  })
})

describe('wrong usage is said in the reader’s language, with the page of the command that was meant', () => {
  test.each([
    [[], 'tool: thiếu tên lệnh\nXem: tool help\n'],
    [['--lang', 'en'], 'tool: a command is missing\nSee: tool help\n'],
    [['atempt'], 'tool: không có lệnh "atempt"; có phải "tool attempt" không?\nXem: tool help\n'],
    [['attempt', '--deptj', '3'], 'tool: không có tùy chọn --deptj; có phải --depth không?\nXem: tool help attempt\n'],
    [['attempt', '--depth'], 'tool: thiếu giá trị: --depth N\nXem: tool help attempt\n'],
    [['attempt', 'x', '--lang=en'], 'tool: this command takes no arguments, "x" was given\nSee: tool help attempt\n'],
    [['--lang', 'fr', 'attempt'], /--lang nhận vi\|en, không nhận "fr"/],
    [['--lang'], /thiếu giá trị: --lang vi\|en/],
    [['attempt', '--help=yes'], /--help không nhận giá trị/],
    [['help', 'nothing'], /không có lệnh "nothing"/],
  ])('%j', async (args, sentence) => {
    const ran = await run(
      toolThat(() => undefined),
      args,
    )
    expect(ran.status).toBe(64)
    if (typeof sentence === 'string') expect(ran.complained).toBe(sentence)
    else expect(ran.complained).toMatch(sentence)
  })

  test('the language comes from the environment where the command line names none', async () => {
    const ran = await run(chot, ['verify'], { env: { CHOT_LANG: 'en' } })
    expect(ran.complained).toBe('chot: verify needs a FILE or TEXT\nSee: chot help verify\n')
    expect((await run(chot, ['verify', '--lang', 'vi'], { env: { CHOT_LANG: 'en' } })).complained).toContain('thiếu')
  })
})

describe('where nobody reads', () => {
  test('it ends quietly, and never with the status of an answer', async () => {
    const ran = await run(
      toolThat(({ print }) => print('x')),
      ['attempt'],
      { output: refusing('EPIPE') },
    )
    expect(ran).toMatchObject({ status: status.unread, complained: '' })
  })

  test('a command that prints without end ends, and what it has begun is put away', async () => {
    let printed = 0
    let putAway = false
    const endless = toolThat(async ({ drained, print }) => {
      try {
        for (;;) {
          print('line\n'.repeat(10_000))
          printed++
          await drained()
        }
      } finally {
        putAway = true
      }
    })
    const ran = await run(endless, ['attempt'], { output: refusing('EPIPE', 100_000) })
    expect([ran.status, ran.complained, putAway]).toEqual([status.unread, '', true])
    expect(printed).toBeLessThan(20)
  })

  test('a command that waits for more lines to answer ends', async () => {
    const input = new PassThrough()
    const echo = toolThat(async ({ drained, input: lines, print }) => {
      for await (const chunk of lines) {
        print(String(chunk))
        await drained()
      }
    })
    input.write('one')
    expect((await run(echo, ['attempt'], { input, output: refusing('EPIPE') })).status).toBe(status.unread)
  })

  test('what is being changed is changed to its end', async () => {
    let done = false
    const ran = await run(
      toolThat(async ({ print }) => {
        print('begun')
        await new Promise(setImmediate)
        print('going on')
        done = true
      }),
      ['attempt'],
      { output: refusing('EPIPE') },
    )
    expect([ran.status, done]).toEqual([status.unread, true])
  })

  test('a full disk is a sentence, and another status', async () => {
    const ran = await run(
      toolThat(({ print }) => print('x')),
      ['attempt'],
      { output: refusing('ENOSPC') },
    )
    expect(ran.status).toBe(status.output)
    expect(ran.complained).toMatch(/^tool: không ghi được kết quả ra \(đĩa đầy\).*\n$/)
  })

  test('of complaints neither, the status is still that of the answer', async () => {
    const ran = await run(throwing(new Failure('x', { vi: 'a', en: 'b' })), ['attempt'], { errors: refusing('EPIPE') })
    expect(ran.status).toBe(1)
  })
})

test('nothing that is printed commands the terminal, and JSON keeps its value', async () => {
  const hostile = '\u001B[2J\u009B31m\u0007\u202Eabc\u2028\u2066\r'
  const ran = await run(
    toolThat(({ complain, print }) => {
      print(`${JSON.stringify({ hostile })}\n`)
      complain(hostile)
    }),
    ['attempt'],
  )
  expect(ran.printed + ran.complained).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202E\u2066-\u2069]/u)
  expect(JSON.parse(ran.printed)).toEqual({ hostile })
})

describe('the programs themselves', () => {
  const checkout = join(import.meta.dirname, '../../../..')
  const programs = { chot: 'main/cli.ts', 'chot-authority': 'authority/cli.ts' } as const

  async function start(program: keyof typeof programs, args: string[], stdout: 'pipe' | number) {
    const child = spawn(process.execPath, [join(checkout, programs[program]), ...args], {
      stdio: ['ignore', stdout, 'pipe'],
    })
    let complained = ''
    child.stderr?.on('data', (chunk: Buffer) => (complained += chunk.toString('utf8')))
    // Nobody reads: the pipe is closed before anything is written to it.
    child.stdout?.destroy()
    const [ended]: [number | null] = (await once(child, 'close')) as [number | null]
    return { ended, complained }
  }

  test('a fault that nobody waited for is told from an answer too', () => {
    const frame = pathToFileURL(join(checkout, 'main/terminal/index.ts')).href
    const program = `
      import { defineCommand, runOnProcess } from '${frame}'
      const both = { vi: 'thử', en: 'try' }
      const run = async () => { setImmediate(() => { throw new TypeError('later') }); return 0 }
      const attempt = defineCommand({ summary: both, about: both, options: {}, statuses: { 0: both }, run })
      await runOnProcess({ name: 'tool', version: '1', summary: both, about: both, commands: new Map([['attempt', attempt]]) })`
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', 'x', 'attempt'], {
      encoding: 'utf8',
    })
    expect(ran.status).toBe(status.fault)
    expect(ran.stderr).toMatch(/^tool: lỗi của chương trình.*\nTypeError: later\n/)
  })

  const calls = [chot, chotAuthority].map((tool) => tool.name as keyof typeof programs)

  test.each(calls)('%s says nothing of a pipe that is closed', async (program) => {
    expect(await start(program, ['help', 'statuses'], 'pipe')).toEqual({ ended: status.unread, complained: '' })
  })

  test.skipIf(!existsSync('/dev/full')).each(calls)('%s says in a sentence that the disk is full', async (program) => {
    const full = openSync('/dev/full', 'w')
    const ran = await start(program, ['help', 'statuses'], full)
    closeSync(full)
    expect(ran.ended).toBe(status.output)
    expect(ran.complained).toMatch(/^chot\S*: không ghi được kết quả ra \(đĩa đầy\)[^\n]*\n$/)
  })
})

test('any value printed as JSON is one line that commands nothing, and is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ stringUnit: 'binary' }), async (value) => {
      const { printed } = await run(
        toolThat(({ print }) => print(`${JSON.stringify(value)}\n`)),
        ['attempt'],
      )
      expect(printed).not.toMatch(/[^\P{Cc}\n]|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u)
      expect(printed.split('\n')).toHaveLength(2)
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
