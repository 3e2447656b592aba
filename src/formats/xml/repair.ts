/** Characters that XML 1.0 does not allow, as such and as references; line ends and tabs are allowed. */
// oxlint-disable-next-line no-control-regex
const forbidden =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));/g

/** A reference to a character, cut off by the end of a piece. */
const begun = /&#?[0-9a-zA-Z]{0,12}$/

/**
 * Leaves forbidden characters out of a text that arrives in pieces, without moving a line. What follows the last piece
 * is nothing, so `last` gives back what was held.
 */
export class ControlCharacters {
  count = 0
  private held = ''

  without(piece: string, last: boolean): string {
    const text = this.held + piece
    const from = last ? -1 : text.search(begun)
    this.held = from === -1 ? '' : text.slice(from)
    const ready = from === -1 ? text : text.slice(0, from)
    return ready.replaceAll(forbidden, () => {
      this.count++
      return ''
    })
  }
}
