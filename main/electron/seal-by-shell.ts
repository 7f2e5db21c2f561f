/** The operating system's keeping of secrets, for the program, which asks the shell for it by messages. */
import type { SystemSeal } from '../app.ts'
import type { News, Order } from './program-message.ts'

type Asked = Extract<News, { kind: 'seal' | 'unseal' }>
type Answer = Extract<Order, { kind: 'sealed' }>

/** The program's end: `hear` takes the shell's answers. */
export function sealByShell(say: (news: News) => void): SystemSeal & { hear: (answer: Answer) => void } {
  const waiting = new Map<number, (answer: Answer['answer']) => void>()
  let last = 0
  const ask = (news: (request: number) => Asked): Promise<Answer['answer']> => {
    const request = ++last
    const { promise, resolve } = Promise.withResolvers<Answer['answer']>()
    waiting.set(request, resolve)
    say(news(request))
    return promise
  }
  return {
    async seal(text) {
      const sealed = await ask((request) => ({ kind: 'seal', request, text }))
      return typeof sealed === 'string' ? null : sealed
    },
    async unseal(sealed) {
      const text = await ask((request) => ({ kind: 'unseal', request, sealed }))
      return typeof text === 'string' ? text : null
    },
    hear({ request, answer }) {
      waiting.get(request)?.(answer)
      waiting.delete(request)
    },
  }
}

/** The shell's end: what the program asks is asked of the system. */
export async function answerSeal(asked: Asked, system: SystemSeal): Promise<Answer> {
  const answer = asked.kind === 'seal' ? await system.seal(asked.text) : await system.unseal(asked.sealed)
  return { kind: 'sealed', request: asked.request, answer }
}
