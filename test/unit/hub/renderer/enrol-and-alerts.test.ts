/** What is handed in to invite a post, how alerts are acknowledged, and when a copy is due. */
import { describe, expect, test } from 'vitest'
import { byPost } from '../../../../hub/renderer/alerts/by-post.ts'
import { backupDue, backupStand } from '../../../../hub/renderer/backup/backup-stand.ts'
import { invitationFile, invitingOf, isLocal } from '../../../../hub/renderer/enrol/inviting-draft.ts'
import { passwordFault } from '../../../../hub/renderer/session/password-fault.ts'
import type { Alert } from '../../../../shared/hub-api/alerts.ts'
import { now } from '../../../gallery/clock.ts'

const draft = { name: ' Km 98 ', mode: 'real', by: 'wire', address: 'https://hub.example/' } as const

describe('an invitation', () => {
  test('has the name without blanks around it, and the address without its last stroke', () => {
    expect(invitingOf(draft)).toEqual({ name: 'Km 98', mode: 'real', by: 'wire', address: 'https://hub.example' })
  })

  test('by stick has no address', () => {
    expect(invitingOf({ ...draft, by: 'stick' })).toEqual({ name: 'Km 98', mode: 'real', by: 'stick' })
  })

  test('is not handed in without a name, or to an address that is none', () => {
    expect(invitingOf({ ...draft, name: ' ' })).toBe('nameless')
    for (const address of ['hub.example', 'ftp://hub', 'https://hub?x', ''])
      expect(invitingOf({ ...draft, address })).toBe('addressless')
  })

  test('is warned of where only the hub’s own computer would see the address', () => {
    for (const address of ['http://localhost:8443', 'http://127.0.0.1', 'https://[::1]:1'])
      expect(isLocal(address)).toBe(true)
    for (const address of ['https://hub.example', 'http://10.0.0.7', 'no address']) expect(isLocal(address)).toBe(false)
  })

  test('has a file’s name that every stick takes', () => {
    expect(invitationFile('Km 98, Đường tỉnh')).toBe('thu-moi-km-98-duong-tinh.json')
    expect(invitationFile('★')).toBe('thu-moi-chot.json')
  })
})

describe('alerts', () => {
  const alert = (name: string, number: number, mode: Alert['mode'] = 'real'): Alert => ({
    enrolment: name.padStart(32, '0'),
    name,
    mode,
    number,
    kind: 'fork',
    seq: 1,
    raisedAt: number,
  })

  test('are acknowledged up to the last that was on the screen, a post each', () => {
    const posts = byPost([alert('a', 7), alert('b', 3), alert('a', 5)])
    expect(posts.map(({ name, through }) => [name, through])).toEqual([
      ['a', 7],
      ['b', 3],
    ])
  })

  test('of practice come behind those of real posts', () => {
    expect(byPost([alert('p', 9, 'practice'), alert('r', 1)]).map(({ name }) => name)).toEqual(['r', 'p'])
  })
})

describe('a copy', () => {
  const copy = (at: number | null, waiting = 1) => backupStand({ at, waiting, untried: null }, now)

  test('is due where there is none, or where more than a day’s entries lie in none', () => {
    expect(copy(null)).toBe('none')
    expect(copy(now - backupDue)).toBe('fine')
    expect(copy(now - backupDue - 1)).toBe('old')
  })

  test('that has everything is none too old', () => expect(copy(0, 0)).toBe('fine'))
})

describe('a new password', () => {
  test('is long enough and typed twice alike', () => {
    expect(passwordFault('a'.repeat(11), 'a'.repeat(11))).toBe('short')
    expect(passwordFault('a'.repeat(12), 'b'.repeat(12))).toBe('other')
    expect(passwordFault('a'.repeat(12), 'a'.repeat(12))).toBeNull()
  })
})
