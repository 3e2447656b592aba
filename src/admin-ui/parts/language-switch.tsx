import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { languages } from '../i18n/index.js'

/** Each language in its own script: who is lost in one finds the other. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('shell.language')}
      data={languages.map(({ tag, short }) => ({ value: tag, label: <span lang={tag}>{short}</span> }))}
      value={i18n.language}
      onChange={(tag) => void i18n.changeLanguage(tag)}
    />
  )
}
