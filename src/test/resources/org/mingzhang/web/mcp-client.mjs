// Speaks to a portal with the official client of the protocol; prints what it was told as JSON.
// node mcp-client.mjs ADDRESS, in a folder where @modelcontextprotocol/sdk is installed.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const client = new Client({ name: "conformance", version: "1" });
await client.connect(new StreamableHTTPClientTransport(new URL(process.argv[2])));
const told = { server: client.getServerVersion(), instructions: client.getInstructions(), calls: [] };
told.tools = (await client.listTools()).tools;
told.templates = (await client.listResourceTemplates()).resourceTemplates;
const place = "qsqzgh-2024-bmjs/gk-zyzz";
const calls = [
  ["search_sections", { query: "经费" }],
  ["get_section", { section: place }],
  ["facts", { account: "三公经费" }],
  ["compare", { account: "三公经费" }],
  ["findings", {}],
  ["document_outline", { document: "qsqzgh-2024-bmjs" }],
  ["cite", { place }],
  ["coverage", {}],
  ["coverage", { year: "2024" }],
];
for (const [name, args] of calls) {
  const result = await client.callTool({ name, arguments: args });
  told.calls.push({ name, isError: result.isError ?? false, text: result.content[0].text });
}
told.resource = (await client.readResource({ uri: "mingzhang:///d/" + place })).contents[0];
const many = await Promise.all(
  Array.from({ length: 100 }, () => client.callTool({ name: "coverage", arguments: {} })));
told.together = new Set(many.map((result) => result.content[0].text)).size;
told.missing = await client.callTool({ name: "no_such_tool", arguments: {} }).then(
  (result) => (result.isError ? "refused" : "answered"), () => "refused");
await client.close();
console.log(JSON.stringify(told));
