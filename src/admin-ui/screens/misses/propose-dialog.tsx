import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Miss, useProposeMiss } from '../../api/misses.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './misses.module.css'

/** The translation of what was looked for, and the segment it stands in: together a candidate with evidence. */
export function ProposeDialog({ miss, onClose }: { miss: Miss; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id: termbaseId } = useCurrentTermbase()
  const propose = useProposeMiss(termbaseId)
  const [translation, setTranslation] = useState('')
  const [segment, setSegment] = useState(miss.segment ?? '')
  const [translatedSegment, setTranslatedSegment] = useState('')
  const { sourceLanguage, targetLanguage } = miss
  return (
    <Dialog
      onClose={onClose}
      title={
        <>
          {t('misses.proposeTitle')} <span lang={sourceLanguage}>{miss.text}</span>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const given = { id: miss.id, translation: translation.trim(), ...said({ segment, translatedSegment }) }
          propose.mutate(given, { onSuccess: onClose })
        }}
      >
        <TextInput
          data-autofocus
          required
          maxLength={500}
          lang={targetLanguage}
          label={t('misses.translation', { language: format.language(targetLanguage) })}
          value={translation}
          onChange={(event) => setTranslation(event.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          lang={sourceLanguage}
          label={t('misses.segment')}
          description={t('misses.segmentHint')}
          value={segment}
          onChange={(event) => setSegment(event.currentTarget.value)}
        />
        <Textarea
          autosize
          minRows={2}
          maxLength={1000}
          lang={targetLanguage}
          label={t('misses.translatedSegment')}
          value={translatedSegment}
          onChange={(event) => setTranslatedSegment(event.currentTarget.value)}
        />
        <ProblemLine problem={propose.error} />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={propose.isPending} disabled={!translation.trim()}>
            {t('misses.propose')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function said(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim()))
}
