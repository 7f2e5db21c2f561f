/** Checkpoint: a profile made, changed, kept, moved and looked at, without anybody editing a file. */
export { setUpRoom } from './set-up-room.ts'
export { readSecretFile } from './secret/secret-file.ts'
export { openSecrets, unsealAll } from './secret/secrets.ts'
