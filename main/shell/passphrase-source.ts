/**
 * Where a shell has the profile's passphrase from. It is never among the arguments, which every user of the machine can
 * read, nor left in the environment, which every child inherits: it is taken out of there, typed at a terminal, or asked
 * of `npm start` over the channel to it.
 */
import type { ChildProcess } from 'node:child_process'
import * as v from 'valibot'
import { askPassphrase } from './ask-passphrase.ts'
import { readSecretFile } from '../checkpoint/index.ts'

/** The option of a shell that `npm start` has started: it asks there. */
export const fromStarter = 'passphrase-from-starter'

/** The passphrase of a profile. */
export interface PassphraseSource {
  /** What `CHOT_PASSPHRASE` said; null where it was not set. */
  given: string | null
  /** What a person types now; null where there is nobody to ask. */
  typed(): Promise<string | null>
}

const questionSchema = v.strictObject({ passphrase: v.picklist(['given', 'typed']) })
const answerSchema = v.strictObject({ passphrase: v.nullable(v.string()) })

/** Takes the passphrase out of an environment, so that nothing which is started from here inherits it. */
export function takePassphrase(env: NodeJS.ProcessEnv): PassphraseSource {
  const given = env['CHOT_PASSPHRASE'] || null
  delete env['CHOT_PASSPHRASE']
  return { given, typed: () => askPassphrase(env) }
}

/** The passphrase of a shell: `npm start`'s where that started it, else its own. */
export async function openPassphraseSource(askStarter: boolean): Promise<PassphraseSource> {
  const own = takePassphrase(process.env)
  if (!askStarter) return own
  return { given: await ask('given'), typed: () => ask('typed') }
}

/** Asks the program that started this one; null where it has gone. */
function ask(passphrase: 'given' | 'typed'): Promise<string | null> {
  if (!process.connected) return Promise.resolve(null)
  return new Promise((resolve) => {
    const settle = (said: string | null): void => {
      process.off('message', hear)
      process.off('disconnect', gone)
      resolve(said)
    }
    const gone = (): void => settle(null)
    const hear = (message: unknown): void => {
      const answer = v.safeParse(answerSchema, message)
      if (answer.success) settle(answer.output.passphrase)
    }
    process.on('message', hear)
    process.on('disconnect', gone)
    process.send?.({ passphrase })
  })
}

/** Answers a shell that was started with `fromStarter` and a channel. */
export function answerShell(child: ChildProcess, source: PassphraseSource): void {
  child.on('message', (message) => {
    const question = v.safeParse(questionSchema, message)
    if (!question.success) return
    const said = question.output.passphrase === 'given' ? Promise.resolve(source.given) : source.typed()
    void said.then((passphrase) => child.connected && child.send({ passphrase }))
  })
}

/** Says so where a passphrase was given and the profile, which is open now, is not under one: nothing was protected by it. */
export function sayUnusedPassphrase(profile: string, { given }: PassphraseSource, log: (line: string) => void): void {
  if (given === null || readSecretFile(profile)?.kept === 'passphrase') return
  log(
    `CHOT_PASSPHRASE không có tác dụng: hồ sơ ${profile} không đặt mật khẩu. Hãy bỏ biến này; mật khẩu chỉ đặt được ở lần mở đầu tiên của một hồ sơ mới. / ` +
      `CHOT_PASSPHRASE does nothing: the profile ${profile} is under no passphrase. Unset it; a passphrase is chosen at the first start of a new profile.`,
  )
}
