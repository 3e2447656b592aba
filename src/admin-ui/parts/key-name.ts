/** How the table of keys names what was pressed: `a`, `Shift+ArrowDown`, `Ctrl+z` (⌘ counts as Ctrl), `?`. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string {
  const command = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  const isLetter = /^[a-z]$/i.test(event.key)
  // A capital or an arrow says "Shift"; a sign such as ? has needed it already.
  const shift = event.shiftKey && (isLetter || event.key.length > 1) ? 'Shift+' : ''
  return command + shift + (isLetter ? event.key.toLowerCase() : event.key)
}
