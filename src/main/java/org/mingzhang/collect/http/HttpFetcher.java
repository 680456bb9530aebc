package org.mingzhang.collect.http;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 client that keeps the exact bytes of a response, framing included, as WARC requires; the
 * JDK's client returns only decoded bodies. Connects to the IP addresses that {@link AddressGuard}
 * has checked. Sends no cookies and follows no redirects. Thread-safe.
 */
public final class HttpFetcher {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final int MAX_INTERIM_RESPONSES = 5;

  /** Decompressed size in bytes up to which the compression ratio is not limited. */
  private static final long RATIO_EXEMPT_BYTES = 10L << 20;

  private static final long MAX_COMPRESSION_RATIO = 200;

  private final AddressGuard guard;
  private final String userAgent;
  private final FetchLimits limits;
  private final Connector connector;
  private final Path folder;
  private final Clock clock;
  private final Set<Socket> openSockets = ConcurrentHashMap.newKeySet();
  private volatile boolean aborted;

  /**
   * Creates a fetcher.
   *
   * @param userAgent value of the User-Agent header
   * @param folder existing folder for files of responses
   */
  public HttpFetcher(
      AddressGuard guard, String userAgent, FetchLimits limits, Path folder, Clock clock) {
    this.guard = guard;
    this.userAgent = userAgent;
    this.limits = limits;
    this.connector = new Connector(limits);
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Fetches an address. If the body is truncated, too large or malformed, the exchange has a {@link
   * HttpExchange#fault}. The caller closes the exchange, which deletes its files.
   *
   * @param etag ETag of the last response, or null
   * @param lastModified Last-Modified of the last response, or null
   * @throws FetchException if the host is not allowed, there is no response, or its head is
   *     malformed
   * @throws IOException if the response cannot be written to this machine's disk
   * @throws CrawlClock.RunInterruptedException if {@link #abort} was called before the end
   */
  public HttpExchange fetch(URI uri, @Nullable String etag, @Nullable String lastModified)
      throws IOException, CrawlClock.RunInterruptedException {
    try {
      HttpExchange exchange = fetchUnlessAborted(uri, etag, lastModified);
      if (aborted) {
        exchange.close();
        throw new CrawlClock.RunInterruptedException();
      }
      return exchange;
    } catch (FetchException e) {
      if (aborted) {
        throw new CrawlClock.RunInterruptedException();
      }
      throw e;
    }
  }

  /** Breaks off all requests for good, also those that are in progress. */
  public void abort() {
    aborted = true;
    for (Socket socket : openSockets) {
      try {
        socket.close();
      } catch (IOException e) {
        // The connection is given up in any case.
      }
    }
  }

  /** A connection that is removed from the open ones when it is closed. */
  private record OpenConnection(Socket socket, Set<Socket> openSockets) implements AutoCloseable {
    OpenConnection {
      openSockets.add(socket);
    }

    @Override
    public void close() throws IOException {
      openSockets.remove(socket);
      socket.close();
    }
  }

  private HttpExchange fetchUnlessAborted(
      URI uri, @Nullable String etag, @Nullable String lastModified) throws IOException {
    List<InetAddress> addresses =
        guard.resolvePublicAddresses(uri.getHost().replaceAll("[\\[\\]]", ""));
    String request = formatRequest(uri, etag, lastModified);
    Path raw = ResponseFileOutput.createFile(folder, "answer-");
    try (OpenConnection connection =
            new OpenConnection(connector.connect(uri, addresses), openSockets);
        OutputStream copy = ResponseFileOutput.open(raw)) {
      Socket socket = connection.socket();
      var date = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (aborted) {
        throw BodyInput.createBrokenException("was not waited for");
      }
      TeeInput in =
          new TeeInput(socket, copy, limits.maxBytes(), limits.timeLimit(), limits.maxSilence());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      ResponseHead head = readHead(in);
      copy.flush();
      return readExchange(uri, socket.getInetAddress(), date, request, head, raw, in, copy);
    } catch (ResponseFileOutput.LocalFileException e) {
      Files.deleteIfExists(raw);
      throw e;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(raw);
      throw toFetchException(e);
    }
  }

  private static FetchException toFetchException(Exception e) {
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

  private String formatRequest(URI uri, @Nullable String etag, @Nullable String lastModified) {
    String query = uri.getRawQuery();
    StringBuilder text = new StringBuilder("GET ").append(uri.getRawPath());
    text.append(query == null ? "" : "?" + query).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
    text.append("User-Agent: ").append(userAgent).append("\r\n");
    text.append("Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n");
    text.append("Accept-Language: zh-CN,zh;q=0.9\r\nAccept-Encoding: gzip\r\n");
    if (etag != null) {
      text.append("If-None-Match: ").append(etag).append("\r\n");
    }
    if (lastModified != null) {
      text.append("If-Modified-Since: ").append(lastModified).append("\r\n");
    }
    return text.append("Connection: close\r\n\r\n").toString();
  }

  private static ResponseHead readHead(TeeInput in) throws IOException {
    for (int i = 0; i < MAX_INTERIM_RESPONSES; i++) {
      ResponseHead head = ResponseHead.parse(readHeadText(in));
      if (head.status() >= 200) {
        return head;
      }
    }
    throw new FetchException(
        FetchException.Reason.BAD_HEAD,
        "the answer has more than " + MAX_INTERIM_RESPONSES + " interim heads");
  }

  private static String readHeadText(TeeInput in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw BodyInput.createBrokenException(text.isEmpty() ? "is empty" : "ends in its head");
      }
      if (text.length() == MAX_HEAD_BYTES) {
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

  private HttpExchange readExchange(
      URI uri,
      InetAddress address,
      Instant date,
      String request,
      ResponseHead head,
      Path rawFile,
      TeeInput in,
      OutputStream rawOut)
      throws IOException {
    long bodyAt = in.consumedBytes();
    MessageDigest sha1 = sha1();
    Path body = ResponseFileOutput.createFile(folder, "body-");
    FetchException fault = null;
    try (OutputStream out = ResponseFileOutput.open(body)) {
      DigestInputStream payload = new DigestInputStream(BodyInput.decode(head, in), sha1);
      decode(head, payload, out);
      payload.transferTo(OutputStream.nullOutputStream());
    } catch (ResponseFileOutput.LocalFileException e) {
      Files.deleteIfExists(body);
      throw e;
    } catch (IOException e) {
      fault = e instanceof ZipException ? createMalformedException(e) : toFetchException(e);
      Files.deleteIfExists(body);
    }
    rawOut.flush();
    return new HttpExchange(
        uri,
        address,
        date,
        request,
        head,
        rawFile,
        bodyAt,
        HexFormat.of().formatHex(sha1.digest()),
        fault == null ? body : null,
        fault);
  }

  private static FetchException createMalformedException(IOException e) {
    return new FetchException(
        FetchException.Reason.BROKEN, "the compressed answer is malformed: " + e.getMessage(), e);
  }

  private void decode(ResponseHead head, InputStream payload, OutputStream out) throws IOException {
    String coding = head.contentCoding();
    if (coding.isEmpty() || head.isBodiless()) {
      payload.transferTo(out);
      return;
    }
    BoundedInputStream packed = BoundedInputStream.builder().setInputStream(payload).get();
    InputStream unpacked =
        coding.equals("gzip") ? new GZIPInputStream(packed) : new InflaterInputStream(packed);
    byte[] buffer = new byte[16 * 1024];
    long written = 0;
    for (int n = unpacked.read(buffer); n >= 0; n = unpacked.read(buffer)) {
      written += n;
      if (written > limits.maxUnpackedBytes()
          || (written > RATIO_EXEMPT_BYTES
              && written > packed.getCount() * MAX_COMPRESSION_RATIO)) {
        throw new FetchException(
            FetchException.Reason.DECOMPRESSION_BOMB,
            "the answer unpacks to more than " + written + " bytes from " + packed.getCount());
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
