import { useTranslation } from 'react-i18next'

/** What a data category, or a value of a picklist, is called on the screen; one that nobody named is called as in the file. */
export function useCategoryName(): (name: string) => string {
  const { t } = useTranslation()
  return (name) =>
    t(`field.${name}` as 'field.note', { defaultValue: '' }) ||
    t(`picklist.${name}` as 'picklist.singular', { defaultValue: '' }) ||
    name
}
