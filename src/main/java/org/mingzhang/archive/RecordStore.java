package org.mingzhang.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.record.RecordPermalinks;
import org.mingzhang.text.Sha256;

/**
 * The disclosures of all versions as compressed records, with a cache of recently used ones. The
 * cache does not notice records that another process has rewritten. Thread-safe.
 */
final class RecordStore {
  private static final int MAX_CACHED_RECORDS = 64;

  private final ObjectStore records;
  private final Cache<String, ArchivedDisclosure> cache =
      Caffeine.newBuilder().maximumSize(MAX_CACHED_RECORDS).build();

  RecordStore(ObjectStore records) {
    this.records = records;
  }

  /** Writes the record of a version, replacing an earlier one, and puts it into the cache. */
  void write(ArchivedDisclosure disclosure) throws IOException {
    String name = objectName(disclosure.version());
    DisclosureWriter.PermalinkIds permalinkIds =
        new DisclosureWriter.PermalinkIds(disclosure.id(), disclosure.sectionIds());
    records.write(
        name,
        out -> {
          GZIPOutputStream compressed = new GZIPOutputStream(out);
          new DisclosureWriter()
              .write(disclosure.disclosure(), permalinkIds, json -> {}, false, compressed);
          compressed.finish();
        });
    cache.put(name, disclosure);
  }

  /**
   * Reads the record of a version, from the cache if possible. The result has the version that is
   * passed, because the cached one may have been written before its position of arrival was known.
   *
   * @throws DamagedRecordException if the record is damaged or missing
   * @throws ArchiveException if the store cannot be reached, in which case the state of the record
   *     is unknown
   */
  ArchivedDisclosure read(DocumentVersion version) {
    String name = objectName(version);
    ArchivedDisclosure cached = cache.getIfPresent(name);
    if (cached != null) {
      return cached.version().equals(version)
          ? cached
          : new ArchivedDisclosure(cached.id(), version, cached.disclosure(), cached.sectionIds());
    }
    try {
      DisclosureParser.DisclosureWithSlugs disclosureWithSlugs =
          readWhole(name, new DisclosureParser()::parseWithSlugs);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(
              version.documentId(),
              version,
              disclosureWithSlugs.disclosure(),
              disclosureWithSlugs.sectionIds());
      cache.put(name, archived);
      return archived;
    } catch (StoreUnavailableException e) {
      throw new ArchiveException(
          "the record of " + version.documentId() + " cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DamagedRecordException(version, e);
    }
  }

  /** The record of a version; empty if it is damaged, missing or cannot be read. */
  Optional<ArchivedDisclosure> readIfUndamaged(DocumentVersion version) {
    try {
      return Optional.of(read(version));
    } catch (ArchiveException | UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  /** Reads the links in the record of a version, bypassing the cache. */
  RecordPermalinks readLinks(VersionKey versionKey) throws IOException {
    return readLinks(versionKey.objectName());
  }

  /** Reads the links in a record, bypassing the cache. */
  RecordPermalinks readLinks(String name) throws IOException {
    return readWhole(name, RecordPermalinks::read);
  }

  /** When the record of a version was written. */
  Instant lastModified(VersionKey versionKey) throws IOException {
    return records.lastModified(versionKey.objectName());
  }

  List<String> names() throws IOException {
    return records.names();
  }

  /**
   * The fault of a version's record; empty if it is undamaged and belongs to the version.
   *
   * @throws StoreUnavailableException if the record cannot be read now
   */
  Optional<String> findFault(DocumentVersion version) throws StoreUnavailableException {
    if (!exists(version)) {
      return Optional.of("is missing");
    }
    try {
      DisclosureParser.DisclosureWithSlugs disclosureWithSlugs =
          readWhole(objectName(version), new DisclosureParser()::parseWithSlugs);
      RecordPermalinks links = readLinks(objectName(version));
      if (!version.documentId().equals(links.id())) {
        return Optional.of("belongs to " + links.id());
      }
      return disclosureWithSlugs.disclosure().source().sha256().equals(version.sha256())
          ? Optional.empty()
          : Optional.of("was not read from the original of its version");
    } catch (StoreUnavailableException outage) {
      throw outage;
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  /**
   * Whether a record can be decompressed to its end; its content is not checked. False if it is
   * missing.
   *
   * @throws StoreUnavailableException if the record cannot be read now
   */
  boolean isReadable(DocumentVersion version) throws StoreUnavailableException {
    return isReadable(objectName(version));
  }

  /** As {@link #isReadable(DocumentVersion)}, by the record's name. */
  boolean isReadable(String name) throws StoreUnavailableException {
    try {
      return readWhole(name, in -> in.transferTo(OutputStream.nullOutputStream()) > 0);
    } catch (StoreUnavailableException outage) {
      throw outage;
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Whether the file of a record can be decompressed to its end, where its checksum is. */
  static boolean isReadable(Path file) {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      return in.transferTo(OutputStream.nullOutputStream()) > 0;
    } catch (IOException damaged) {
      return false;
    }
  }

  /**
   * Reads a record to its last byte, where its checksum is.
   *
   * @throws StoreUnavailableException if the store fails before the end of the record; another
   *     {@code IOException} means that the record is damaged or missing
   */
  private <T> T readWhole(String name, Deserializer<T> deserializer) throws IOException {
    try (InputStream stored = open(name);
        InputStream in = new GZIPInputStream(stored, 1 << 16)) {
      T result =
          deserializer.read(
              new FilterInputStream(in) {
                @Override
                public void close() {
                  // The parser closes its stream at the end of the value, but the checksum comes
                  // after it.
                }
              });
      if (in.transferTo(OutputStream.nullOutputStream()) > 0) {
        throw new IOException("unexpected data after the record");
      }
      return result;
    } catch (IOException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof StoreUnavailableException outage) {
          throw outage; // the parser has wrapped it
        }
      }
      throw e;
    }
  }

  private InputStream open(String name) throws IOException {
    try {
      return records.open(name);
    } catch (NoSuchFileException missing) {
      throw new IOException("it is missing", missing);
    } catch (StoreUnavailableException outage) {
      throw outage;
    } catch (IOException outage) {
      throw new StoreUnavailableException(outage);
    }
  }

  void deleteTemporaryFiles(Instant cutoff) throws IOException {
    records.deleteTemporaryFiles(cutoff);
  }

  /** Removes a record from the cache. */
  void evictFromCache(DocumentVersion version) {
    cache.invalidate(objectName(version));
  }

  boolean exists(DocumentVersion version) {
    return records.exists(objectName(version));
  }

  private static String objectName(DocumentVersion version) {
    return new VersionKey(version.documentId(), version.number()).objectName();
  }

  /**
   * The document and version of a record.
   *
   * @param documentId permalink id of the document
   * @param number version number
   */
  record VersionKey(String documentId, int number) {
    /** Name of the record's object. */
    String objectName() {
      return Sha256.hash(documentId + "#" + number);
    }

    @Override
    public String toString() {
      return documentId + " version " + number;
    }
  }

  /** Reads a value from the stream of a record. */
  @FunctionalInterface
  private interface Deserializer<T> {
    T read(InputStream in) throws IOException;
  }
}
