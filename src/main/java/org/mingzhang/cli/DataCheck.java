package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.indexing.IndexChecker;
import org.mingzhang.indexing.SortedIdCursor;

/**
 * Integrity check of a data folder: the archive against its fingerprints, checksums and journal,
 * the index against its checksums and the archive. Changes nothing.
 *
 * @param parts results for archive and index
 */
record DataCheck(List<Part> parts) {
  /** Copies the list. */
  DataCheck {
    parts = List.copyOf(parts);
  }

  /**
   * The result for a part of the data folder.
   *
   * @param name name for display
   * @param summary one line
   * @param absent whether the part does not exist yet
   * @param faults one line for each fault
   */
  record Part(String name, String summary, boolean absent, List<String> faults) {
    static Part none(String name, String summary) {
      return new Part(name, summary, true, List.of());
    }

    static Part of(String name, String what, List<String> faults) {
      return new Part(name, what + ", " + faults.size() + " faults", false, List.copyOf(faults));
    }
  }

  /** Whether no part has faults. */
  boolean isIntact() {
    return faults().isEmpty();
  }

  /** All faults. */
  List<String> faults() {
    return parts.stream().flatMap(part -> part.faults().stream()).toList();
  }

  /** Checks all parts, which takes as long as reading all files. */
  static DataCheck run(DataFolder data) throws IOException {
    List<Part> parts = new ArrayList<>();
    if (!data.archiveFolder().exists()) {
      parts.add(Part.none("archive", "does not exist yet; index something first"));
      parts.add(index(data, (id, most) -> List.of()));
      return new DataCheck(parts);
    }
    try (Archive archive = Archive.inspect(data.archiveFolder())) {
      parts.add(Part.of("archive", archive.documentCount() + " documents", archive.check()));
      parts.add(index(data, archive::documentIds));
      return new DataCheck(parts);
    } catch (DamagedLedgerException e) {
      List<String> faults = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
      faults.addAll(data.archiveFolder().findDamagedFiles());
      parts.add(Part.of("archive", "the ledger cannot be read", faults));
    } catch (ArchiveException e) {
      parts.add(Part.of("archive", "cannot be opened", List.of(String.valueOf(e.getMessage()))));
    }
    parts.add(index(data, null));
    return new DataCheck(parts);
  }

  /**
   * Checks the index.
   *
   * @param documents ids of the documents of the archive; null if the archive cannot be read
   */
  private static Part index(DataFolder data, SortedIdCursor.@Nullable IdPages documents)
      throws IOException {
    if (!Files.isDirectory(data.lucene())) {
      return documents == null || documents.idsAfter("", 1).isEmpty()
          ? Part.none("index", "does not exist yet")
          : Part.of(
              "index", "missing", List.of("there is no index; the next start builds it again"));
    }
    IndexChecker.Result result = IndexChecker.check(data.lucene());
    List<String> faults = new ArrayList<>(result.faults());
    if (faults.isEmpty() && documents != null && !result.inUse()) {
      faults.addAll(IndexChecker.compareDocuments(data.lucene(), documents));
    }
    String use = result.inUse() ? " in use, only its checksums were compared" : "";
    return Part.of("index", result.segments() + " segments" + use, faults);
  }
}
