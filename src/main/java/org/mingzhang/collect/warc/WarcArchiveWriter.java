package org.mingzhang.collect.warc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Frontier;
import org.mingzhang.collect.http.FetchException;
import org.mingzhang.collect.http.HttpExchange;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTruncationReason;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Writes exchanges as records of WARC 1.1, with one file for each day and host.
 *
 * <p>After writing, the caller records the visit and the size of the file in the ledger in one
 * transaction. Before the first write of a process, a file is truncated to the recorded size, so
 * that a killed run leaves no partial record, and later to the end of the last whole record. Files
 * that the ledger does not know are never changed. Thread-safe; there must be one writer of a
 * folder.
 */
public final class WarcArchiveWriter {
  private static final MessageVersion VERSION = MessageVersion.WARC_1_1;
  private static final int MAX_HOST_LENGTH = 100;

  private final Path folder;
  private final Frontier frontier;
  private final String software;

  /** The end of the last record of each file, which the ledger may not have recorded yet. */
  private final Map<String, Long> endOffsets = new HashMap<>();

  /**
   * Creates a writer to a folder.
   *
   * @param software name of the program and contact address, for warcinfo records
   */
  public WarcArchiveWriter(Path folder, Frontier frontier, String software) {
    this.folder = folder;
    this.frontier = frontier;
    this.software = software;
  }

  /**
   * Appends an exchange after the last record. Data after the last record, or after the size in the
   * ledger if this writer has not written to the file before, is removed first.
   *
   * @param originalCapture formatted capture of the same content, for a revisit record; null for
   *     none
   * @param sizeByName receives the size of the file, for the ledger
   * @return position of the response or revisit record
   */
  public synchronized WarcRecordPosition store(
      HttpExchange exchange, @Nullable String originalCapture, Map<String, Long> sizeByName)
      throws IOException {
    String file = chooseFile(exchange);
    Path path = folder.resolve(file);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      long recorded = frontier.findRecordedWarcSize(file).orElse(0L);
      long offset = Math.max(recorded, Math.min(endOffsets.getOrDefault(file, 0L), channel.size()));
      if (channel.size() > offset) {
        channel.truncate(offset);
      }
      channel.position(offset);
      WarcWriter writer =
          new WarcWriter(
              channel, WarcCompression.GZIP); // writes to the channel, which this method closes
      if (offset == 0) {
        writer.write(createWarcinfo(file));
      }
      long at = channel.position();
      write(writer, exchange, WarcRecordPosition.parse(originalCapture));
      channel.force(false);
      endOffsets.put(file, channel.position());
      sizeByName.put(file, channel.position());
      return new WarcRecordPosition(file, at, exchange.date());
    }
  }

  /**
   * Chooses the file for an exchange: the first one of its day and host that is at least as long as
   * the ledger has recorded, or that does not exist yet, which is created and recorded as empty.
   */
  private String chooseFile(HttpExchange exchange) throws IOException {
    String host =
        String.valueOf(exchange.uri().getRawAuthority()).replaceAll("[^A-Za-z0-9.-]", "_");
    String day = exchange.date().atZone(ZoneOffset.UTC).toLocalDate().toString();
    String plain = host.length() > MAX_HOST_LENGTH ? host.substring(0, MAX_HOST_LENGTH) : host;
    for (int n = 1; ; n++) {
      String file = plain + "/" + day + (n == 1 ? "" : "-" + n) + ".warc.gz";
      Path path = folder.resolve(file);
      Optional<Long> existing = frontier.findRecordedWarcSize(file);
      boolean exists = Files.exists(path);
      if (existing.isEmpty() && !exists) {
        Files.createDirectories(folder.resolve(plain));
        frontier.recordWarcSize(file, 0);
        Files.createFile(path);
        return file;
      }
      if (existing.isPresent() && !exists && existing.get() == 0) {
        Files.createFile(path);
        return file;
      }
      if (existing.isPresent() && exists && Files.size(path) >= existing.get()) {
        return file;
      }
    }
  }

  private Warcinfo createWarcinfo(String file) {
    return new Warcinfo.Builder()
        .version(VERSION)
        .filename(file.replace('/', '-'))
        .fields(
            Map.of(
                "software", List.of(software),
                "format", List.of("WARC File Format 1.1"),
                "robots", List.of("obey"),
                "conformsTo",
                    List.of(
                        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")))
        .build();
  }

  private void write(
      WarcWriter writer, HttpExchange exchange, Optional<WarcRecordPosition> originalPosition)
      throws IOException {
    URI id = URI.create("urn:uuid:" + UUID.randomUUID());
    if (originalPosition.isPresent()) {
      writeRevisit(writer, exchange, originalPosition.get(), id);
    } else {
      try (InputStream raw = Files.newInputStream(exchange.rawFile())) {
        WarcResponse.Builder response =
            addCommonHeaders(new WarcResponse.Builder(exchange.uri()), exchange, id)
                .payloadDigest(toWarcDigest(exchange.payloadSha1()))
                .blockDigest(new WarcDigest("sha1", sha1(exchange.rawFile())));
        WarcTruncationReason truncated = truncationReason(exchange.fault());
        if (truncated != WarcTruncationReason.NOT_TRUNCATED) {
          response.truncated(truncated);
        }
        writer.write(
            response
                .body(MediaType.HTTP_RESPONSE, Channels.newChannel(raw), exchange.rawSize())
                .build());
      }
    }
    writer.write(
        addCommonHeaders(new WarcRequest.Builder(exchange.uri()), exchange, null)
            .concurrentTo(id)
            .body(MediaType.HTTP_REQUEST, exchange.request().getBytes(StandardCharsets.ISO_8859_1))
            .build());
  }

  private static void writeRevisit(
      WarcWriter writer, HttpExchange exchange, WarcRecordPosition originalPosition, URI id)
      throws IOException {
    boolean unmodified = exchange.status() == 304;
    URI profile =
        unmodified ? WarcRevisit.SERVER_NOT_MODIFIED_1_1 : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
    byte[] head;
    try (InputStream raw = Files.newInputStream(exchange.rawFile())) {
      head = raw.readNBytes((int) exchange.bodyOffset());
    }
    WarcRevisit.Builder revisit =
        addCommonHeaders(new WarcRevisit.Builder(exchange.uri(), profile), exchange, id);
    if (!unmodified) {
      revisit.payloadDigest(toWarcDigest(exchange.payloadSha1()));
    }
    writer.write(
        revisit
            .addHeader("WARC-Refers-To-Target-URI", exchange.uri().toString())
            .addHeader("WARC-Refers-To-Date", originalPosition.date().toString())
            .body(MediaType.HTTP_RESPONSE, head)
            .build());
  }

  private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>>
      B addCommonHeaders(B builder, HttpExchange exchange, @Nullable URI id) {
    builder.version(VERSION);
    builder.date(exchange.date());
    builder.ipAddress(exchange.address());
    if (id != null) {
      builder.recordId(id);
    }
    return builder;
  }

  private static WarcTruncationReason truncationReason(@Nullable FetchException fault) {
    return fault == null
        ? WarcTruncationReason.NOT_TRUNCATED
        : switch (fault.reason()) {
          case TOO_LARGE -> WarcTruncationReason.LENGTH;
          case SLOW, TOO_LONG -> WarcTruncationReason.TIME;
          case DECOMPRESSION_BOMB -> WarcTruncationReason.UNSPECIFIED;
          default -> WarcTruncationReason.DISCONNECT;
        };
  }

  private static byte[] sha1(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] buffer = new byte[64 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** The path of a file in the folder. */
  public Path path(String file) {
    return folder.resolve(file);
  }

  private static WarcDigest toWarcDigest(String hex) {
    return new WarcDigest("sha1", HexFormat.of().parseHex(hex));
  }
}
