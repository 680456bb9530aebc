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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.collect.http.ResponseHead;
import org.mingzhang.collect.http.UrlCanonicalizer;
import org.mingzhang.text.Sha256;
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
 * Reads the responses with status 200 and the resource records of a WARC file; other records are
 * ignored. Records that are too large, and records whose HTTP message is malformed or breaks off,
 * are skipped and reported. A record with a wrong length or malformed compression ends reading with
 * a {@link WebArchiveException}, because the start of the next record is then unknown. The total
 * decompressed size is limited by the size of the file.
 */
final class WarcResponseReader {
  private static final long MAX_BYTES = 200L << 20;
  private static final long RATIO_EXEMPT_BYTES = 1L << 30;
  private static final long MAX_COMPRESSION_RATIO = 500;
  private static final int OK = 200;

  private final Path file;
  private final String name;
  private final Path folder;
  private long remainingBytes;

  WarcResponseReader(Path file, String name, Path folder) throws IOException {
    this.file = file;
    this.name = name;
    this.folder = folder;
    this.remainingBytes = Math.max(RATIO_EXEMPT_BYTES, Files.size(file) * MAX_COMPRESSION_RATIO);
  }

  /**
   * Visits the responses in the order of the file.
   *
   * @throws WebArchiveException if the file cannot be read to its end, or the visitor throws an
   *     {@link IOException}, {@link UncheckedIOException} or {@link IllegalArgumentException}
   */
  void forEach(WarcVisitor visitor) throws IOException {
    Path content = folder.resolve("content");
    long at = 0;
    try (WarcReader reader = new WarcReader(file)) {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        WarcRecord record = next.get();
        at = reader.position();
        if (record instanceof WarcTargetRecord target) {
          Fields fields = parseFields(target);
          if (fields == null) {
            visitor.recordSkipped(name + "@" + at, "its address, date or type cannot be read");
          } else {
            String fault = visit(target, fields, at, content, visitor);
            if (fault != null) {
              visitor.recordSkipped(fields.target(), fault);
            }
          }
        }
        skipRest(record.body(), at);
      }
    } catch (ParsingException | UncheckedIOException | IllegalArgumentException e) {
      throw new WebArchiveException(describeUnreadable(at, e));
    } catch (IOException e) {
      throw e instanceof WebArchiveException
          ? e
          : new WebArchiveException(describeUnreadable(at, e));
    } finally {
      Files.deleteIfExists(content);
    }
  }

  private String describeUnreadable(long recordOffset, Exception e) {
    return name
        + " cannot be read beyond the record at byte "
        + recordOffset
        + ": "
        + e.getMessage();
  }

  /** Thrown if the HTTP message in a record cannot be read to its end. */
  private static final class BrokenMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenMessageException(Exception cause) {
      super("its answer cannot be read to its end: " + cause.getMessage(), cause);
    }
  }

  /** Header fields of a record, parsed once, because the library parses a field at every access. */
  private record Fields(String target, Instant date, String type, boolean isHttpMessage) {}

  private static @Nullable Fields parseFields(WarcTargetRecord record) {
    try {
      MediaType type = record.contentType();
      return new Fields(
          String.valueOf(record.target()),
          record.date(),
          type.toString(),
          type.base().toString().equals("application/http"));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException malformed) {
      return null;
    }
  }

  /** The head and the body of a response, or of a resource, which has only a media type. */
  private record Message(ResponseHead head, MessageBody body) {}

  /** Visits the response of a record, if it has one; returns why it is skipped, or null. */
  private @Nullable String visit(
      WarcTargetRecord record, Fields fields, long recordOffset, Path content, WarcVisitor visitor)
      throws IOException {
    Optional<URI> uri = UrlCanonicalizer.parse(fields.target());
    if (uri.isEmpty()) {
      return null;
    }
    Optional<String> cut = record.headers().first("WARC-Truncated");
    if (cut.isPresent()) {
      return "its answer was cut off when it was recorded: " + cut.get();
    }
    ResponseHead head;
    String sha256;
    try {
      Optional<Message> message = readMessage(record, fields);
      if (message.isEmpty()) {
        return null;
      }
      head = message.get().head();
      sha256 = save(message.get().body(), content, recordOffset);
    } catch (BrokenMessageException broken) {
      return broken.getMessage();
    }
    if (sha256 == null) {
      return "larger than " + MAX_BYTES + " bytes";
    }
    String capture = new WarcRecordPosition(name, recordOffset, fields.date()).format();
    visitor.visitResponse(
        new ArchivedResponse(uri.get(), fields.date(), head, content, sha256, capture));
    return null;
  }

  /**
   * The message of a response with status 200 or of a resource record; empty for others.
   *
   * @throws BrokenMessageException if it is malformed
   */
  private static Optional<Message> readMessage(WarcTargetRecord record, Fields fields)
      throws IOException, BrokenMessageException {
    if (record instanceof WarcResource resource) {
      ResponseHead.Field type = new ResponseHead.Field("content-type", fields.type());
      return Optional.of(new Message(new ResponseHead(OK, List.of(type)), resource.body()));
    }
    if (!(record instanceof WarcResponse response) || !fields.isHttpMessage()) {
      return Optional.empty();
    }
    try {
      HttpResponse http = response.http();
      return http.status() == OK
          ? Optional.of(new Message(toResponseHead(http), http.bodyDecoded()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException malformed) {
      throw new BrokenMessageException(malformed);
    }
  }

  private static ResponseHead toResponseHead(HttpResponse http) {
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

  /** Saves a body to a file and returns its SHA-256; null if it is too large. */
  private @Nullable String save(MessageBody body, Path content, long recordOffset)
      throws IOException, BrokenMessageException {
    MessageDigest digest = Sha256.newDigest();
    InputStream in = body.stream();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(content), digest)) {
      byte[] buffer = new byte[64 * 1024];
      long read = 0;
      for (int n = readBody(in, buffer); n >= 0; n = readBody(in, buffer)) {
        enforceUnpackedLimit(n, recordOffset);
        read += n;
        if (read > MAX_BYTES) {
          return null;
        }
        out.write(buffer, 0, n);
      }
    }
    return Sha256.hex(digest);
  }

  private static int readBody(InputStream in, byte[] buffer)
      throws IOException, BrokenMessageException {
    try {
      return in.read(buffer);
    } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
      throw new BrokenMessageException(malformed);
    }
  }

  /** Reads the rest of a record within the limit; the library's own reader would exceed it. */
  private void skipRest(MessageBody body, long recordOffset) throws IOException {
    InputStream in = body.stream();
    byte[] buffer = new byte[64 * 1024];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      enforceUnpackedLimit(n, recordOffset);
    }
  }

  private void enforceUnpackedLimit(int bytes, long recordOffset) throws WebArchiveException {
    remainingBytes -= bytes;
    if (remainingBytes < 0) {
      throw new WebArchiveException(
          name
              + " decompresses to far more than its size, at the latest in the record at byte "
              + recordOffset);
    }
  }
}
