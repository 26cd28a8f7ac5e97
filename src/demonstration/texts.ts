import { DRAW, drawOf, type Plan } from './family.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';
import type { Module } from './sector.ts';
import { AIMS, ASSESSMENTS, MEANS, OBJECTIVES } from './sentences.ts';
import { cutWord } from './spoiling.ts';
import { COMMON_MODULES, SECTORS, type Subject } from './vocabulary.ts';
import { type XmlText, xmlText } from './xml.ts';

const BULLETS = ['- ', '* ', '● ', ''] as const;
const GAPS = ['  ', '    ', '    ', '       '] as const;

/** Sections longer than this many paragraphs are not met in the register. */
const LONGEST_SECTION = 40;

/** The long texts of the fiches of one register, built from paragraphs prepared once. */
export interface Texts {
  /** LISTE_COMPETENCES of a block. */
  skills(module: Module, random: Random): XmlText;
  assessment(module: Module, random: Random): XmlText;
  activities(modules: readonly Module[], random: Random): XmlText;
  attestedSkills(modules: readonly Module[], random: Random): XmlText;
  objectives(subject: Subject, title: string, random: Random): XmlText;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Tasks of a module with how and what for, as one line with runs of spaces for line breaks. */
function paragraph(
  random: Random,
  module: Module,
  { sentences, ended }: Profile['paragraphs'],
): string {
  const bullet = random.pick(BULLETS);
  const gap = random.pick(GAPS);
  const written = Array.from({ length: sentences }, (_, i) => {
    const task = capitalised(module.tasks[i % module.tasks.length] ?? module.title);
    const end = random.chance(ended) ? ` ${random.pick(random.chance(0.6) ? MEANS : AIMS)}` : '';
    // A task said again says more than the first time.
    const more = i >= module.tasks.length ? `, ${random.pick(AIMS)}` : '';
    return `${bullet}${bullet === '' ? `C${i + 1}. ` : ''}${task}${end}${more}`;
  });
  const line = written.join(random.chance(0.5) ? `.${gap}` : ` ;${gap}`);
  return random.chance(0.03) ? cutWord(random, line) : line;
}

function assessmentText(
  random: Random,
  module: Module,
  { sentences }: Profile['paragraphs'],
): string {
  const first = random.pick(ASSESSMENTS);
  if (sentences <= module.tasks.length) return first;
  const criteria = module.tasks.map((task) => `* le candidat sait ${task}, ${random.pick(MEANS)}`);
  return `${first}    Critères d’évaluation :    ${criteria.join('    ')}`;
}

/** The modules with their first tasks: activities in a few lines. */
function listed(modules: readonly Module[], random: Random): XmlText {
  const lines = modules.map(({ title, tasks }) => `- ${title} : ${tasks.slice(0, 2).join(', ')}`);
  return xmlText(lines.join(random.pick(GAPS)));
}

/** The tasks alone: skills in a few lines. */
function summed(modules: readonly Module[], random: Random): XmlText {
  const kept = modules.flatMap(({ tasks }) => tasks.slice(2));
  return xmlText(kept.map((task) => `* ${capitalised(task)}`).join(random.pick(GAPS)));
}

/** Prepares the paragraphs of every module: bounded, whatever the number of fiches. */
export function createTexts(plan: Plan): Texts {
  const { paragraphs } = plan.profile;
  const median = plan.profile.sectionParagraphs[plan.register];
  const random = drawOf(plan, DRAW.TEXT);
  const skillsOf = new Map<Module, XmlText[]>();
  const assessmentsOf = new Map<Module, XmlText[]>();
  for (const module of [...SECTORS.flatMap((sector) => sector.modules), ...COMMON_MODULES]) {
    const prepare = (write: typeof paragraph) =>
      Array.from({ length: paragraphs.variants }, () => xmlText(write(random, module, paragraphs)));
    skillsOf.set(module, prepare(paragraph));
    assessmentsOf.set(module, prepare(assessmentText));
  }

  const one = (book: Map<Module, XmlText[]>, module: Module, from: Random) =>
    from.pick(book.get(module) ?? []);

  const section = (modules: readonly Module[], from: Random, scale: number): XmlText => {
    const drawn = Math.round(scale * median * Math.exp(from.normal(0, 0.8)));
    const count = Math.min(LONGEST_SECTION, Math.max(1, drawn));
    let text = '';
    for (let i = 0; i < count; i++) {
      if (i > 0) text += '       ';
      text += one(skillsOf, modules[i % modules.length] as Module, from);
    }
    return text as XmlText;
  };

  return {
    skills: (module, from) => one(skillsOf, module, from),
    assessment: (module, from) => one(assessmentsOf, module, from),
    activities: (modules, from) =>
      median === 0 ? listed(modules, from) : section(modules, from, 1),
    attestedSkills: (modules, from) =>
      median === 0 ? summed(modules, from) : section(modules, from, 1.3),
    objectives: ({ sector, modules }, title, from) => {
      const opening = from
        .pick(OBJECTIVES)
        .replace('{title}', () => title)
        .replace('{sector}', sector.of)
        .replace('{employers}', sector.employers);
      if (median === 0) return xmlText(opening);
      const tasks = modules.map((index) => sector.modules[index]?.tasks[0] ?? '');
      const text = xmlText(`${opening}    Le professionnel sait notamment ${tasks.join(', ')}.`);
      const detailed = sector.modules[modules[0] ?? 0] as Module;
      return `${text}    ${one(skillsOf, detailed, from)}` as XmlText;
    },
  };
}
