import { useDebouncedValue } from '@mantine/hooks'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useConcept, useTermMatches } from '../../api/concepts.js'
import type { Termbase } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { Icon } from '../../parts/icons.js'
import { Failed, Loading } from '../../parts/states.js'
import { TermLine } from '../../parts/term-line.js'
import { ConceptView } from './concept-view.js'
import styles from './duplicate-warning.module.css'

/** While a term is being written: the concepts that have it already, and those around it. They open over the form, which stays. */
export function DuplicateWarning({
  termbase,
  language,
  text,
  except,
}: {
  termbase: Termbase
  language: string
  text: string
  except: string | null
}) {
  const { t } = useTranslation()
  const [asked] = useDebouncedValue(text.trim(), 250)
  const [opened, setOpened] = useState<string | null>(null)
  const matches = useTermMatches(termbase.id, language, asked, except).data?.items[0]
  const concepts = text.trim() && matches?.text === text.trim() ? matches.concepts : []
  if (concepts.length === 0 && !opened) return null
  const isSame = concepts[0]?.relation === 'same'
  return (
    <div className={styles.warning} data-tone={isSame ? 'caution' : 'quiet'} role="status">
      <Icon name={isSame ? 'warning' : 'info'} size={14} />
      <div>
        <span>{t(isSame ? 'concept.duplicate' : 'concept.similar')}</span>
        <ul>
          {concepts.slice(0, isSame ? 5 : 3).map(({ id, number, terms, relation }) => (
            <li key={id}>
              <button type="button" className={styles.open} onClick={() => setOpened(id)}>
                <span className={styles.number}>{number}</span>{' '}
                <TermLine terms={terms} languages={[termbase.sourceLanguage, termbase.targetLanguage]} />
              </button>
              <span className={styles.relation}>{t(`concept.relation.${relation}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      {opened && <Preview termbase={termbase} id={opened} except={except} onClose={() => setOpened(null)} />}
    </div>
  )
}

function Preview({
  termbase,
  id,
  except,
  onClose,
}: {
  termbase: Termbase
  id: string
  except: string | null
  onClose: () => void
}) {
  const { t } = useTranslation()
  const found = useConcept(termbase.id, id)
  const home = `/termbases/${termbase.id}/concepts`
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      title={found.data ? t('concept.numbered', { number: found.data.concept.number }) : ''}
    >
      {found.isPending && <Loading />}
      {found.isError && <Failed problem={found.error} />}
      {found.data && <ConceptView concept={found.data.concept} termbase={termbase} isPreview />}
      <div className={styles.buttons}>
        <Button component={Link} to={`${home}/${id}`} target="_blank" variant="default">
          {t('concept.openInTab')}
        </Button>
        {except && (
          <Button component={Link} to={`${home}/${id}/merge?with=${except}`} target="_blank" variant="default">
            {t('merge.withThis')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
