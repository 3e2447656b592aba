/** The package types its converter, not its tables. */
declare module 'opencc-js/dict/*' {
  const entries: string
  export default entries
}
