package org.mingzhang.collect.warc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.ResponseHead;
import org.mingzhang.collect.http.WebAddress;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Reads the whole answers of a WARC file one after the other. A record that is too large is passed
 * over by name; one whose length or packing is wrong ends the reading, since nothing tells where
 * the next begins. What all records unpack to is bounded by the size of the file.
 */
final class WarcResponseReader {
  private static final long LARGEST = 200L << 20;
  private static final long ALWAYS = 1L << 30;
  private static final long MOST_TIMES = 500;
  private static final int WHOLE = 200;

  private final Path file;
  private final String name;
  private final Path folder;
  private long left;

  WarcResponseReader(Path file, String name, Path folder) throws IOException {
    this.file = file;
    this.name = name;
    this.folder = folder;
    this.left = Math.max(ALWAYS, Files.size(file) * MOST_TIMES);
  }

  void each(WarcVisitor visitor) throws IOException {
    Path content = folder.resolve("content");
    long at = 0;
    try (WarcReader reader = new WarcReader(file)) {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        WarcRecord record = next.get();
        at = reader.position();
        if (record instanceof WarcTargetRecord target) {
          Named named = named(target);
          if (named == null) {
            visitor.passedOver(name + "@" + at, "its address, date or type cannot be read");
          } else {
            answer(target, named, at, content, visitor);
          }
        }
        drain(record.body(), at);
      }
    } catch (ParsingException | UncheckedIOException | IllegalArgumentException e) {
      throw new WebArchiveException(unreadable(at, e));
    } catch (IOException e) {
      throw e instanceof WebArchiveException ? e : new WebArchiveException(unreadable(at, e));
    } finally {
      Files.deleteIfExists(content);
    }
  }

  private String unreadable(long at, Exception e) {
    return name + " cannot be read beyond the record at byte " + at + ": " + e.getMessage();
  }

  /** What the fields of a record say; the library reads each when it is asked for. */
  private record Named(String target, Instant date, String type, boolean http) {}

  private static @Nullable Named named(WarcTargetRecord record) {
    try {
      MediaType type = record.contentType();
      return new Named(
          String.valueOf(record.target()),
          record.date(),
          type.toString(),
          type.base().toString().equals("application/http"));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException malformed) {
      return null;
    }
  }

  private void answer(
      WarcTargetRecord record, Named named, long at, Path content, WarcVisitor visitor)
      throws IOException {
    Optional<URI> uri = WebAddress.of(named.target());
    if (uri.isEmpty()) {
      return;
    }
    ResponseHead head;
    MessageBody body;
    if (record instanceof WarcResponse response && named.http()) {
      HttpResponse http = response.http();
      head = head(http);
      if (http.status() != WHOLE) {
        return;
      }
      body = http.bodyDecoded();
    } else if (record instanceof WarcResource resource) {
      head = new ResponseHead(WHOLE, List.of(new ResponseHead.Field("content-type", named.type())));
      body = resource.body();
    } else {
      return;
    }
    String sha256 = kept(body, content, at);
    if (sha256 == null) {
      visitor.passedOver(uri.get().toString(), "larger than " + LARGEST + " bytes");
      return;
    }
    visitor.answer(
        new ArchivedResponse(
            uri.get(), named.date(), head, content, sha256, name + "@" + at + "@" + named.date()));
  }

  private static ResponseHead head(HttpResponse http) {
    List<ResponseHead.Field> fields = new ArrayList<>();
    http.headers()
        .map()
        .forEach(
            (field, values) ->
                values.forEach(
                    value ->
                        fields.add(new ResponseHead.Field(field.toLowerCase(Locale.ROOT), value))));
    return new ResponseHead(http.status(), fields);
  }

  /** Keeps a body in a file; null where it is too large. */
  private @Nullable String kept(MessageBody body, Path content, long at) throws IOException {
    MessageDigest digest = sha256();
    InputStream in = body.stream();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(content), digest)) {
      byte[] buffer = new byte[64 * 1024];
      long read = 0;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count(n, at);
        read += n;
        if (read > LARGEST) {
          return null;
        }
        out.write(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads what is left of a record, so that the reader does not do so without a bound. */
  private void drain(MessageBody body, long at) throws IOException {
    InputStream in = body.stream();
    byte[] buffer = new byte[64 * 1024];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      count(n, at);
    }
  }

  private void count(int bytes, long at) throws WebArchiveException {
    left -= bytes;
    if (left < 0) {
      throw new WebArchiveException(
          name + " unpacks to far more than it is, at the latest in the record at byte " + at);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
