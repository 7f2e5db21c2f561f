/** What a passphrase under which a secret is put has to be. One that is there already may be shorter, and opens still. */

/** Fewer characters are guessed, however slowly each guess is answered. */
export const shortestPassphrase = 8

export const isShort = (passphrase: string): boolean =>
  Array.from(passphrase.normalize('NFC')).length < shortestPassphrase
