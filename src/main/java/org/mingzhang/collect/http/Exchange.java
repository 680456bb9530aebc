package org.mingzhang.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer. The files are the caller's; {@link #close} deletes them.
 *
 * @param uri what was asked for
 * @param address address that was asked
 * @param date when the request was sent
 * @param request what was sent, each character one byte
 * @param head head of the answer
 * @param raw file of the answer as it came
 * @param bodyAt place in it where the body begins
 * @param payloadSha1 SHA-1 in lower-case hexadecimal of the body without its framing
 * @param body file of the body unpacked, null where the answer is not whole
 * @param fault why the answer is not whole, or null
 */
public record Exchange(
    URI uri,
    InetAddress address,
    Instant date,
    String request,
    ResponseHead head,
    Path raw,
    long bodyAt,
    String payloadSha1,
    @Nullable Path body,
    @Nullable FetchException fault)
    implements AutoCloseable {

  /** HTTP status. */
  public int status() {
    return head.status();
  }

  /** Length of the answer as it came. */
  public long rawBytes() throws IOException {
    return Files.size(raw);
  }

  /** The unpacked body of a whole answer. */
  public InputStream content() throws IOException {
    if (body == null) {
      throw fault == null ? new IOException("there is no body") : fault;
    }
    return Files.newInputStream(body);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(raw);
    if (body != null) {
      Files.deleteIfExists(body);
    }
  }
}
