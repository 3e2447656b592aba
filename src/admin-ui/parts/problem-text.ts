import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../api/client.js'
import { catalogueOf, subscribeToCatalogue } from '../i18n/problem-catalogue.js'
import { problemText } from '../i18n/problem-text.js'

/** What the server said, in the language of the screen; a sentence that has no text there is shown as it came. */
export function useServerText(): (said: string) => string {
  const { i18n } = useTranslation()
  const catalogue = useSyncExternalStore(subscribeToCatalogue, () => catalogueOf(i18n.language))
  return (said) => (catalogue && problemText(said, catalogue)) ?? said
}

/** What is wrong and what to do, in the language of the screen: the one place where a problem becomes words. */
export function useProblemText(): (problem: unknown) => { message: string; remedy: string | undefined } {
  const { t, i18n } = useTranslation()
  const textOf = useServerText()
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return { message: t('problem.surprise'), remedy: t('problem.surpriseRemedy') }
    if (problem.isOffline) return { message: t('problem.offline'), remedy: t('problem.offlineRemedy') }
    const message = textOf(problem.message)
    const remedy = problem.remedy && textOf(problem.remedy)
    const title = t(`problemTitle.${problem.code}` as 'problemTitle.stale', { defaultValue: '' })
    // A sentence without a text: its kind is named first, and the server's own words follow.
    if (i18n.language !== 'en' && message === problem.message && title)
      return { message: title, remedy: [message, remedy].filter(Boolean).join(' ') }
    return { message, remedy }
  }
}

/** What is wrong with each field of a form. */
export function useFieldTexts(): (problem: unknown) => Record<string, string[]> {
  const textOf = useServerText()
  return (problem) =>
    problem instanceof ApiProblem
      ? Object.fromEntries(Object.entries(problem.fields).map(([name, texts]) => [name, texts.map(textOf)]))
      : {}
}
