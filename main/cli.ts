/** The `chot` command. */
import './setup/require-node24.mjs'
import { parseArgs } from 'node:util'
import { chot } from './command/commands.ts'
import { chosenProfile } from './command/options.ts'
import { openingSentence } from './shell/index.ts'
import { runOnProcess, status, type Explain } from './terminal/index.ts'
import { TrustUnreadable } from './trust/index.ts'

/** What keeps a profile, or a folder of keys, from being used. */
const explain: Explain = (error, { args, env, locale }) => {
  if (error instanceof TrustUnreadable) return { sentence: error.sentence(locale), status: status.setup }
  const { profile } = parseArgs({ args: [...args], options: { profile: { type: 'string' } }, strict: false }).values
  const sentence = openingSentence(error, chosenProfile(typeof profile === 'string' ? { profile } : {}, env), locale)
  return sentence === null ? null : { sentence, status: status.setup }
}

await runOnProcess(chot, explain)
