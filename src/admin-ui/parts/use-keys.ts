import { useEffect, useRef } from 'react'
import { keyName } from './key-name.js'

/** Key as `KeyboardEvent.key` names it, with `Ctrl+` (or ⌘) and `Shift+` in front where they matter. */
export type KeyTable = Record<string, (event: KeyboardEvent) => void>

/** Single keys for the whole screen. None is heard while someone types, composes Chinese, or has a dialog open. */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table)
  useEffect(() => {
    latest.current = table
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target) || dialogIsOpen())
        return
      const action = latest.current[keyName(event)]
      if (!action || isPressing(event)) return
      event.preventDefault()
      action(event)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** Enter and space belong to the link or button that has the focus. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return (key === 'Enter' || key === ' ') && target instanceof HTMLElement && target.closest('a[href], button') !== null
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target.closest('textarea, select, [role="combobox"], [role="menu"], [role="listbox"]')
  ) {
    return true
  }
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

function dialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}
