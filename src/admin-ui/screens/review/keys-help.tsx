import { Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.js'
import styles from './keys-help.module.css'

const groups = [
  {
    title: 'decide',
    keys: {
      acceptNext: ['Enter'],
      accept: ['a'],
      edit: ['e'],
      reject: ['r'],
      skip: ['s'],
      merge: ['m'],
      join: ['1', '…', '9'],
      fold: ['h'],
      reopen: ['o'],
      undo: ['u', 'Ctrl Z'],
    },
  },
  { title: 'move', keys: { next: ['j', '↓'], previous: ['k', '↑'], page: ['PgDn', 'PgUp'], ends: ['Home', 'End'] } },
  {
    title: 'choose',
    keys: { toggle: ['x'], range: ['Shift ↓', 'Shift ↑'], all: ['Shift A'], matching: ['Ctrl Shift A'], none: ['Esc'] },
  },
  { title: 'find', keys: { search: ['/'], view: ['f'], help: ['?'] } },
  { title: 'edit', keys: { moveEnd: ['Alt ←', 'Alt →'], moveStart: ['Alt Shift ←', 'Alt Shift →'] } },
] as const

/** Every key of the review screen. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog onClose={onClose} size="lg" title={t('review.keys')}>
      <div className={styles.groups}>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h2>{t(`keys.${title}`)}</h2>
            <dl>
              {Object.entries(keys).map(([action, names]: [string, readonly string[]]) => (
                <div key={action}>
                  <dt>
                    {names.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dt>
                  <dd>{t(`keys.of.${action}` as 'keys.of.accept')}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{t('keys.note')}</p>
    </Dialog>
  )
}
