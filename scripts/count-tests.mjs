// Adds up what the test runs wrote down, and fails when one failed or none ran.
import { readFileSync, readdirSync } from 'node:fs';

const folder = process.argv[2] ?? '.test-results';
let [passed, failed] = [0, 0];
for (const file of readdirSync(folder)) {
  const results = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  passed += results.numPassedTests;
  failed += results.numFailedTests;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = passed > 0 && failed === 0 ? 0 : 1;
