import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { inFull } from '../../support/in-full.ts';
import { emptyHistory, expectAnswers, expectAsIfUndisturbed } from './history.ts';
import { type Holding, ImportCommand } from './import-command.ts';
import { type ImportPlan, importPlan, ratePlan } from './plans.ts';
import { daysLater, keepRule } from './publication-states.ts';
import { RealRegister } from './real-register.ts';
import { RegisterModel } from './register-model.ts';
import { PruneCommand, WithdrawCommand } from './retention-commands.ts';

const RUNS = inFull(3, 200);
const LONGEST = inFull(8, 16);

/** One of so many is stopped at a statement, of so many at most. */
const stopped = (one: number, after: number) =>
  fc.oneof(
    { weight: one - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.record({ after: fc.nat(after), recovers: fc.boolean() }) },
  );
const stop = stopped(5, 120);
/** Of what takes fewer statements. */
const earlyStop = stopped(3, 40);

/** Some are held first. */
const holding = fc.constantFrom<Holding>(null, null, null, 'PUBLISH', 'WITHDRAW');

const importsOf = (plans: fc.Arbitrary<ImportPlan>) =>
  fc
    .tuple(plans, daysLater, stop, holding)
    .map(([plan, later, how, held]) => new ImportCommand(plan, later, how, held));
const prunes = fc.tuple(keepRule, earlyStop).map(([rule, how]) => new PruneCommand(rule, how));
const withdrawals = fc
  .tuple(fc.constantFrom(0, 0, 0, 1, 2), fc.constantFrom(1, 1, 2, 3), earlyStop)
  .map(([back, times, how]) => new WithdrawCommand(back, times, how));

/** What is done: imports, most of all. */
const HISTORIES = [
  ['files of all kinds', [importPlan, importPlan, importPlan]],
  ['rates that come and go', [ratePlan, ratePlan, ratePlan]],
] as const;

describeEachEngine('a register of random imports, prunes and rollbacks on', (openDatabase) => {
  let register: RealRegister;
  beforeAll(async () => {
    register = await RealRegister.over(await openDatabase(), await openDatabase());
  });
  afterAll(() => register[Symbol.asyncDispose]());

  test.each(HISTORIES)(
    `of %s says of every publication what it said then, and of the newest what its files say, ${RUNS} times`,
    async (_name, plans) => {
      const commands = [...plans.map(importsOf), prunes, withdrawals];
      await fc.assert(
        fc.asyncProperty(
          fc.commands(commands, { maxCommands: LONGEST, size: 'max' }),
          async (all) => {
            await register.forget();
            const [model, history] = [new RegisterModel(), emptyHistory(register)];
            await fc.asyncModelRun(async () => ({ model, real: history }), all);
            await expectAnswers(model, history);
            await expectAsIfUndisturbed(model, history);
          },
        ),
        { numRuns: RUNS, seed: 11, endOnFailure: false },
      );
    },
    inFull(120_000, 3_600_000),
  );
});
