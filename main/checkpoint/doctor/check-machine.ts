/** What the machine gives: a port for the browser shell, and the versions that run. */
import { createServer } from 'node:net'
import type { Check } from '../../../shared/contract/set-up.ts'
import { check } from './check.ts'

const sentences = {
  port: { vi: 'Mở được một cổng trên máy này (127.0.0.1).', en: 'A port of this computer can be opened (127.0.0.1).' },
  named: { vi: 'Cổng {port} trống.', en: 'Port {port} is free.' },
  taken: {
    vi: 'Cổng {port} đang bị chương trình khác chiếm ({why}). Hãy mở Chốt bằng --port khác, hoặc không nêu --port.',
    en: 'Port {port} is taken by another program ({why}). Start Chốt with another --port, or without one.',
  },
  closed: {
    vi: 'Không mở được cổng nào trên máy này ({why}). Hãy hỏi người quản lý tường lửa của máy, hoặc dùng Electron.',
    en: 'No port of this computer can be opened ({why}). Ask whoever keeps its firewall, or use Electron.',
  },
  versions: { vi: 'Chốt {version}, Node {node}, {platform}.', en: 'Chốt {version}, Node {node}, {platform}.' },
  camera: {
    vi: 'Camera chỉ thử được trên màn hình: mở Chốt, vào phòng Thiết lập.',
    en: 'The camera can be tried on the screen only: open Chốt and its room Set-up.',
  },
} as const

/** Can a port be opened? @param port that Chốt is started with; 0: any */
export function checkPort(port: number): Promise<Check> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const values = { port: String(port), why: error.code ?? error.message }
      resolve(check('port', 'bad', port === 0 ? sentences.closed : sentences.taken, values))
    })
    server.listen(port, '127.0.0.1', () => {
      const found = check('port', 'good', port === 0 ? sentences.port : sentences.named, { port: String(port) })
      server.close(() => resolve(found))
    })
  })
}

/** What runs here. */
export function checkVersions(version: string): Check {
  const { platform, arch, versions } = process
  return check('versions', 'good', sentences.versions, {
    version,
    node: versions.node,
    platform: `${platform} ${arch}`,
  })
}

/** For who cannot see it. */
export const cameraUnseen = (): Check => check('camera', 'look', sentences.camera)
