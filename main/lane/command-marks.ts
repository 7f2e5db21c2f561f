/**
 * The kiosk's mark on its command codes: who has no card of this kiosk cannot command it. A card that somebody has
 * photographed is as good as the card, so that a command may do no more than a verdict asks for anyway (see
 * `Lane.allows`), and never gives a reason. Cards are numbered: once there is a newer one, an older one commands nothing.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { commandText, markedWord, readCommandText, type Command } from '../../shared/domain/command-code.ts'
import { readCardNumber, writeCardNumber } from './card-number.ts'

/** Base32 (RFC 4648 §6), all of it in a QR code's alphanumeric mode. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 80 bits: each guess is a scan that lies in the journal. */
const markLength = 16

/** A command of this kiosk's card, the newest or one that was replaced. */
export interface MarkedCommand {
  command: Command
  /** The card's number, from 1. */
  card: number
  /** There is a newer card. */
  replaced: boolean
}

/** Marks commands, and knows its own. */
export class CommandMarks {
  private readonly key: Uint8Array
  private readonly profile: string | null
  private newest: number

  /**
   * @param key 32 secret bytes of the profile, for this alone
   * @param profile where the newest card's number is kept; null: nowhere, and it is the first
   */
  constructor(key: Uint8Array, profile: string | null = null) {
    this.key = key
    this.profile = profile
    this.newest = profile === null ? 1 : readCardNumber(profile, key)
  }

  /** The number of the newest card. */
  get card(): number {
    return this.newest
  }

  /** The text of a command's code on the newest card. */
  textOf(command: Command): string {
    return commandText(command, this.card, this.markOf(command, this.card))
  }

  /** From here on there is a newer card, and no older one commands anything. @throws the system's error */
  renew(): number {
    const next = this.newest + 1
    if (this.profile !== null) writeCardNumber(this.profile, this.key, next)
    this.newest = next
    return next
  }

  /**
   * The command of a scanned text; null where it is none, or does not carry this kiosk's mark. A card with a higher number
   * than is known was made by this kiosk too, whatever became of the number on its disk: from here on it is the newest.
   */
  read(text: string): MarkedCommand | null {
    const claimed = readCommandText(text)
    if (claimed?.mark.length !== markLength) return null
    const { command, card, mark } = claimed
    // In constant time: how long it takes tells nothing of how far a guess was right.
    if (!timingSafeEqual(Buffer.from(mark, 'latin1'), Buffer.from(this.markOf(command, card), 'latin1'))) return null
    this.newest = Math.max(this.newest, card)
    return { command, card, replaced: card < this.newest }
  }

  /** HMAC-SHA-256 (RFC 2104) of what is marked, a letter for the low five bits of each of its first bytes. */
  private markOf(command: Command, card: number): string {
    const mac = createHmac('sha256', this.key).update(markedWord(command, card), 'latin1').digest()
    return Array.from(mac.subarray(0, markLength), (byte) => letters.charAt(byte % letters.length)).join('')
  }
}
