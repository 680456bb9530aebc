package org.mingzhang.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;
import org.mingzhang.record.RecordLinks;

/**
 * The disclosures of all versions as compressed records, the latest used in memory. Safe on many
 * threads.
 */
final class RecordStore {
  private static final int IN_MEMORY = 64;

  private final ObjectStore records;
  private final DisclosureCache cache = new DisclosureCache(IN_MEMORY);

  RecordStore(ObjectStore records) {
    this.records = records;
  }

  void write(ArchivedDisclosure archived) throws IOException {
    String name = name(archived.version());
    DisclosureWriter.Links links = new DisclosureWriter.Links(archived.id(), archived.sectionIds());
    records.write(
        name,
        out -> {
          GZIPOutputStream compressed = new GZIPOutputStream(out);
          new DisclosureWriter().write(archived.disclosure(), links, json -> {}, false, compressed);
          compressed.finish();
        });
    cache.put(name, archived);
  }

  /** The record, with the version as the ledger has it: what was written knew no arrival yet. */
  ArchivedDisclosure read(Version version) {
    String name = name(version);
    ArchivedDisclosure cached = cache.get(name);
    if (cached != null) {
      return cached.version().equals(version)
          ? cached
          : new ArchivedDisclosure(cached.id(), version, cached.disclosure(), cached.sectionIds());
    }
    try {
      DisclosureParser.Linked linked = whole(name, new DisclosureParser()::parseLinked);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(
              version.documentId(), version, linked.disclosure(), linked.sectionIds());
      cache.put(name, archived);
      return archived;
    } catch (IOException e) {
      throw new DamagedRecordException(version, e);
    }
  }

  /** The record of a version; empty if it cannot be read. */
  Optional<ArchivedDisclosure> readIfWhole(Version version) {
    try {
      return Optional.of(read(version));
    } catch (DamagedRecordException damaged) {
      return Optional.empty();
    }
  }

  /** The links in the record of a version, from the disk. */
  RecordLinks links(Key key) throws IOException {
    return links(key.name());
  }

  /** The links in a record, from the disk. */
  RecordLinks links(String name) throws IOException {
    return whole(name, RecordLinks::read);
  }

  /** When the record of a version was written. */
  Instant written(Key key) throws IOException {
    return records.written(key.name());
  }

  /** Names of all records. */
  List<String> names() throws IOException {
    return records.names();
  }

  /** What is wrong with the record of a version; empty if it is whole and the version's. */
  Optional<String> fault(Version version) {
    if (!has(version)) {
      return Optional.of("is missing");
    }
    try {
      DisclosureParser.Linked linked = whole(name(version), new DisclosureParser()::parseLinked);
      RecordLinks links = links(name(version));
      if (!version.documentId().equals(links.id())) {
        return Optional.of("is that of " + links.id());
      }
      return linked.disclosure().source().sha256().equals(version.sha256())
          ? Optional.empty()
          : Optional.of("was not read from the original of its version");
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  /** Whether a record can be read to its end; its content is not looked at. */
  boolean readable(Version version) {
    return readable(name(version));
  }

  /** Whether a record can be read, by its name. */
  boolean readable(String name) {
    try {
      return whole(name, in -> in.transferTo(OutputStream.nullOutputStream()) > 0);
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Reads a record to its last byte, where its checksum is. */
  private <T> T whole(String name, Reading<T> reading) throws IOException {
    try (InputStream in = new GZIPInputStream(records.open(name), 1 << 16)) {
      T result =
          reading.read(
              new FilterInputStream(in) {
                @Override
                public void close() {
                  // A parser closes what it has read; the checksum comes after that.
                }
              });
      if (in.transferTo(OutputStream.nullOutputStream()) > 0) {
        throw new IOException("something follows the record");
      }
      return result;
    } catch (NoSuchFileException missing) {
      throw new IOException("it is missing", missing);
    }
  }

  /** Takes away what a process that was killed had begun to write and left before a time. */
  void clearBeginnings(Instant before) throws IOException {
    records.clearBeginnings(before);
  }

  /** Reads a record from the disk when it is next asked for. */
  void forget(Version version) {
    cache.remove(name(version));
  }

  boolean has(Version version) {
    return records.has(name(version));
  }

  private static String name(Version version) {
    return new Key(version.documentId(), version.number()).name();
  }

  /**
   * What a record is of.
   *
   * @param documentId permalink id of the document
   * @param number of the version
   */
  record Key(String documentId, int number) {
    /** Name of the record's file. */
    String name() {
      return Fingerprint.of(documentId + "#" + number);
    }

    @Override
    public String toString() {
      return documentId + " version " + number;
    }
  }

  /** Reads something from a stream. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }
}
