/** Private servers: which authorities (CAs) vouch for servers of the operator's own, as one profile believes them. */
export { authoritiesInFile, mayCarryAuthorities } from './authorities-in.ts'
export { fingerprintOfAuthority, hasAuthority, keepAuthorityFrom } from './find-authority.ts'
export {
  gatherAuthorities,
  keepAuthorities,
  keepAuthoritiesOf,
  keptAuthorities,
  keptAuthoritiesName,
} from './kept-authorities.ts'
