/** The one channel between page and shell: the page asks on it for a port to the program, and is given one on it. */
export const channel = 'chot:port'
