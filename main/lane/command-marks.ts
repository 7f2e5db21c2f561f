/**
 * The kiosk's mark on its command codes: who has no card of this kiosk cannot command it. A card that somebody has
 * photographed is as good as the card, so that a command may do no more than a verdict asks for anyway (see
 * `Lane.allows`), and never gives a reason.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { commandText, commandWord, readCommandText, type Command } from '../../shared/domain/command-code.ts'

/** Base32 (RFC 4648 §6), all of it in a QR code's alphanumeric mode. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 80 bits: each guess is a scan that lies in the journal. */
const markLength = 16

/** Marks commands, and knows its own. */
export class CommandMarks {
  private readonly key: Uint8Array

  /** @param key 32 secret bytes of the profile, for this alone */
  constructor(key: Uint8Array) {
    this.key = key
  }

  /** The text of a command's code. */
  textOf(command: Command): string {
    return commandText(command, this.markOf(command))
  }

  /** The command of a scanned text; null where it is none, or does not carry this kiosk's mark. */
  read(text: string): Command | null {
    const claimed = readCommandText(text)
    if (claimed?.mark.length !== markLength) return null
    const { command, mark } = claimed
    // In constant time: how long it takes tells nothing of how far a guess was right.
    return timingSafeEqual(Buffer.from(mark, 'latin1'), Buffer.from(this.markOf(command), 'latin1')) ? command : null
  }

  /** HMAC-SHA-256 (RFC 2104) of the command's word, a letter for the low five bits of each of its first bytes. */
  private markOf(command: Command): string {
    const mac = createHmac('sha256', this.key).update(commandWord(command), 'latin1').digest()
    return Array.from(mac.subarray(0, markLength), (byte) => letters.charAt(byte % letters.length)).join('')
  }
}
