/** `2024-05-31`, `2024-05-31T10:00:00Z`, `20240531T100000Z`, `2024-05-31 10:00:00` -> xs:date or xs:dateTime. */
export function standardDate(written: string, datesOnly = false): string | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(written)
  if (!parts) return null
  const [, year, month, day, hour, minute, second = '00', zone = ''] = parts
  const date = `${year}-${month}-${day}`
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) return null
  if (hour === undefined || datesOnly) return date
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
    ? `${date}T${hour}:${minute}:${second}${zone}`
    : null
}
