// As much of ClickHouse's HTTP interface as OptiBid uses, over chDB: POST / with a statement in the
// body, or in ?query= with the rows of an insert in the body. Arguments: port, data folder.
const http = require('http');
const { Session } = require('chdb');

const session = new Session(process.argv[3]);

http
  .createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const query = new URL(request.url, 'http://localhost').searchParams.get('query');
      const body = Buffer.concat(parts).toString('utf8');
      try {
        response.end(session.query(query ? query + '\n' + body : body, 'TabSeparated'));
      } catch (failure) {
        response.statusCode = 500;
        response.end(String(failure.message || failure));
      }
    });
  })
  .listen(Number(process.argv[2]), '127.0.0.1');
