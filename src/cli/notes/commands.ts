import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../config.ts';
import type { PlainDate } from '../../domain/calendar.ts';
import {
  parseRegisterCode,
  REGISTERS,
  type Register,
  type RegisterCode,
} from '../../domain/certification/register-code.ts';
import { MOST_CHARACTERS, type NewNote, parseNoteYears } from '../../domain/notes/new-note.ts';
import type { NoteKind } from '../../domain/notes/note.ts';
import { INSERTION_INDICATORS, type InsertionIndicator } from '../../domain/rate/indicator.ts';

/** Kinds of notes as the command line names them. */
const KINDS: Readonly<Record<string, NoteKind>> = { note: 'NOTE', break: 'BREAK_IN_SERIES' };

interface AddCommand {
  readonly kind: string;
  readonly text: string;
  readonly textEn?: string;
  readonly register?: Register;
  readonly certification?: RegisterCode;
  readonly indicator?: InsertionIndicator;
  readonly years?: Pick<NewNote, 'yearFrom' | 'yearTo'>;
  readonly from?: PlainDate;
  readonly until?: PlainDate;
}

/** What commands of notes need of the command line. */
interface Commands {
  readonly config: () => Config;
  /** Reads a day of an option. */
  readonly day: (text: string) => PlainDate;
  /** What is said of exit codes after each help. */
  readonly exitCodes: string;
}

/** Adds the commands of notes to a program. */
export function noteCommands(program: Command, { config, day, exitCodes }: Commands): void {
  const note = program
    .command('note')
    .description('say something of figures: it goes with each that it touches')
    .addHelpText('after', exitCodes);
  note
    .command('add')
    .description('add a note, in a new publication of the same files')
    .addOption(
      new Option('--kind <kind>', 'note, or break: a break in series, which stops yearly changes')
        .choices(Object.keys(KINDS))
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--text <text>',
      `what it says, in French, at most ${MOST_CHARACTERS} characters`,
    )
    .option('--text-en <text>', 'the same in English; the French text without')
    .addOption(new Option('--register <register>', 'of one register').choices(REGISTERS))
    .option('--certification <code>', 'of one certification', accepted(parseRegisterCode))
    .addOption(new Option('--indicator <name>', 'of one rate').choices(INSERTION_INDICATORS))
    .option(
      '--years <years>',
      'of cohorts of some years: 2020, 2019..2021, 2019.. or ..2021; of a break its first year',
      accepted(parseNoteYears),
    )
    .option('--from <day>', 'first day on which it is shown, YYYY-MM-DD', day)
    .option('--until <day>', 'last day on which it is shown, YYYY-MM-DD', day)
    .addHelpText(
      'after',
      `
Without a register, a certification, an indicator or years it is of all of them. It cannot be altered:
end it and add another.

Examples:
  debouches note add --kind note --certification RNCP35746 --years 2020 \\
    --text "Enquête menée par téléphone."
  debouches note add --kind break --indicator GLOBAL_6_MONTHS --years 2021 \\
    --text "Questionnaire changé." --text-en "Another questionnaire."
${exitCodes}`,
    )
    .action(async (options: AddCommand) =>
      (await import('./run-notes.ts')).runAddNote(config(), noteOf(options)),
    );
  note
    .command('end')
    .description('end a note, in a new publication of the same files')
    .argument('<number>', 'number of the note', noteNumber)
    .addHelpText('after', exitCodes)
    .action(async (id: number) => (await import('./run-notes.ts')).runEndNote(config(), id));
  program
    .command('notes')
    .description('list the notes, newest first: what each is about, and the publications with it')
    .option('--json', 'as JSON', false)
    .addHelpText('after', exitCodes)
    .action(async ({ json }: { json: boolean }) =>
      (await import('./run-notes.ts')).runNotes(config(), json),
    );
}

function noteNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('The number of a note is accepted, for example 3.');
}

/** Reads an option; what is wrong with it is told as the command line tells it. */
function accepted<Value>(parse: (text: string) => Value): (text: string) => Value {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
    }
  };
}

function noteOf(options: AddCommand): NewNote {
  const { kind, text, textEn, register, certification, indicator, years, from, until } = options;
  return {
    kind: KINDS[kind] ?? 'NOTE',
    register: register ?? null,
    certificationCode: certification ?? null,
    indicator: indicator ?? null,
    ...(years ?? { yearFrom: null, yearTo: null }),
    ...{ textFr: text, textEn: textEn ?? null, startsOn: from ?? null, endsOn: until ?? null },
  };
}
