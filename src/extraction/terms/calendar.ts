/** Names of months and days: data, one row a language. A date is no term, however it is capitalised. */
const calendars: Record<string, readonly string[]> = {
  en: (
    'january february march april may june july august september october november december ' +
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow'
  ).split(' '),
}

/** Whether a folded word of the language names a month or a day. */
export function isCalendarNameIn(language: string): (word: string) => boolean {
  const names = new Set(calendars[language.split('-')[0]!.toLowerCase()])
  return (word) => names.has(word)
}
