/**
 * The environment of programs that are not ours: npm and its install scripts, a browser. Plain JavaScript: it runs on
 * Node 20 before anything is installed.
 */

/**
 * Without the variables that hold a secret.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutSecrets(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^CHOT_.*(PASSPHRASE|RECOVERY_CODE)$/i.test(name)))
}
