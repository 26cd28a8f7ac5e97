import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { emptyHistory, expectAnswers, ImportCommand } from './import-command.ts';
import { importPlan } from './plans.ts';
import { RealRegister } from './real-register.ts';
import { RegisterModel } from './register-model.ts';

const { RUNS = '20', SEED = '1', LONGEST = '8', STOPS = '' } = process.env;

let count = 0;
const stop = STOPS
  ? fc.option(fc.record({ after: fc.nat(120), recovers: fc.boolean() }), { freq: 5 })
  : fc.constant(null);
const command = fc.tuple(importPlan, stop).map(([plan, how]) => new ImportCommand(plan, how));

describeEachEngine('scratch', (openDatabase) => {
  let register: RealRegister;
  beforeAll(async () => {
    register = await RealRegister.over(await openDatabase(), await openDatabase());
  });
  afterAll(() => register[Symbol.asyncDispose]());
  test('x', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands([command], { maxCommands: Number(LONGEST), size: 'max' }),
        async (commands) => {
          await register.forget();
          count += 1;
          if (count % 10 === 0) console.log(count, new Date().toISOString());
          const history = emptyHistory(register);
          const setup = async () => ({ model: new RegisterModel(), real: history });
          await fc.asyncModelRun(setup, commands);
          await expectAnswers(history);
        },
      ),
      {
        numRuns: Number(RUNS),
        seed: Number(SEED),
        interruptAfterTimeLimit: Number(process.env['LIMIT'] ?? 200) * 1000,
      },
    );
  }, 3_600_000);
});
