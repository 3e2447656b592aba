import { useTranslation } from 'react-i18next'
import { Section } from '../../parts/page.js'
import { SubjectTree } from '../subject-fields/subject-tree.js'
import type { SectionProps } from './about-section.js'
import styles from './settings.module.css'

/** The tree of subject fields, which has an address of its own besides. */
export function SubjectsSection({ termbase, isOpen }: SectionProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('subjects.title')}>
      <p className={styles.lead}>{t('subjects.lead')}</p>
      <SubjectTree termbaseId={termbase.id} canEdit={isOpen} />
    </Section>
  )
}
