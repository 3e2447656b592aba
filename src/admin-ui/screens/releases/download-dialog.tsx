import { Button, CopyButton, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportAddress, type ExportChoice, useFormats, useLosses } from '../../api/releases.js'
import type { Release } from '../../api/types.js'
import { Dialog } from '../../parts/dialog.js'
import { useFormat } from '../../parts/format.js'
import { Icon } from '../../parts/icons.js'
import { Failed, Loading, ProblemLine } from '../../parts/states.js'
import { useCurrentTermbase } from '../../parts/termbase-frame.js'
import styles from './releases-screen.module.css'

/** A release as a file: in which format and direction, what that leaves out, and the address for a program. */
export function DownloadDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, sourceLanguage, targetLanguage, visibility } = useCurrentTermbase()
  const formats = useFormats()
  const [choice, setChoice] = useState<ExportChoice>({ format: 'tbx-basic-dca' })
  const chosen = formats.data?.items.find((one) => one.id === choice.format)
  const languages = [...new Set([sourceLanguage, targetLanguage, ...release.languages])]
  const [source, target] = [choice.source ?? sourceLanguage, choice.target ?? targetLanguage]
  const choose = (change: Partial<ExportChoice>) => setChoice({ ...choice, ...change })
  // What cannot be made is told here, before anybody follows the link to it.
  const isImpossible = useLosses(id, release.number, choice).isError
  const options = languages.map((language) => ({ value: language, label: format.language(language) }))
  if (formats.isPending) return null
  const poll = new URL(exportAddress(id, 'latest', choice), location.href).href
  return (
    <Dialog onClose={onClose} size="lg" title={t('releases.downloadOf', { number: release.number })}>
      <div className={styles.form}>
        <ProblemLine problem={formats.error} />
        <NativeSelect
          data-autofocus
          label={t('releases.format')}
          description={chosen?.carries}
          data={(formats.data?.items ?? []).map((one) => ({
            value: one.id,
            label: `${one.title} (.${one.extension})`,
          }))}
          value={choice.format}
          onChange={(event) => setChoice({ ...choice, format: event.currentTarget.value, languages: undefined })}
        />
        <div className={styles.options}>
          <NativeSelect
            label={t('releases.source')}
            data={options}
            value={source}
            onChange={(event) => {
              const value = event.currentTarget.value
              choose({ source: value, target: value === target ? source : target })
            }}
          />
          <NativeSelect
            label={t('releases.target')}
            data={options.filter(({ value }) => value !== source)}
            value={target}
            onChange={(event) => choose({ source, target: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('releases.deprecated')}
            data={[
              { value: '', label: t('releases.asFormat') },
              { value: 'keep', label: t('releases.keep') },
              { value: 'leave-out', label: t('releases.leaveOut') },
            ]}
            value={choice.deprecated ?? ''}
            onChange={(event) => choose({ deprecated: event.currentTarget.value || undefined })}
          />
          {choice.format === 'tbx-2008' && (
            <NativeSelect
              label={t('releases.languages')}
              data={[
                { value: '', label: t('releases.languagesPair') },
                { value: 'all', label: t('releases.languagesAll') },
              ]}
              value={choice.languages ?? ''}
              onChange={(event) => choose({ languages: event.currentTarget.value || undefined })}
            />
          )}
        </div>
        <Losses termbaseId={id} number={release.number} choice={choice} />
        <div className={styles.poll}>
          <span>{t('releases.poll')}</span>
          <code>{poll}</code>
          <CopyButton value={poll}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? t('action.copied') : t('action.copy')}
              </Button>
            )}
          </CopyButton>
          <span className={styles.facts}>
            {t(visibility === 'public' ? 'releases.pollPublic' : 'releases.pollKey')}
          </span>
        </div>
        <div className={styles.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
          {isImpossible ? (
            <Button disabled leftSection={<Icon name="download" size={14} />}>
              {t('releases.download')}
            </Button>
          ) : (
            <Button
              component="a"
              href={exportAddress(id, release.number, choice)}
              leftSection={<Icon name="download" size={14} />}
            >
              {t('releases.download')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Losses({ termbaseId, number, choice }: { termbaseId: string; number: number; choice: ExportChoice }) {
  const { t } = useTranslation()
  const format = useFormat()
  const report = useLosses(termbaseId, number, choice)
  if (report.isPending) return <Loading />
  if (report.isError) return <Failed problem={report.error} retry={() => void report.refetch()} />
  const { losses, fileName, sizeBytes } = report.data
  return (
    <div className={styles.losses}>
      <p className={styles.text}>
        <code>{fileName}</code> · {format.bytes(sizeBytes)}
      </p>
      {losses.length === 0 ? (
        <p className={styles.text}>{t('releases.noLosses')}</p>
      ) : (
        <>
          <p className={styles.text}>{t('releases.losses')}</p>
          <ul className={styles.lossList}>
            {losses.map(({ category, what, count }) => (
              <li key={`${what} ${category}`}>
                {t(`releases.loss.${what}`)}: {category} ({format.number(count)})
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
