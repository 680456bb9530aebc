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
 * The result of checking the integrity of a data folder: the archive against its hashes, checksums
 * and journal, the index against its checksums and the archive. The check changes nothing.
 *
 * @param parts results for archive and index, in this order
 */
record DataCheck(List<ComponentCheck> parts) {
  /** Makes an immutable copy of the list. */
  DataCheck {
    parts = List.copyOf(parts);
  }

  /**
   * The result of checking one component of the data folder.
   *
   * @param name name for display
   * @param summary one line for display
   * @param absent whether the component does not exist yet, which is no fault
   * @param faults one line for each fault
   */
  record ComponentCheck(String name, String summary, boolean absent, List<String> faults) {
    static ComponentCheck ofAbsent(String name, String summary) {
      return new ComponentCheck(name, summary, true, List.of());
    }

    static ComponentCheck of(String name, String subject, List<String> faults) {
      return new ComponentCheck(
          name, subject + ", " + faults.size() + " faults", false, List.copyOf(faults));
    }
  }

  /** Whether none of the components has faults. */
  boolean isIntact() {
    return faults().isEmpty();
  }

  /** The faults of all components, one line for each. */
  List<String> faults() {
    return parts.stream().flatMap(componentCheck -> componentCheck.faults().stream()).toList();
  }

  /** Checks all components; reads all files of archive and index. */
  static DataCheck run(DataFolder data) throws IOException {
    List<ComponentCheck> componentChecks = new ArrayList<>();
    if (!data.archiveLocation().exists()) {
      componentChecks.add(
          ComponentCheck.ofAbsent("archive", "does not exist yet; index something first"));
      componentChecks.add(checkIndex(data, (id, limit) -> List.of()));
      return new DataCheck(componentChecks);
    }
    try (Archive archive = Archive.openForInspection(data.archiveLocation())) {
      componentChecks.add(
          ComponentCheck.of("archive", archive.documentCount() + " documents", archive.check()));
      componentChecks.add(checkIndex(data, archive::documentIds));
      return new DataCheck(componentChecks);
    } catch (DamagedLedgerException e) {
      List<String> faults = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
      faults.addAll(data.archiveLocation().findDamagedFiles());
      componentChecks.add(ComponentCheck.of("archive", "the ledger cannot be read", faults));
    } catch (ArchiveException e) {
      componentChecks.add(
          ComponentCheck.of(
              "archive", "cannot be opened", List.of(String.valueOf(e.getMessage()))));
    }
    componentChecks.add(checkIndex(data, null));
    return new DataCheck(componentChecks);
  }

  /**
   * Checks the index.
   *
   * @param documents ids of the documents of the archive; null if the archive cannot be read
   */
  private static ComponentCheck checkIndex(
      DataFolder data, SortedIdCursor.@Nullable IdPages documents) throws IOException {
    if (!Files.isDirectory(data.lucene())) {
      return documents == null || documents.idsAfter("", 1).isEmpty()
          ? ComponentCheck.ofAbsent("index", "does not exist yet")
          : ComponentCheck.of(
              "index", "missing", List.of("there is no index; the next start builds it again"));
    }
    IndexChecker.Result result = IndexChecker.check(data.lucene());
    List<String> faults = new ArrayList<>(result.faults());
    if (faults.isEmpty() && documents != null && !result.inUse()) {
      faults.addAll(IndexChecker.compareDocuments(data.lucene(), documents));
    }
    String use = result.inUse() ? " in use, only its checksums were compared" : "";
    return ComponentCheck.of("index", result.segments() + " segments" + use, faults);
  }
}
