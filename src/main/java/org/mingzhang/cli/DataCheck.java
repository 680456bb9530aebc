package org.mingzhang.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.indexing.IndexChecker;
import org.mingzhang.indexing.SortedIdCursor;

/**
 * The result of checking the integrity of a data folder: the archive against its hashes, checksums
 * and journal, the index against its checksums and the archive. The check repairs nothing; only a
 * ledger of an earlier schema version is migrated.
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
   * @param isUnchecked whether the component was not checked, which is no fault: it does not exist
   *     yet, or this user may not open it
   * @param faults one line for each fault
   */
  record ComponentCheck(String name, String summary, boolean isUnchecked, List<String> faults) {
    static ComponentCheck ofUnchecked(String name, String summary) {
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
    Optional<Path> refused = findUnwritablePart(data);
    if (refused.isPresent()) {
      String reason = "not checked: " + refused.get() + " cannot be written by this user";
      return new DataCheck(
          List.of(
              ComponentCheck.ofUnchecked("archive", reason),
              ComponentCheck.ofUnchecked("index", reason)));
    }
    if (!data.archiveLocation().exists()) {
      componentChecks.add(
          ComponentCheck.ofUnchecked("archive", "does not exist yet; index something first"));
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
   * The first folder or file of archive and index that exists and cannot be written, so that they
   * cannot be opened, not even for checking; empty if there is none.
   */
  static Optional<Path> findUnwritablePart(DataFolder data) {
    return Stream.of(
            data.path(),
            data.archiveFolder(),
            data.archiveFolder().resolve("ledger.db"),
            data.searchIndex())
        .filter(part -> Files.exists(part) && !Files.isWritable(part))
        .findFirst();
  }

  /**
   * Checks the index.
   *
   * @param documents ids of the documents of the archive; null if the archive cannot be read
   */
  private static ComponentCheck checkIndex(
      DataFolder data, SortedIdCursor.@Nullable IdPages documents) throws IOException {
    if (!IndexChecker.exists(data.searchIndex())) {
      return documents == null || documents.idsAfter("", 1).isEmpty()
          ? ComponentCheck.ofUnchecked("index", "does not exist yet")
          : ComponentCheck.of(
              "index", "missing", List.of("there is no index; the next start builds it again"));
    }
    IndexChecker.Result result = IndexChecker.check(data.searchIndex());
    List<String> faults = new ArrayList<>(result.faults());
    if (faults.isEmpty() && documents != null && !result.indexInUse()) {
      faults.addAll(IndexChecker.compareDocuments(data.searchIndex(), documents));
    }
    String use = result.indexInUse() ? " in use, only its checksums were compared" : "";
    return ComponentCheck.of("index", result.segments() + " segments" + use, faults);
  }
}
