package org.mingzhang.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.mingzhang.archive.ArchiveException;
import org.mingzhang.archive.ArchiveRepair;
import org.mingzhang.archive.DamagedLedgerException;
import org.mingzhang.archive.DamagedRecordException;
import org.mingzhang.archive.DocumentVersion;
import org.mingzhang.indexing.IndexCorruptionDetector;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.web.source.DataFault;
import org.mingzhang.web.source.DataHealth;

/**
 * Detects and repairs damage of index and archive while the portal serves. Failures are reported by
 * {@link #reportFailure}; repairs run one after the other on a thread of their own.
 *
 * <p>A damaged index is moved aside and built again from the archive; a record is restored from its
 * original, the ledger from its journal and the records. A repair that fails, for example because
 * the disk is full, is repeated later. Thread-safe.
 */
final class SelfRepair implements DataHealth, AutoCloseable {
  private static final long RETRY_SECONDS = 20;
  private static final long GRACE_SECONDS = 15;

  /** Number of records that are checked in one step, a second after the previous step. */
  private static final int RECORD_BATCH = 100;

  /**
   * Number of reports of damage after which an index is built again although its checksums are
   * correct.
   */
  private static final int MAX_UNEXPLAINED_FAILURES = 3;

  private final IndexedArchive indexedArchive;
  private final Terminal terminal;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

  private final DataFaults faults = new DataFaults();
  private int unexplainedFailures;
  private final Set<Object> queuedKeys = ConcurrentHashMap.newKeySet();

  SelfRepair(IndexedArchive indexedArchive, Terminal terminal) {
    this.indexedArchive = indexedArchive;
    this.terminal = terminal;
    List<String> lost = indexedArchive.archive().unrestoredParts();
    if (!lost.isEmpty()) {
      reportLostLedgerContents(lost);
    }
  }

  @Override
  public List<DataFault> faults() {
    return faults.all();
  }

  @Override
  public List<DataFault.Component> uncheckedComponents() {
    return faults.uncheckedComponents();
  }

  @Override
  public void report(RuntimeException failure) {
    reportFailure(failure);
  }

  /**
   * Queues a repair or check if a failure is a sign of damage or of a full disk; does nothing for
   * other failures. Returns at once.
   */
  void reportFailure(Throwable failure) {
    switch (failure) {
      case DamagedRecordException record ->
          queueStep(record.version(), () -> repairRecord(record.version()));
      case DamagedLedgerException ledger ->
          queueStep(DataFault.Component.LEDGER, this::rebuildLedger);
      case DamagedIndexException index -> queueStep(DataFault.Component.INDEX, this::replaceIndex);
      default -> {
        if (!indexedArchive.index().isWritable()
            && !IndexCorruptionDetector.isLikelyCorruption(failure)) {
          queueStep(DataFault.Component.DISK, this::reopenIndex);
        } else if (!(failure instanceof ArchiveException)
            && IndexCorruptionDetector.isLikelyCorruption(failure)) {
          queueChecksumCheck();
        }
      }
    }
  }

  /** Queues the indexing of all documents that the index lacks. */
  void queueIndexingOfMissingDocuments() {
    queueStep("fill", this::indexMissingDocuments);
  }

  /** Queues a check of the checksums of the index. */
  void queueChecksumCheck() {
    queueStep("verify", this::verifyIndex);
  }

  /** Queues a check of index, ledger and records for damage that has not been noticed yet. */
  void queueDamageCheck() {
    queueChecksumCheck();
    queueStep("ledger", this::inspectLedger);
    queueStep("records", () -> inspectRecords(0));
  }

  private void inspectLedger() {
    List<String> broken = indexedArchive.archive().archiveRepair().findLedgerFaults();
    faults.markChecked(DataFault.Component.LEDGER);
    if (!broken.isEmpty()) {
      print(broken.getFirst());
      queueStep(DataFault.Component.LEDGER, this::rebuildLedger);
    }
  }

  /**
   * Checks a batch of records and schedules the next one a second later, to leave time for
   * searches.
   */
  private void inspectRecords(int offset) throws IOException {
    ArchiveRepair.Inspection seen =
        indexedArchive.archive().archiveRepair().inspectRecords(offset, RECORD_BATCH);
    seen.damagedVersions().forEach(version -> queueStep(version, () -> repairRecord(version)));
    if (seen.inspectedCount() == RECORD_BATCH) {
      int next = offset + RECORD_BATCH;
      String key = "records " + next;
      queuedKeys.add(key);
      schedule(key, () -> inspectRecords(next), 1);
    } else {
      faults.markChecked(DataFault.Component.RECORDS);
    }
  }

  /** Whether repairs or checks are queued or running. */
  boolean isBusy() {
    return !queuedKeys.isEmpty();
  }

  /** A step of repairing or checking, which runs in the background. */
  @FunctionalInterface
  private interface RepairStep {
    void run() throws IOException;
  }

  /**
   * Queues a step unless a step with the same key is queued or running. A step that fails is
   * repeated every {@link #RETRY_SECONDS}.
   */
  private void queueStep(Object key, RepairStep repairStep) {
    if (queuedKeys.add(key)) {
      schedule(key, repairStep, 0);
    }
  }

  private void schedule(Object key, RepairStep repairStep, long delaySeconds) {
    try {
      var unused = executor.schedule(() -> run(key, repairStep), delaySeconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException closing) {
      queuedKeys.remove(key);
    }
  }

  private void run(Object key, RepairStep repairStep) {
    try {
      repairStep.run();
      queuedKeys.remove(key);
    } catch (IOException | RuntimeException | Error e) {
      print("a repair failed and will be tried again: " + e.getMessage());
      if (e instanceof DamagedLedgerException ledger && key != DataFault.Component.LEDGER) {
        reportFailure(ledger);
      }
      if (key.equals("fill") && IndexCorruptionDetector.isLikelyCorruption(e)) {
        queueStep(DataFault.Component.INDEX, this::replaceIndex);
      }
      schedule(key, repairStep, RETRY_SECONDS);
    }
  }

  private void replaceIndex() throws IOException {
    if (isIndexIntact() && ++unexplainedFailures < MAX_UNEXPLAINED_FAILURES) {
      return; // the index is intact: the search began before it was replaced, or the disk was busy
    }
    unexplainedFailures = 0;
    faults.set(new DataFault(DataFault.Component.INDEX, true, 0, 0, List.of()));
    print("the index is damaged; it is moved aside and built again");
    indexedArchive.index().replaceDamaged();
    queueStep("fill", this::indexMissingDocuments);
  }

  private boolean isIndexIntact() {
    try {
      indexedArchive.index().verify();
      return indexedArchive.index().isWritable();
    } catch (IOException | RuntimeException | Error damaged) {
      return false;
    }
  }

  private void indexMissingDocuments() throws IOException {
    if (!indexedArchive.index().isWritable()) {
      indexedArchive.index().reopen();
    }
    Reconciler reconciler = new Reconciler(indexedArchive.archive(), indexedArchive.index());
    faults.set(
        new DataFault(
            DataFault.Component.INDEX, true, 0, reconciler.countDifferences(), List.of()));
    int documents =
        reconciler.run(
            (done, all) ->
                faults.set(new DataFault(DataFault.Component.INDEX, true, done, all, List.of())));
    faults.clear(DataFault.Component.INDEX);
    print("the index is complete again: " + documents + " documents indexed from the archive");
    reconciler.documentsWithDamagedRecords().forEach(this::reportFailure);
  }

  private void verifyIndex() throws IOException {
    try {
      indexedArchive.index().verify();
      faults.markChecked(DataFault.Component.INDEX);
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexCorruptionDetector.isLikelyCorruption(e)) {
        throw e;
      }
      faults.markChecked(DataFault.Component.INDEX);
      queueStep(DataFault.Component.INDEX, this::replaceIndex);
    }
  }

  /**
   * Reopens the index writer, which closes itself when the disk is full, and indexes the documents
   * whose rows were lost.
   */
  private void reopenIndex() throws IOException {
    faults.set(new DataFault(DataFault.Component.DISK, true, 0, 0, List.of()));
    if (!indexedArchive.index().isWritable()) {
      indexedArchive.index().reopen();
    }
    int unused = new Reconciler(indexedArchive.archive(), indexedArchive.index()).run();
    faults.clear(DataFault.Component.DISK);
    print("the index is writable again");
  }

  private void rebuildLedger() throws IOException {
    faults.set(new DataFault(DataFault.Component.LEDGER, true, 0, 0, List.of()));
    print("the ledger is damaged; it is moved aside and built again");
    List<String> lost = indexedArchive.archive().archiveRepair().rebuildLedger();
    faults.clear(DataFault.Component.LEDGER);
    if (!lost.isEmpty()) {
      reportLostLedgerContents(lost);
    }
    queueIndexingOfMissingDocuments();
  }

  private void reportLostLedgerContents(List<String> lost) {
    faults.set(new DataFault(DataFault.Component.LEDGER, false, 0, lost.size(), lost));
  }

  private void repairRecord(DocumentVersion version) throws IOException {
    String name = version.documentId() + " version " + version.number();
    faults.addDamagedRecord(name, true);
    Optional<String> fault = indexedArchive.recordRepair().repair(version);
    if (fault.isEmpty()) {
      print("the damaged record of " + name + " was restored from its original");
      faults.clearDamagedRecord(name);
    } else {
      print("the record of " + name + " cannot be restored: " + fault.get());
      faults.addDamagedRecord(name, false);
    }
  }

  private void print(String line) {
    terminal.printError(line);
  }

  /**
   * Interrupts the current step and drops queued ones; the next start finds remaining damage again.
   */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        print("a repair did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
