package org.mingzhang.web.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access log: one JSON object per line with {@code time}, {@code client}, {@code method},
 * {@code uri}, {@code status}, {@code bytes}, {@code millis}, {@code referer} and {@code agent}, in
 * printable ASCII, whatever the client has sent.
 *
 * <p>Clients are logged by network only (the first three bytes of an IPv4 address, the first six of
 * an IPv6 one) unless whole addresses are configured. A file of more than 20 MiB is rotated to
 * {@code .1} and so on; five rotated files are kept. A line that cannot be written is dropped; the
 * first failure is reported. Thread-safe.
 */
public final class AccessLog implements RequestLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final long MAX_FILE_BYTES = 20L << 20;
  private static final int MAX_ROTATED_FILES = 5;
  private static final Pattern SECRET_PARAMETER = Pattern.compile("(?i)([?&](?:key|token)=)[^&#]*");

  /** Tokens in the addresses for confirming and ending alerts. */
  private static final Pattern ALERT_TOKEN = Pattern.compile("(/alerts/(?:confirm|end)/)[^?/]+");

  private static final int MAX_FIELD_LENGTH = 2_000;
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Path file;
  private final boolean logsWholeAddresses;
  private @Nullable OutputStream out;
  private long writtenBytes;
  private boolean writingFailed;

  /**
   * Creates a log that appends to a file, which is opened when the first line is written.
   *
   * @param logsWholeAddresses whether to log addresses of clients instead of their networks
   */
  public AccessLog(Path file, boolean logsWholeAddresses) {
    this.file = file;
    this.logsWholeAddresses = logsWholeAddresses;
  }

  @Override
  public void log(Request request, Response response) {
    try {
      append((formatLine(request, response) + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      reportFailure(e);
    }
  }

  private String formatLine(Request request, Response response) throws IOException {
    StringWriter line = new StringWriter(256);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", Instant.now().toString());
      json.writeStringField(
          "client", clientNetwork(request.getConnectionMetaData().getRemoteSocketAddress()));
      json.writeStringField("method", truncate(request.getMethod()));
      json.writeStringField("uri", truncate(withoutSecrets(request.getHttpURI().getPathQuery())));
      json.writeNumberField("status", response.getStatus());
      json.writeNumberField("bytes", Response.getContentBytesWritten(response));
      json.writeNumberField(
          "millis", (System.nanoTime() - request.getHeadersNanoTime()) / 1_000_000);
      json.writeStringField(
          "referer", truncate(withoutSecrets(request.getHeaders().get(HttpHeader.REFERER))));
      json.writeStringField("agent", truncate(request.getHeaders().get(HttpHeader.USER_AGENT)));
      json.writeEndObject();
    }
    return line.toString();
  }

  /** Replaces the keys and tokens in an address by hyphens; null for null. */
  private static @Nullable String withoutSecrets(@Nullable String address) {
    return address == null
        ? null
        : ALERT_TOKEN
            .matcher(SECRET_PARAMETER.matcher(address).replaceAll("$1-"))
            .replaceAll("$1-");
  }

  private static String truncate(@Nullable String text) {
    return text == null
        ? ""
        : text.length() > MAX_FIELD_LENGTH ? text.substring(0, MAX_FIELD_LENGTH) : text;
  }

  private String clientNetwork(SocketAddress address) {
    return address instanceof InetSocketAddress remote && remote.getAddress() != null
        ? logsWholeAddresses
            ? remote.getAddress().getHostAddress()
            : truncateToNetwork(remote.getAddress())
        : "";
  }

  /** The network of an address: the address with the bytes of the host set to 0. */
  static String truncateToNetwork(InetAddress address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, bytes.length == 4 ? 3 : 6, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of another length", e);
    }
  }

  private synchronized void append(byte[] line) throws IOException {
    OutputStream to = out;
    if (to == null || writtenBytes > MAX_FILE_BYTES) {
      to = rotateAndOpen();
    }
    to.write(line);
    writtenBytes += line.length;
  }

  private OutputStream rotateAndOpen() throws IOException {
    close();
    if (Files.exists(file) && Files.size(file) > MAX_FILE_BYTES) {
      for (int n = MAX_ROTATED_FILES - 1; n >= 0; n--) {
        Path from = n == 0 ? file : numberedFile(n);
        if (Files.exists(from)) {
          Files.move(from, numberedFile(n + 1), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    writtenBytes = Files.exists(file) ? Files.size(file) : 0;
    OutputStream fresh =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    out = fresh;
    return fresh;
  }

  private Path numberedFile(int n) {
    return file.resolveSibling(file.getFileName() + "." + n);
  }

  private synchronized void reportFailure(IOException e) {
    if (!writingFailed) {
      writingFailed = true;
      LOG.warn("the access log cannot be written: {}", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
      out = null;
    }
  }
}
