import type { Command } from 'commander';

/** What commands of surveys need of the command line. */
interface Commands {
  /** What is said of exit codes after each help. */
  readonly exitCodes: string;
}

/** Adds the commands of holders' surveys to a program. */
export function surveyCommands(program: Command, { exitCodes }: Commands): void {
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
      (await import('./run-template.ts')).runTemplate(file, force),
    );
}
