import { Table } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@mantine/core'
import type { Ranking } from '../../api/ranking.js'
import styles from './ranking-screen.module.css'

const first = 12

/** Each feature with what it does here compared with the shipped ranking: a bar to the right is wanted more, to the left less. */
export function FeatureTable({ features }: { features: Ranking['features'] }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const most = Math.max(...features.map(({ weight }) => Math.abs(weight)), 0.01)
  return (
    <>
      <Table className={styles.table!} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('ranking.feature')}</Table.Th>
            <Table.Th>{t('ranking.effect')}</Table.Th>
            <Table.Th className={styles.number!}>{t('ranking.weight')}</Table.Th>
            <Table.Th className={styles.number!}>{t('ranking.uncertainty')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {features.slice(0, isWhole ? undefined : first).map(({ name, weight, uncertainty }) => (
            <Table.Tr key={name}>
              <Table.Td>{t(`reason.${name}` as 'reason.choice', { defaultValue: name })}</Table.Td>
              <Table.Td>
                <span className={styles.effect}>
                  <span className={styles.axis} aria-hidden="true">
                    <span
                      className={styles.bar}
                      data-points={weight > 0 ? 'more' : 'less'}
                      style={{ width: `${(50 * Math.abs(weight)) / most}%` }}
                    />
                  </span>
                  {t(weight > 0 ? 'ranking.more' : 'ranking.less')}
                </span>
              </Table.Td>
              <Table.Td className={styles.number!}>{signed(weight)}</Table.Td>
              <Table.Td className={styles.number!}>{`± ${uncertainty.toFixed(2)}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {features.length > first && !isWhole && (
        <div className={styles.all}>
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('ranking.all', { count: features.length })}
          </Button>
        </div>
      )}
    </>
  )
}

const signed = (weight: number) => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`
