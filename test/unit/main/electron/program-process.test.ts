import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { News, Order } from '../../../../main/electron/program-message.ts'
import { startProgram, type Program, type ProgramProcess } from '../../../../main/electron/program-process.ts'

/** A process that does nothing by itself. */
class Process implements ProgramProcess<string> {
  readonly orders: [Order['kind'], ...string[]][] = []
  readonly answers: Order[] = []
  private readonly events = new EventEmitter()
  postMessage(order: Order, ports: string[] = []): void {
    this.orders.push([order.kind, ...ports])
    if (order.kind === 'sealed') this.answers.push(order)
  }
  on(event: 'message', hear: (news: News) => void): void {
    this.events.on(event, hear)
  }
  once(event: 'exit', hear: (status: number) => void): void {
    this.events.once(event, hear)
  }
  say(news: News): void {
    this.events.emit('message', news)
  }
  exit(status: number): void {
    this.events.emit('exit', status)
  }
}

const order: Extract<Order, { kind: 'open' }> = {
  kind: 'open',
  profile: '/profile',
  version: '1.0.0',
  keys: {
    journalKey: new Uint8Array(32),
    kioskKey: new Uint8Array(32),
    commandKey: new Uint8Array(32),
    officerKey: new Uint8Array(32),
  },
  settings: { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' },
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function started(): { processes: Process[]; program: Program<string>; heard: string[] } {
  const processes: Process[] = []
  const heard: string[] = []
  const fork = (): Process => {
    const next = new Process()
    processes.push(next)
    return next
  }
  const program = startProgram(fork, order, {
    opened: () => void heard.push('opened'),
    refused: (sentence) => void heard.push(`refused: ${sentence}`),
    settings: ({ theme }) => void heard.push(`theme ${theme}`),
    log: (line) => void heard.push(line),
    system: { seal: async (text) => Buffer.from(text), unseal: async () => null },
    ended: () => void heard.push('ended'),
    givenUp: () => void heard.push('given up'),
  })
  return { processes, program, heard }
}

test('it is told to open the profile, and its news are heard', () => {
  const { processes, heard } = started()
  processes[0]?.say({ kind: 'opened' })
  processes[0]?.say({ kind: 'log', line: 'a line' })
  processes[0]?.say({ kind: 'settings', settings: { ...order.settings, theme: 'night' } })
  expect(processes[0]?.orders).toEqual([['open']])
  expect(heard).toEqual(['opened', 'a line', 'theme night'])
})

test('a process that ends unasked is started again after a pause, and pages join the new one', async () => {
  const { processes, program, heard } = started()
  processes[0]?.say({ kind: 'opened' })
  processes[0]?.exit(5)
  expect(processes).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(500)
  expect(processes).toHaveLength(2)
  program.join('a port')
  expect(processes[1]?.orders).toEqual([['open'], ['page', 'a port']])
  expect(heard).toEqual(['opened', 'ended', 'The program ended with status 5; start it again.'])
})

test('one that ends again and again is given up', async () => {
  const { processes, heard } = started()
  for (let end = 0; end < 6; end++) {
    processes.at(-1)?.exit(1)
    await vi.advanceTimersByTimeAsync(60_000)
  }
  expect(processes).toHaveLength(6)
  expect(heard.at(-1)).toBe('given up')
})

test('a profile that is refused is not tried again', async () => {
  const { processes, heard } = started()
  processes[0]?.say({ kind: 'refused', sentence: 'the profile is in use' })
  processes[0]?.exit(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(processes).toHaveLength(1)
  expect(heard).toEqual(['refused: the profile is in use', 'ended'])
})

test('closing waits until the profile is closed, and starts nothing again', async () => {
  const { processes, program } = started()
  processes[0]?.say({ kind: 'opened' })
  const closed = program.close()
  expect(processes[0]?.orders.at(-1)).toEqual(['close'])
  processes[0]?.say({ kind: 'closed' })
  processes[0]?.exit(0)
  await closed
  await vi.advanceTimersByTimeAsync(60_000)
  expect(processes).toHaveLength(1)
})

test('closing does not wait for a process that is gone', async () => {
  const { processes, program } = started()
  const closed = program.close()
  processes[0]?.exit(9)
  await closed
  expect(processes).toHaveLength(1)
})

test('what it asks of the operating system is answered, by the number that it asked under', async () => {
  const { processes } = started()
  processes[0]?.say({ kind: 'seal', request: 7, text: 'x' })
  processes[0]?.say({ kind: 'unseal', request: 8, sealed: new Uint8Array() })
  await vi.advanceTimersByTimeAsync(0)
  expect(processes[0]?.answers).toEqual([
    { kind: 'sealed', request: 7, answer: Buffer.from('x') },
    { kind: 'sealed', request: 8, answer: null },
  ])
})
