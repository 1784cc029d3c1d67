import type { Metric } from '../src/measure/metric.ts';
import { METRICS } from '../src/measure/metrics.ts';

const HEAD = `# Metrics

Written from the lists in \`src/measure/\` by \`node scripts/write-metrics.ts\`; do not edit it by hand.

What is measured in a finished picture. Numbers compare pictures of the same asset: what is much for a sword may be little for a slime. What
cannot be measured in a picture is left out.`;

const DIRECTIONS: Readonly<Record<Metric['better'], string>> = {
  more: 'More is better.',
  less: 'Less is better.',
  neither: 'Neither much nor little is better in itself.',
};

/** `docs/metrics/`: every page by its file name. */
export function metricsPages(): ReadonlyMap<string, string> {
  return new Map([['README.md', index()], ...METRICS.map((metric) => [`${metric.name}.md`, page(metric)] as const)]);
}

function index(): string {
  const lines = METRICS.map(
    ({ name, title, unit, better }) => `- [\`${name}\`](${name}.md): ${title}, in ${unit}. ${DIRECTIONS[better]}`,
  );
  return [HEAD, '', ...lines, ''].join('\n');
}

function page({ name, title, unit, range, better, about, source }: Metric): string {
  const [least, most] = range;
  const bounds = most === Infinity ? `from ${least}` : `${least} to ${most}`;
  const lines = [
    `# ${title}`,
    '',
    `\`${name}\`, in ${unit}, ${bounds}. ${DIRECTIONS[better]}`,
    '',
    about,
    '',
    `Source: ${source}`,
    '',
    'All: [metrics](README.md).',
    '',
  ];
  return lines.join('\n');
}
