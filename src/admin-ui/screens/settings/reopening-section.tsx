import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChangeTermbase } from '../../api/settings.js'
import { reopeningFields } from '../../api/types.js'
import { Section, Sheet } from '../../parts/page.js'
import { ProblemLine } from '../../parts/states.js'
import type { SectionProps } from './about-section.js'
import styles from './settings.module.css'

/** Which changes send an approved concept back to be looked at again. Each tick is stored at once. */
export function ReopeningSection({ termbase, isOpen }: SectionProps) {
  const { t } = useTranslation()
  const change = useChangeTermbase(termbase.id)
  const chosen = change.isPending ? (change.variables.reopeningFields ?? []) : termbase.reopeningFields
  return (
    <Section title={t('settings.reopening')}>
      <Sheet>
        <fieldset className={styles.fieldset} disabled={!isOpen}>
          <legend className={styles.quiet}>{t('settings.reopeningLead')}</legend>
          <div className={styles.ticks}>
            {reopeningFields.map((field) => (
              <Checkbox
                key={field}
                label={t(`field.${field}`)}
                checked={chosen.includes(field)}
                onChange={() =>
                  change.mutate({
                    reopeningFields: reopeningFields.filter((one) => (one === field) !== chosen.includes(one)),
                  })
                }
              />
            ))}
          </div>
          <ProblemLine problem={change.error} />
        </fieldset>
      </Sheet>
    </Section>
  )
}
