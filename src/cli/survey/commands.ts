import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../../config.ts';
import { parseRegisterCode, type RegisterCode } from '../../domain/certification/register-code.ts';
import { parseSiren } from '../../domain/nomenclature/siret.ts';
import type { EraseCommand } from './run-administration.ts';
import type { SurveyImportCommand } from './run-import.ts';

/** What commands of surveys need of the command line. */
interface Commands {
  readonly config: () => Config;
  /** A signal that is given at the first Ctrl+C or termination from now on. */
  readonly stopSignal: () => AbortSignal;
  /** What is said of exit codes after each help. */
  readonly exitCodes: string;
}

/** Adds the commands of holders' surveys to a program. */
export function surveyCommands(
  program: Command,
  { config, stopSignal, exitCodes }: Commands,
): void {
  const survey = program
    .command('survey')
    .description('surveys of holders: what certifying bodies ask those whom they certified')
    .addHelpText('after', exitCodes);
  survey
    .command('template')
    .description(
      'write an empty XLSX file to be filled, with instructions and examples (in French)',
    )
    .argument('[file]', 'where to', 'enquete-titulaires.xlsx')
    .option('--force', 'replace a file of that name', false)
    .addHelpText('after', exitCodes)
    .action(async (file: string, { force }: { force: boolean }) =>
      (await import('./run-template.ts')).runTemplate(file, { force, stop: stopSignal() }),
    );
  survey
    .command('import')
    .description('import rosters and situations as one publication, all at once or not at all')
    .argument('<files...>', 'CSV, XLSX, or the XML file handed over to the Caisse des Dépôts')
    .option(
      '--mapping <file>',
      'JSON that says which column is which field, and which value which code',
    )
    .option('--check', 'compute all, print it beside what is published, and write nothing')
    .option(
      '--body <siren>',
      'accept certifications of this body alone, and keep its mapping',
      accepted(parseSiren),
    )
    .option(
      '--international <codes...>',
      'certifications whose jobs abroad count as employment, from now on',
      accepted(codes),
    )
    .addHelpText(
      'after',
      `
A roster or the situations of a horizon that are there already are replaced, cohort by cohort. Names, NIR,
e-mail addresses and the like are refused before anything is stored.

Examples:
  debouches survey import titulaires.csv situations.csv --check
  debouches survey import enquete.xlsx --body 111111118
  debouches survey import export.csv --mapping colonnes.json --international RNCP35746
${exitCodes}`,
    )
    .action(async (files: string[], options: SurveyImportCommand) =>
      (await import('./import-in-thread.ts')).importInThread({ config: config(), files, options }),
    );
  survey
    .command('erase')
    .description('erase surveys from all publications, or rows past the time that they are kept')
    .option('--certification <code>', 'certification whose surveys go', accepted(parseRegisterCode))
    .option('--year <year>', 'of this cohort alone', accepted(year))
    .option('--holder <identifier>', 'of this holder alone: the identifier of the files')
    .option('--all', 'all surveys; the next import may then have another SURVEY_SECRET')
    .option('--expired', 'delete replaced rows and those past SURVEY_RETENTION_MONTHS')
    .addHelpText(
      'after',
      `
Past publications answer of erased cohorts that they were erased (410).

Examples:
  debouches survey erase --certification RNCP35746 --year 2022
  debouches survey erase --certification RNCP35746 --holder T0001
  debouches survey erase --all
  debouches survey erase --expired
${exitCodes}`,
    )
    .action(async (options: EraseCommand) =>
      (await import('./run-administration.ts')).runErase(config(), options),
    );
  assignmentCommands(survey, { config, exitCodes });
}

function assignmentCommands(
  survey: Command,
  { config, exitCodes }: Omit<Commands, 'stopSignal'>,
): void {
  survey
    .command('assign')
    .description('let an examiner read the surveys of certifications')
    .argument('<examiner>', 'name of the key, or subject of the token, of the examiner')
    .argument('<codes...>', 'certifications', accepted(codes))
    .addHelpText('after', exitCodes)
    .action(async (examiner: string, given: RegisterCode[]) =>
      (await import('./run-administration.ts')).runAssign(config(), examiner, given),
    );
  survey
    .command('unassign')
    .description('end assignments of an examiner: of these certifications, or of all')
    .argument('<examiner>', 'name of the key, or subject of the token, of the examiner')
    .argument('[codes...]', 'certifications', accepted(codes), [])
    .addHelpText('after', exitCodes)
    .action(async (examiner: string, given: RegisterCode[]) =>
      (await import('./run-administration.ts')).runUnassign(config(), examiner, given),
    );
  survey
    .command('assignments')
    .description('list which examiner reads the surveys of which certification')
    .option('--json', 'as JSON', false)
    .addHelpText('after', exitCodes)
    .action(async ({ json }: { json: boolean }) =>
      (await import('./run-administration.ts')).runAssignments(config(), json),
    );
}

/** Reads one more code of a list. */
function codes(text: string, before: unknown): RegisterCode[] {
  return [...(Array.isArray(before) ? (before as RegisterCode[]) : []), parseRegisterCode(text)];
}

function year(text: string): number {
  if (/^(?:19|20|21)\d{2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A year is accepted, for example 2022.');
}

/** Reads an option; what is wrong with it is told as the command line tells it. */
function accepted<Value>(
  parse: (text: string, before: unknown) => Value,
): (text: string, before: unknown) => Value {
  return (text, before) => {
    try {
      return parse(text, before);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };
}
