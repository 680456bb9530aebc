package org.mingzhang.collect.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one address by HTTP/1.1 and keeps the answer byte for byte, which a client that unpacks
 * and joins answers cannot give. Connects to the very address that was checked. Sends no cookies,
 * follows no redirects. Safe on many threads.
 */
public final class HttpFetcher {
  private static final int LARGEST_HEAD = 64 * 1024;
  private static final int MOST_INTERIM = 5;

  /** What little text may become when unpacked without being suspect, and how many times more. */
  private static final long ALWAYS_UNPACKED = 10L << 20;

  private static final long MOST_TIMES = 200;

  private final AddressGuard guard;
  private final String agent;
  private final FetchLimits limits;
  private final Connector connector;
  private final Path folder;
  private final Clock clock;

  /**
   * A fetcher.
   *
   * @param agent what it calls itself
   * @param folder for files of answers, which must exist
   */
  public HttpFetcher(
      AddressGuard guard, String agent, FetchLimits limits, Path folder, Clock clock) {
    this.guard = guard;
    this.agent = agent;
    this.limits = limits;
    this.connector = new Connector(limits);
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Asks for an address. An answer that breaks off or is too large is told by {@link
   * Exchange#fault}.
   *
   * @param etag validator of what is known, or null
   * @param modified the other validator, or null
   * @throws FetchException if there was no answer, or its head is not in order
   */
  public Exchange fetch(URI uri, @Nullable String etag, @Nullable String modified)
      throws IOException {
    List<InetAddress> addresses = guard.resolve(uri.getHost().replaceAll("[\\[\\]]", ""));
    String request = request(uri, etag, modified);
    Path raw = Files.createTempFile(folder, "answer-", "");
    try (Socket socket = connector.to(uri, addresses);
        OutputStream copy = new BufferedOutputStream(Files.newOutputStream(raw))) {
      var date = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      TeeInput in = new TeeInput(socket, copy, limits.bytes(), limits.time(), limits.silence());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ResponseHead head = head(in);
      copy.flush();
      return body(uri, socket.getInetAddress(), date, request, head, raw, in, copy);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(raw);
      throw told(e);
    }
  }

  private static IOException told(Exception e) {
    if (e instanceof FetchException fetch) {
      return fetch;
    }
    if (e instanceof SSLException) {
      return new FetchException(
          FetchException.Reason.TLS, "encryption failed: " + e.getMessage(), e);
    }
    return new FetchException(
        FetchException.Reason.BROKEN, "the connection broke: " + e.getMessage(), e);
  }

  private String request(URI uri, @Nullable String etag, @Nullable String modified) {
    String query = uri.getRawQuery();
    StringBuilder text = new StringBuilder("GET ").append(uri.getRawPath());
    text.append(query == null ? "" : "?" + query).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
    text.append("User-Agent: ").append(agent).append("\r\n");
    text.append("Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n");
    text.append("Accept-Language: zh-CN,zh;q=0.9\r\nAccept-Encoding: gzip\r\n");
    if (etag != null) {
      text.append("If-None-Match: ").append(etag).append("\r\n");
    }
    if (modified != null) {
      text.append("If-Modified-Since: ").append(modified).append("\r\n");
    }
    return text.append("Connection: close\r\n\r\n").toString();
  }

  private static ResponseHead head(TeeInput in) throws IOException {
    for (int i = 0; i < MOST_INTERIM; i++) {
      ResponseHead head = ResponseHead.parse(lines(in));
      if (head.status() >= 200) {
        return head;
      }
    }
    throw new FetchException(
        FetchException.Reason.BAD_HEAD,
        "the answer has more than " + MOST_INTERIM + " interim heads");
  }

  private static String lines(TeeInput in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw BodyInput.broken(text.isEmpty() ? "is empty" : "ends in its head");
      }
      if (text.length() == LARGEST_HEAD) {
        throw new FetchException(
            FetchException.Reason.BAD_HEAD, "the head of the answer is larger than 64 KiB");
      }
      text.append((char) c);
      if (c == '\n' && (endsWith(text, "\r\n\r\n") || endsWith(text, "\n\n"))) {
        return text.toString().stripTrailing();
      }
    }
  }

  private static boolean endsWith(StringBuilder text, String end) {
    int from = text.length() - end.length();
    return from >= 0 && text.indexOf(end, from) == from;
  }

  private Exchange body(
      URI uri,
      InetAddress address,
      java.time.Instant date,
      String request,
      ResponseHead head,
      Path raw,
      TeeInput in,
      OutputStream copy)
      throws IOException {
    long bodyAt = Files.size(raw);
    MessageDigest sha1 = sha1();
    Path body = Files.createTempFile(folder, "body-", "");
    FetchException fault = null;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(body))) {
      DigestInputStream payload = new DigestInputStream(BodyInput.of(head, in), sha1);
      unpack(head, payload, out);
      payload.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      fault = (FetchException) (e instanceof ZipException ? unreadable(e) : told(e));
      Files.deleteIfExists(body);
    }
    copy.flush();
    return new Exchange(
        uri,
        address,
        date,
        request,
        head,
        raw,
        bodyAt,
        HexFormat.of().formatHex(sha1.digest()),
        fault == null ? body : null,
        fault);
  }

  private static FetchException unreadable(IOException e) {
    return new FetchException(
        FetchException.Reason.BROKEN, "the answer is not packed as it says: " + e.getMessage(), e);
  }

  private void unpack(ResponseHead head, InputStream payload, OutputStream out) throws IOException {
    String coding = head.coding();
    if (coding.isEmpty() || head.bodiless()) {
      payload.transferTo(out);
      return;
    }
    CountingInput packed = new CountingInput(payload);
    InputStream unpacked =
        coding.equals("gzip") ? new GZIPInputStream(packed) : new InflaterInputStream(packed);
    byte[] buffer = new byte[16 * 1024];
    long written = 0;
    for (int n = unpacked.read(buffer); n >= 0; n = unpacked.read(buffer)) {
      written += n;
      if (written > limits.unpacked()
          || (written > ALWAYS_UNPACKED && written > packed.count() * MOST_TIMES)) {
        throw new FetchException(
            FetchException.Reason.DECOMPRESSION_BOMB,
            "the answer unpacks to more than " + written + " bytes from " + packed.count());
      }
      out.write(buffer, 0, n);
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
