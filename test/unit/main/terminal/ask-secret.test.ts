/** A secret is typed without being shown. */
import { PassThrough } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { describe, expect, test } from 'vitest'
import { askSecret } from '../../../../main/terminal/ask-secret.ts'

/** A terminal in which these keys are pressed. */
function asking(...keys: string[]) {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (raw: boolean) => modes.push(raw) })
  const output = new PassThrough()
  const answer = askSecret('Secret: ', input as unknown as ReadStream, output)
  for (const key of keys) input.write(key)
  return { answer, modes, shown: () => String(output.read()) }
}

describe('asking for a secret', () => {
  test('shows the question and not the answer, and gives the terminal back', async () => {
    const { answer, modes, shown } = asking('mật ', 'khẩu', '\r')
    expect(await answer).toBe('mật khẩu')
    expect(shown()).toBe('Secret: \n')
    expect(modes).toEqual([true, false])
  })

  test('takes back the last letter, whole', async () => {
    expect(await asking('ab😀\u007Fc\n').answer).toBe('abc')
  })

  test('asks nobody where there is no terminal', async () => {
    expect(await askSecret('?', new PassThrough() as unknown as ReadStream, new PassThrough())).toBeNull()
  })
})
