package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.mingzhang.record.DisclosureParser;
import org.mingzhang.record.DisclosureWriter;

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

  ArchivedDisclosure read(Version version) {
    String name = name(version);
    ArchivedDisclosure cached = cache.get(name);
    if (cached != null) {
      return cached;
    }
    try (InputStream in = new GZIPInputStream(records.open(name), 1 << 16)) {
      DisclosureParser.Linked linked = new DisclosureParser().parseLinked(in);
      ArchivedDisclosure archived =
          new ArchivedDisclosure(
              version.documentId(), version, linked.disclosure(), linked.sectionIds());
      cache.put(name, archived);
      return archived;
    } catch (IOException e) {
      throw new UncheckedIOException("the record of " + version.documentId() + " is damaged", e);
    }
  }

  /** Takes away what a process that was killed had begun to write. */
  void clearBeginnings() throws IOException {
    records.clearBeginnings();
  }

  boolean has(Version version) {
    return records.has(name(version));
  }

  private static String name(Version version) {
    return Fingerprint.of(version.documentId() + "#" + version.number());
  }
}
