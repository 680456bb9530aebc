package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.indexing.IndexCheck;
import org.mingzhang.indexing.SortedIds;

/**
 * Whether a data folder is whole: the archive against its fingerprints, checksums and journal, the
 * index against its checksums and the archive. Changes nothing.
 *
 * @param parts what was looked at
 */
record DataCheck(List<Part> parts) {
  /** Copies the list. */
  DataCheck {
    parts = List.copyOf(parts);
  }

  /**
   * A part of the data folder.
   *
   * @param name for people
   * @param summary one line
   * @param absent whether there is none yet
   * @param faults one line each
   */
  record Part(String name, String summary, boolean absent, List<String> faults) {
    static Part none(String name, String summary) {
      return new Part(name, summary, true, List.of());
    }

    static Part of(String name, String what, List<String> faults) {
      return new Part(name, what + ", " + faults.size() + " faults", false, List.copyOf(faults));
    }
  }

  /** Whether there are no faults. */
  boolean whole() {
    return faults().isEmpty();
  }

  /** All faults, one line each. */
  List<String> faults() {
    return parts.stream().flatMap(part -> part.faults().stream()).toList();
  }

  /** Looks at everything; takes as long as reading all of it does. */
  static DataCheck run(DataFolder data) throws IOException {
    List<Part> parts = new ArrayList<>();
    if (!data.place().exists()) {
      parts.add(Part.none("archive", "none yet; index something first"));
      parts.add(index(data, (id, most) -> List.of()));
      return new DataCheck(parts);
    }
    try (Archive archive = Archive.inspect(data.place())) {
      parts.add(Part.of("archive", archive.documents() + " documents", archive.check()));
      parts.add(index(data, archive::documentIds));
      return new DataCheck(parts);
    } catch (DamagedLedgerException e) {
      List<String> faults = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
      faults.addAll(data.place().damagedFiles());
      parts.add(Part.of("archive", "the ledger cannot be read", faults));
    } catch (ArchiveException e) {
      parts.add(Part.of("archive", "cannot be opened", List.of(String.valueOf(e.getMessage()))));
    }
    parts.add(index(data, null));
    return new DataCheck(parts);
  }

  /**
   * The index by itself and against the archive.
   *
   * @param documents that should be in it; null where the archive cannot say
   */
  private static Part index(DataFolder data, SortedIds.@Nullable Pages documents)
      throws IOException {
    if (!Files.isDirectory(data.lucene())) {
      return documents == null || documents.after("", 1).isEmpty()
          ? Part.none("index", "none yet")
          : Part.of("index", "missing", List.of("there is no index; a start makes it again"));
    }
    IndexCheck.Result result = IndexCheck.run(data.lucene());
    List<String> faults = new ArrayList<>(result.faults());
    if (faults.isEmpty() && documents != null && !result.inUse()) {
      faults.addAll(IndexCheck.compare(data.lucene(), documents));
    }
    String use = result.inUse() ? " in use, only its checksums were compared" : "";
    return Part.of("index", result.segments() + " segments" + use, faults);
  }
}
