/**
 * The process of the browser shell: `index.ts [--profile DIR] [--port N]`. Prints the address to open, and a new one
 * each time one has been used. A program that started it with a channel is told the same, and takes it along when it
 * ends. Ends on Ctrl+C.
 */
import '../setup/require-node24.mjs'
import { parseArgs } from 'node:util'
import { profileFolder } from '../app.ts'
import { openingSentence } from '../shell/index.ts'
import { usualPort } from './listen.ts'
import { parsePort } from './port.ts'
import { openBrowserShell } from './shell.ts'

const { values } = parseArgs({ options: { profile: { type: 'string' }, port: { type: 'string' } } })
const profile = values.profile ?? profileFolder(process.env)
const port = values.port === undefined ? usualPort : parsePort(values.port)

if (port === null) {
  console.error('--port cần một số từ 0 đến 65535. / --port takes a number from 0 to 65535.')
  process.exitCode = 2
} else {
  try {
    await run(port)
  } catch (error) {
    const sentence = openingSentence(error, profile)
    if (sentence === null) throw error
    console.error(sentence)
    process.exitCode = 1
    process.channel?.unref()
  }
}

async function run(wanted: number): Promise<void> {
  const loopback = await openBrowserShell({
    profile,
    port: wanted,
    log: (line) => console.error(line),
    onEntered: (address) => {
      console.log(`Chốt: ${address} (for another window)`)
      process.send?.({ address })
    },
  })
  if (wanted !== 0 && loopback.port !== wanted) {
    console.error(`Port ${wanted} is taken; this is ${loopback.port}. The browser will ask for the camera again.`)
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
