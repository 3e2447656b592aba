import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.js'
import { loadCatalogue } from './problem-catalogue.js'
import { zh } from './zh.js'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

/** The languages of the screens. `short` is how the switch names them, in their own script. */
export const languages = [
  { tag: 'en', short: 'EN', strings: en },
  { tag: 'zh', short: '中文', strings: zh },
] as const

const stored = 'termloom.language'

/** The language chosen last, else the first of the browser's that we have, else English. */
export function startI18n(): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: preferred(),
    fallbackLng: 'en',
    resources: Object.fromEntries(languages.map(({ tag, strings }) => [tag, { translation: strings }])),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  sayLanguage(instance.language)
  loadCatalogue(instance.language)
  instance.on('languageChanged', (tag) => {
    localStorage.setItem(stored, tag)
    sayLanguage(tag)
    loadCatalogue(tag)
  })
  return instance
}

/** Screen readers and fonts go by the language of the page. */
function sayLanguage(tag: string): void {
  document.documentElement.lang = tag === 'zh' ? 'zh-Hans' : tag
}

function preferred(): string {
  const wishes = [localStorage.getItem(stored), ...navigator.languages].map((tag) => tag?.split('-')[0])
  return wishes.find((wish) => languages.some(({ tag }) => tag === wish)) ?? 'en'
}
