import { STAGE_LABELS } from '../../domain/code-labels.ts';
import { type Drawing, type Illustrated, illustrated } from '../charts/drawing.ts';
import { timeline } from '../charts/timeline.ts';
import { type Html, html, NOTHING } from '../html.ts';
import type { PageContext } from '../page.ts';
import type { ShownCertification } from './shown.ts';

/** The steps to the renewal on a line of time, and as a list with their days. */
export function renewalSection(shown: ShownCertification, context: PageContext): Html {
  const {
    words: { certification: words },
    format,
    language,
  } = context;
  const { readiness, stage } = shown.renewal;
  const { usableCohorts, cohorts } = readiness;
  return html`<section aria-labelledby="renewal"><h2 id="renewal">${words.renewal}</h2>
<p>${words.stage}${format.colon}<strong>${STAGE_LABELS[stage][language]}</strong>. ${words.readiness(format.count(usableCohorts), format.count(cohorts))}</p>
${illustrated(renewalSteps(shown, context), context)}</section>`;
}

interface Step {
  readonly name: string;
  readonly day: string;
  readonly isPassed: boolean;
}

/** The steps, as a drawing and a list; the day that they are looked at from is that of the answer. */
function renewalSteps(
  { renewal, benchmark: { rule } }: ShownCertification,
  context: PageContext,
): Illustrated {
  const {
    words: { certification: words },
    format,
  } = context;
  const today = rule.asOf;
  const step = (name: string, day: string | null, isPassed: (day: string) => boolean): Step[] =>
    day === null ? [] : [{ name, day, isPassed: isPassed(day) }];
  // A last day is passed on the day after it; the watch opens on its day.
  const isOver = (day: string) => day < today;
  const steps = [
    ...step(words.watchOpensOn, renewal.watchOpensOn, (day) => day <= today),
    ...step(words.fileBy, renewal.fileBy, isOver),
    ...step(words.fileAtLatest, renewal.fileAtLatest, isOver),
    ...step(words.lastActiveDay, renewal.lastActiveDay, isOver),
  ];
  const items = steps.map(
    ({ name, day, isPassed }) =>
      html`<li>${name} <time datetime="${day}">${format.day(day)}</time>${isPassed ? html` <span class="muted">(${words.passed})</span>` : NOTHING}</li>`,
  );
  return {
    title: words.renewal,
    drawing: steps.length === 0 ? null : drawing(steps, today, context),
    why: words.noEnd,
    table: steps.length === 0 ? NOTHING : html`<ol class="timeline">${items}</ol>`,
  };
}

function drawing(
  steps: readonly Step[],
  today: string,
  { words, format, isPinned }: PageContext,
): Drawing {
  const { certification: told } = words;
  const day = format.day(today);
  const now = { label: isPinned ? told.onDay(day) : told.today(day), day: today };
  const shown = steps.map(({ name, ...step }) => ({
    ...step,
    label: `${name} ${format.day(step.day)}`,
  }));
  const passed = shown.filter(({ isPassed }) => isPassed).map(({ label }) => label);
  const ahead = shown.filter(({ isPassed }) => !isPassed).map(({ label }) => label);
  const part = (name: string, labels: readonly string[]) =>
    labels.length === 0 ? '' : ` ${name}${format.colon}${labels.join(', ')}.`;
  const description = `${now.label}.${part(told.passedSteps, passed)}${part(told.stepsAhead, ahead)}`;
  return {
    svg: timeline(shown, now, { title: told.renewal, description }),
    reading: told.timelineReading,
  };
}
