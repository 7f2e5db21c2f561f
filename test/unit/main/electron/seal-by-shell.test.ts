/** The program asks the shell for the operating system's keeping, and gets each answer where it asked. */
import { expect, test } from 'vitest'
import { answerSeal, sealByShell } from '../../../../main/electron/seal-by-shell.ts'
import type { SystemSeal } from '../../../../main/shell/index.ts'

/** A system that turns a text around, and takes back what it made alone. */
const system: SystemSeal = {
  seal: async (text) => Buffer.from(text.split('').toReversed().join('')),
  unseal: async (sealed) =>
    sealed.length === 0 ? null : Buffer.from(sealed).toString().split('').toReversed().join(''),
}

/** Both ends, one beside the other. */
function line() {
  const program = sealByShell((news) => {
    if (news.kind === 'seal' || news.kind === 'unseal')
      void answerSeal(news, system).then((answer) => program.hear(answer))
  })
  return program
}

test('what was sealed comes back', async () => {
  const sealed = await line().seal('bí mật')
  expect(Buffer.from(sealed ?? []).toString()).not.toContain('bí mật')
  expect(await line().unseal(sealed ?? new Uint8Array())).toBe('bí mật')
})

test('what the system does not give out is null', async () => {
  expect(await line().unseal(new Uint8Array())).toBeNull()
})

test('answers that come in another order reach what asked for them', async () => {
  const asked: number[] = []
  const program = sealByShell((news) => void ('request' in news && asked.push(news.request)))
  const [one, other] = [program.unseal(new Uint8Array()), program.unseal(new Uint8Array())]
  program.hear({ kind: 'sealed', request: asked[1]!, answer: 'second' })
  program.hear({ kind: 'sealed', request: asked[0]!, answer: 'first' })
  expect(await Promise.all([one, other])).toEqual(['first', 'second'])
})
