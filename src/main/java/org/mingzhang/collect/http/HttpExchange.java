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
 * A request and its response. {@link #close} deletes the files.
 *
 * @param uri the requested address
 * @param address IP address of the server
 * @param date when the request was sent
 * @param request the request as sent, one character for each byte
 * @param head head of the response
 * @param rawFile file with the bytes of the response as received
 * @param bodyOffset offset of the body in that file
 * @param payloadSha1 SHA-1 of the body without its framing but with its content coding, in
 *     lower-case hexadecimal
 * @param body file with the decoded body; null if the response is incomplete
 * @param fault why the response is incomplete, or null
 */
public record HttpExchange(
    URI uri,
    InetAddress address,
    Instant date,
    String request,
    ResponseHead head,
    Path rawFile,
    long bodyOffset,
    String payloadSha1,
    @Nullable Path body,
    @Nullable FetchException fault)
    implements AutoCloseable {

  /** Status code of the response. */
  public int status() {
    return head.status();
  }

  /** Size of the response as received, in bytes. */
  public long rawSize() throws IOException {
    return Files.size(rawFile);
  }

  /**
   * The decoded body.
   *
   * @throws IOException if the response is incomplete
   */
  public InputStream content() throws IOException {
    if (body == null) {
      throw fault == null ? new IOException("there is no body") : fault;
    }
    return Files.newInputStream(body);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(rawFile);
    if (body != null) {
      Files.deleteIfExists(body);
    }
  }
}
