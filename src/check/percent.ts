/** `7 %`, and below ten with one decimal: `6.5 %`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} %`;
}
