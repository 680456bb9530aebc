// Reads data packages with npm's datapackage and prints what it found as JSON: node data-package.mjs ADDRESS…
import datapackage from "datapackage";

const told = [];
for (const address of process.argv.slice(2)) {
  const one = await datapackage.Package.load(address);
  const resources = [];
  for (const resource of one.resources) {
    const rows = await resource.read({ keyed: true });
    resources.push({
      name: resource.name,
      rows: rows.length,
      sum: rows.reduce((sum, row) => sum + Number(row.amount), 0),
      valid: resource.valid,
    });
  }
  told.push({ address, valid: one.valid, errors: one.errors.map(String), resources });
}
console.log(JSON.stringify(told));
