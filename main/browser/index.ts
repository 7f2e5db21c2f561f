/**
 * The process of the browser shell: `index.ts [--profile DIR] [--port N] [--lang vi|en]`. Prints the address to open, and a new one
 * each time one has been used. A program that started it with a channel is told the same, and takes it along when it
 * ends; with `--passphrase-from-starter` it is asked for the passphrase too. Ends on Ctrl+C.
 */
import '../setup/require-node24.mjs'
import { parseArgs } from 'node:util'
import { knownLocale, type Locale } from '../../shared/language/locale.ts'
import { profileFolder } from '../app.ts'
import { fromStarter, openingSentence, openPassphraseSource, parsePort, type PassphraseSource } from '../shell/index.ts'
import { openBrowserShell } from './shell.ts'

const options = readOptions()
if (options === null) {
  console.error(
    'Cách dùng: --profile THƯ-MỤC, --port SỐ từ 0 đến 65535. / Usage: --profile DIR, --port a number from 0 to 65535.',
  )
  process.exitCode = 2
} else {
  try {
    await run(options.port, options.profile, await openPassphraseSource(options.askStarter))
  } catch (error) {
    const sentence = openingSentence(error, options.profile, options.locale)
    if (sentence === null) throw error
    console.error(sentence)
    process.exitCode = 1
    process.channel?.unref()
  }
}

/** Null where they are not understood. */
function readOptions(): { profile: string; port: number; locale: Locale; askStarter: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        profile: { type: 'string' },
        port: { type: 'string' },
        lang: { type: 'string' },
        [fromStarter]: { type: 'boolean' },
      },
    })
    // Where none is asked for, any: see listen.ts.
    const port = parsePort(values.port ?? '0')
    const profile = values.profile ?? profileFolder(process.env)
    const locale = knownLocale(values.lang) ?? knownLocale(process.env['CHOT_LANG']) ?? 'vi'
    return port === null ? null : { profile, port, locale, askStarter: values[fromStarter] === true }
  } catch {
    return null
  }
}

async function run(port: number, profile: string, passphrase: PassphraseSource): Promise<void> {
  const loopback = await openBrowserShell({
    profile,
    port,
    passphrase,
    log: (line) => console.error(line),
    onEntered: (address) => {
      console.log(`Chốt: ${address} (for another window)`)
      process.send?.({ address })
    },
  })
  if (port !== 0 && loopback.port !== port) {
    console.error(
      `Cổng ${port} đang bị chiếm; dùng cổng ${loopback.port}. Trình duyệt sẽ hỏi lại quyền dùng camera. / ` +
        `Port ${port} is taken; this is ${loopback.port}. The browser will ask for the camera again.`,
    )
  }
  console.log(`Chốt: ${loopback.address()}`)
  process.send?.({ address: loopback.address() })

  let ending = false
  const end = (): void => {
    if (ending) return
    ending = true
    loopback.close().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  process.on('disconnect', end)
}

function fail(error: unknown): void {
  console.error(error)
  process.exit(1)
}
