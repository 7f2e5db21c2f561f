/** Search: crossings by plate, name, number and certificate, and whom somebody met. */
export { Search } from './search.ts'
export { SearchIndex } from './search-index.ts'
