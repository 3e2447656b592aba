import { useTranslation } from 'react-i18next'

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** Formatters cost more to make than to use. */
const made = new Map<string, unknown>()

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}

/** Numbers, dates and names of languages as readers of the screen's language write them. */
export function useFormat() {
  const { i18n, t } = useTranslation()
  const locale = i18n.language
  return {
    number: (value: number) => once(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(value),
    percent: (share: number) =>
      once(
        `percent ${locale}`,
        () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
      ).format(share),
    date: (iso: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
    /** Of a day as `2026-05-04`. */
    day: (day: string) =>
      once(
        `day ${locale}`,
        () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
      ).format(new Date(day)),
    bytes: (size: number) => {
      const [amount, unit] =
        size < 1_000 ? [size, 'byte'] : size < 1e6 ? [size / 1e3, 'kilobyte'] : [size / 1e6, 'megabyte']
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: unit as string,
        unitDisplay: 'short',
        maximumFractionDigits: (amount as number) < 10 ? 1 : 0,
      }).format(amount as number)
    },
    language: (tag: string) => new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag,
    /** Of seconds that something will still take: told as roughly as it is known. */
    left: (seconds: number) =>
      seconds < 55
        ? t('time.secondsLeft', { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
        : t('time.minutesLeft', { count: Math.max(1, Math.round(seconds / 60)) }),
    ago: (iso: string) => {
      const seconds = (Date.parse(iso) - Date.now()) / 1000
      const unit = units.find(([, size]) => Math.abs(seconds) >= size)
      if (!unit) return t('time.now')
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / unit[1]), unit[0])
    },
  }
}
