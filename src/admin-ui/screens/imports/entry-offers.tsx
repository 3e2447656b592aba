import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Offer } from '../../api/imports.js'
import styles from './imports.module.css'

interface Props {
  termbaseId: string
  position: number
  offers: Offer[]
  chosen: string | null
  onChoose?: ((conceptId: string) => void) | undefined
}

/** The concepts that a duplicate may be merged into, nearest first. */
export function EntryOffers({ termbaseId, position, offers, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.offers}>
      <legend>{t('imports.offers', { count: offers.length })}</legend>
      {offers.map(({ conceptId, number, status, terms }) => (
        <label key={conceptId} className={styles.offer}>
          <input
            type="radio"
            name={`offer-${position}`}
            checked={chosen === conceptId}
            disabled={!onChoose}
            onChange={() => onChoose?.(conceptId)}
          />
          <span>
            {terms.map(({ language, text }, index) => (
              <span key={index} lang={language} className={styles.offered}>
                {text}
              </span>
            ))}
          </span>
          <span className={styles.facts}>{t(`conceptStatus.${status}`)}</span>
          <Link to={`/termbases/${termbaseId}/concepts/${conceptId}`}>{t('imports.concept', { number })}</Link>
        </label>
      ))}
    </fieldset>
  )
}
