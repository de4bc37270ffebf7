/** The instant at which a business day of the club starts, as the API takes it. */
export function startOf(day: string, clock: string, zone: string): string {
  const wall = Date.parse(`${day}T${clock}:00Z`);
  // The offset that holds at the wall's time read as UTC may be of before a change of clocks; the second look is not.
  const near = wall - offset(wall, zone);
  return new Date(wall - offset(near, zone)).toISOString().replace('.000Z', 'Z');
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find(p => p.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - at;
}
