import { useFormat } from './format.js'

/** Offered by name; the server takes every BCP 47 code. */
export const offeredLanguages =
  'zh zh-Hans zh-Hant en en-GB en-US ar bg bn ca cs da de el es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi'.split(
    ' ',
  )

/** For a `Select`: the languages that are offered, and those that must be in the list all the same. */
export function useLanguageChoices(more: string[] = []) {
  const format = useFormat()
  return [...new Set([...offeredLanguages, ...more])].map((tag) => ({
    value: tag,
    label: `${format.language(tag)} (${tag})`,
  }))
}
