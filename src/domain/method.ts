/**
 * What the method leaves to whoever runs it. Every answer says which version it was made by, and
 * what was chosen otherwise.
 *
 * - Source: docs/method.md#choices.
 */
export interface MethodChoices {
  /** Months between the close of observation and the day a rate is due. */
  readonly graceMonths: number;
  /** Bases, in heads, from which a rate is `LOW`, `MODERATE` and `GOOD`. */
  readonly reliabilityFrom: readonly [number, number, number];
  /** Percent of the certified under which reliability is at most `LOW`, and at most `MODERATE`. */
  readonly reliabilityCoverage: readonly [number, number];
  /** Peers under which a comparison is withheld. */
  readonly fewestPeers: number;
  /** Peers under which the funnel is not adjusted, and nothing is called below or above. */
  readonly fewestFunnelPeers: number;
  /** Base, in heads, from which a certification is a peer, unless the query says otherwise. */
  readonly minimumBase: number;
  /** Base, in heads, from which a certification is ranked among its peers, and judged. */
  readonly rankedFrom: number;
  /** Share of the peers at either end that is drawn in before overdispersion is estimated. */
  readonly winsorised: number;
  /** Certifications under which the interval between them is withheld. */
  readonly fewestCertifications: number;
}

export const DEFAULT_CHOICES: MethodChoices = {
  graceMonths: 6,
  reliabilityFrom: [11, 20, 50],
  reliabilityCoverage: [20, 50],
  fewestPeers: 5,
  fewestFunnelPeers: 10,
  minimumBase: 20,
  rankedFrom: 20,
  winsorised: 0.1,
  fewestCertifications: 5,
};

/** Version of docs/method.md. */
export const METHOD_VERSION = '2.0';

/** A method as answers name it: its version, then what was chosen otherwise than the page says. */
export function methodName(choices: MethodChoices): string {
  const chosen = Object.entries(choices).filter(
    ([name, value]) => String(value) !== String(DEFAULT_CHOICES[name as keyof MethodChoices]),
  );
  return [METHOD_VERSION, ...chosen.map(([name, value]) => `${name}=${String(value)}`)].join(' ');
}
