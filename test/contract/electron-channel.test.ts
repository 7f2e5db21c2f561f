/** Who is given a port to the program in the Electron shell, and when. */
import { expect, test } from 'vitest'
import { openPageDoor, type Envelope, type PageDoor } from '../../main/electron/page-door.ts'
import { portWire } from '../../main/electron/port-wire.ts'
import { openElectronWire } from '../../renderer/rpc/electron-wire.ts'
import {
  openElectronChannel,
  ownEnvelope,
  portPair,
  type ElectronChannel,
  type ElectronPort,
} from './electron-channel.ts'

const ownFrame = { origin: 'app://kiosk', parent: null, url: 'app://kiosk/' }

function opened(): { electron: ElectronChannel; door: PageDoor; joined: ElectronPort[]; lines: string[] } {
  const electron = openElectronChannel()
  const joined: ElectronPort[] = []
  const lines: string[] = []
  const door = openPageDoor(electron.incoming, electron.contents, {
    channelOf: portPair,
    join: (port) => void joined.push(port),
    log: (line) => void lines.push(line),
  })
  return { electron, door, joined, lines }
}

test.each<[string, Envelope]>([
  ['another window', { ...ownEnvelope, sender: { id: 2 } }],
  ['a frame inside the page', { ...ownEnvelope, senderFrame: { ...ownFrame, parent: {} } }],
  ['another origin', { ...ownEnvelope, senderFrame: { ...ownFrame, origin: 'https://example.com' } }],
  ['a frame that is gone', { ...ownEnvelope, senderFrame: null }],
])('%s is given no port, and mentioned in the log', (_name, envelope) => {
  const { electron, door, joined, lines } = opened()
  door.open()
  electron.askAs(envelope)
  expect(joined).toEqual([])
  expect(lines).toHaveLength(1)
})

test('a page that asks before the program is there is given a port once it is', async () => {
  const { electron, door, joined } = opened()
  const wire = openElectronWire(electron.bridge)
  expect(joined).toHaveLength(0)
  door.open()
  await wire
  expect(joined).toHaveLength(1)
})

test('when the program goes away its page hears of it, asks again, and is given the next one', async () => {
  const { electron, door, joined } = opened()
  door.open()
  const first = await openElectronWire(electron.bridge)
  door.shut()
  joined[0]?.port.close()
  expect(await first.ended).toBe('lost')
  const second = openElectronWire(electron.bridge)
  expect(joined).toHaveLength(1)
  door.open()
  await second
  expect(joined).toHaveLength(2)
})

test('nothing is given to a window that is gone', () => {
  const { electron, door, joined } = opened()
  electron.askAs(ownEnvelope)
  electron.destroy()
  door.open()
  expect(joined).toEqual([])
})

test('messages cross both ways, as copies', async () => {
  const { electron, door, joined } = opened()
  door.open()
  const { wire } = await openElectronWire(electron.bridge)
  const program = portWire(joined[0]!)
  const heard = new Promise((resolve) => void program.onMessage(resolve))
  const answered = new Promise((resolve) => void wire.onMessage(resolve))
  wire.send({ to: ['the', 'program'] })
  expect(await heard).toEqual({ to: ['the', 'program'] })
  program.send({ to: 'the page' })
  expect(await answered).toEqual({ to: 'the page' })
  electron.destroy()
})
