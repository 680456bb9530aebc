package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.indexing.IndexCheck;

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
    Set<String> documents = new HashSet<>();
    boolean known = archive(data, parts, documents);
    parts.add(index(data, known, documents));
    return new DataCheck(parts);
  }

  /** Returns whether the archive could say which documents there are. */
  private static boolean archive(DataFolder data, List<Part> parts, Set<String> documents)
      throws IOException {
    if (!data.place().exists()) {
      parts.add(Part.none("archive", "none yet; index something first"));
      return true;
    }
    try (Archive archive = Archive.inspect(data.place())) {
      documents.addAll(archive.documentIds());
      parts.add(Part.of("archive", documents.size() + " documents", archive.check()));
      return true;
    } catch (DamagedLedgerException e) {
      List<String> faults = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
      faults.addAll(data.place().damagedFiles());
      parts.add(Part.of("archive", "the ledger cannot be read", faults));
    } catch (ArchiveException e) {
      parts.add(Part.of("archive", "cannot be opened", List.of(String.valueOf(e.getMessage()))));
    }
    return false;
  }

  private static Part index(DataFolder data, boolean known, Set<String> documents)
      throws IOException {
    if (!Files.isDirectory(data.lucene())) {
      return documents.isEmpty()
          ? Part.none("index", "none yet")
          : Part.of("index", "missing", List.of("there is no index; a start makes it again"));
    }
    IndexCheck.Result result = IndexCheck.run(data.lucene());
    List<String> faults = new ArrayList<>(result.faults());
    if (faults.isEmpty() && known && !result.inUse()) {
      faults.addAll(IndexCheck.compare(data.lucene(), documents));
    }
    String use = result.inUse() ? " in use, only its checksums were compared" : "";
    return Part.of("index", result.segments() + " segments" + use, faults);
  }
}
