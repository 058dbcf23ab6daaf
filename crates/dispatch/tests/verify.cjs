// Verifies a signed message with mailauth: its folder, the file, then pairs of record name and text.
const { readFileSync } = require('node:fs');
const [folder, file, ...pairs] = process.argv.slice(2);
const { dkimVerify } = require(`${folder}/node_modules/mailauth/lib/dkim/verify`);

const records = new Map();
for (let i = 0; i + 1 < pairs.length; i += 2) records.set(pairs[i], pairs[i + 1]);

async function resolver(name, type) {
    if (type === 'TXT' && records.has(name)) return [[records.get(name)]];
    const error = new Error('no record');
    error.code = 'ENOTFOUND';
    throw error;
}

dkimVerify(readFileSync(file), { resolver }).then(found => {
    for (const one of found.results) console.log(one.status.result);
});
