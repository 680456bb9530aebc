package org.mingzhang.web.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.privacy.PersonalDataMasker;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.source.PortalServices;

/**
 * The Model Context Protocol over standard input and output: one message per line, answered in
 * order. Nothing else may be written to standard output.
 */
public final class StdioMcpServer {
  private final StatelessTransport transport = new StatelessTransport();
  private final McpTransportContext context;

  /**
   * Creates a server for the data of a portal.
   *
   * @param maskPhones whether mobile phone numbers are masked
   * @param origin origin of the portal for links, without a trailing slash; empty for none
   */
  public StdioMcpServer(PortalServices services, boolean maskPhones, String origin) {
    this.context = ToolCallContext.ofProcess(origin).toTransportContext();
    new PortalMcpServer(services, new PersonalDataMasker(maskPhones), new Messages())
        .serve(transport);
  }

  /** A line, truncated if it is longer than a message may be. */
  private record InputLine(String text, boolean exceedsLimit) {}

  /** Answers messages until the input ends. */
  public void run(InputStream in, OutputStream out) throws IOException {
    InputStream buffered = new BufferedInputStream(in);
    for (InputLine inputLine = readLine(buffered);
        inputLine != null;
        inputLine = readLine(buffered)) {
      String body = inputLine.text().isBlank() ? null : answer(inputLine).body();
      if (body != null) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
      }
    }
  }

  private StatelessTransport.Reply answer(InputLine inputLine) {
    return inputLine.exceedsLimit()
        ? transport.buildError(413, ErrorCodes.INVALID_REQUEST, "the message is too long")
        : transport
            .parse(inputLine.text())
            .map(message -> transport.handle(message, context))
            .orElseGet(
                () ->
                    transport.buildError(
                        400, ErrorCodes.PARSE_ERROR, "a line must be one message of JSON-RPC 2.0"));
  }

  private static @Nullable InputLine readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return null;
    }
    boolean tooLong = false;
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() < PortalMcpServer.MAX_MESSAGE_BYTES) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    return new InputLine(line.toString(StandardCharsets.UTF_8), tooLong);
  }
}
