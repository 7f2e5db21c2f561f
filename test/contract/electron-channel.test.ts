/** Whose messages the Electron shell's channel takes. */
import { expect, test } from 'vitest'
import { ipcWire, type Envelope } from '../../main/electron/ipc-wire.ts'
import { openElectronChannel, ownEnvelope } from './electron-channel.ts'

const ownFrame = { origin: 'app://kiosk', parent: null, url: 'app://kiosk/' }

test.each<[string, Envelope]>([
  ['another window', { ...ownEnvelope, sender: { id: 2 } }],
  ['a frame inside the page', { ...ownEnvelope, senderFrame: { ...ownFrame, parent: {} } }],
  ['another origin', { ...ownEnvelope, senderFrame: { ...ownFrame, origin: 'https://example.com' } }],
  ['a frame that is gone', { ...ownEnvelope, senderFrame: null }],
])('a message of %s is dropped and mentioned in the log', async (_name, envelope) => {
  const lines: string[] = []
  const heard: unknown[] = []
  const electron = openElectronChannel()
  ipcWire(electron.incoming, electron.contents, (line) => lines.push(line)).onMessage((message) => heard.push(message))
  electron.sendAs(envelope, 'foreign')
  electron.sendAs(ownEnvelope, 'own')
  await Promise.resolve()
  expect(heard).toEqual(['own'])
  expect(lines).toHaveLength(1)
})

test('nothing is sent to a window that is gone', () => {
  const electron = openElectronChannel()
  const sent: unknown[] = []
  const wire = ipcWire(
    electron.incoming,
    { ...electron.contents, send: (_name, message) => sent.push(message) },
    () => {},
  )
  electron.destroy()
  wire.send('late')
  expect(sent).toEqual([])
})
