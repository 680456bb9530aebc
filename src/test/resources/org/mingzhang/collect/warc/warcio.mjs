// Reads WARC files and prints one line of JSON a record, with the text of its unpacked content.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { WARCParser } from "warcio";

for (const file of process.argv.slice(2)) {
  for await (const record of new WARCParser(createReadStream(file))) {
    const packed = record.warcType === "response";
    const content = Buffer.from(await record.readFully(packed));
    const head = record.httpHeaders;
    console.log(
      JSON.stringify({
        version: record.warcHeaders.statusline,
        type: record.warcType,
        uri: record.warcTargetURI ?? "",
        status: packed ? Number(head.statusCode) : 0,
        date: record.warcDate ?? "",
        payload: record.warcHeader("WARC-Payload-Digest") ?? "",
        refers: record.warcHeader("WARC-Refers-To-Target-URI") ?? "",
        refersDate: record.warcHeader("WARC-Refers-To-Date") ?? "",
        sha256: createHash("sha256").update(content).digest("hex"),
      }),
    );
  }
}
