/**
 * The shell's side of the program behind the screen: starts its process, hears what it has to say, and starts it again when
 * it ends unasked. The page in the window finds the new one by itself.
 */
import type { SystemSeal } from '../shell/index.ts'
import { remedyFor } from './crash-rule.ts'
import type { News, Order } from './program-message.ts'
import { answerSeal } from './seal-by-shell.ts'

/** The part of Electron's `UtilityProcess` that is used. `Port` is what a page is reached by. */
export interface ProgramProcess<Port> {
  postMessage(order: Order, ports?: Port[]): void
  on(event: 'message', hear: (news: News) => void): unknown
  once(event: 'exit', hear: (status: number) => void): unknown
}

/** What the shell does about it. */
export interface ProgramHearer {
  opened: () => void
  /** The profile cannot be opened; `sentence` is for whoever started the program. */
  refused: (sentence: string) => void
  settings: (news: Extract<News, { kind: 'settings' }>['settings']) => void
  log: (line: string) => void
  /** The operating system's keeping, which only this process can ask for. */
  system: SystemSeal
  /** It is gone; unless it was asked to, it is started again. */
  ended: () => void
  /** It ended too often to be started again. */
  givenUp: () => void
}

/** A program that is kept running. */
export interface Program<Port> {
  /** Gives a page's port to it. */
  join(port: Port): void
  /** Lets it close the profile and waits until it has. */
  close(): Promise<void>
}

/** Starts the program, and keeps it running until `close`. `order` is given to each process once. */
export function startProgram<Port>(
  fork: () => ProgramProcess<Port>,
  order: Extract<Order, { kind: 'open' }>,
  hear: ProgramHearer,
  now: () => number = Date.now,
): Program<Port> {
  const ends: number[] = []
  const closed = Promise.withResolvers<void>()
  let closing = false
  let current: ProgramProcess<Port>

  function start(): void {
    let refused = false
    const program = (current = fork())
    program.on('message', (news) => {
      if (news.kind === 'opened') hear.opened()
      else if (news.kind === 'log') hear.log(news.line)
      else if (news.kind === 'settings') hear.settings(news.settings)
      else if (news.kind === 'closed') closed.resolve()
      else if (news.kind === 'seal' || news.kind === 'unseal')
        void answerSeal(news, hear.system).then((answer) => program.postMessage(answer))
      else {
        refused = true
        hear.refused(news.sentence)
      }
    })
    program.once('exit', (status) => {
      closed.resolve()
      hear.ended()
      if (!closing && !refused) mend(status)
    })
    program.postMessage(order)
  }

  function mend(status: number): void {
    ends.push(now())
    const remedy = remedyFor(ends, now())
    hear.log(
      `The program ended with status ${status}; ${remedy.do === 'reload' ? 'start it again' : 'start all over'}.`,
    )
    if (remedy.do === 'relaunch') return hear.givenUp()
    setTimeout(() => void (closing || start()), remedy.delay)
  }

  start()
  return {
    join: (port) => current.postMessage({ kind: 'page' }, [port]),
    close() {
      closing = true
      current.postMessage({ kind: 'close' })
      return closed.promise
    },
  }
}
