package org.mingzhang.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.mingzhang.archive.Version;
import org.mingzhang.indexing.IndexDamage;
import org.mingzhang.indexing.Reconciler;
import org.mingzhang.search.DamagedIndexException;
import org.mingzhang.web.source.DataFault;
import org.mingzhang.web.source.DataHealth;

/**
 * Looks after index and archive while the portal serves: takes note of damage wherever it is met,
 * says what is not whole, and mends it one thing after the other on a thread of its own.
 *
 * <p>An index that is damaged is moved aside and made again from the archive, a record from its
 * original, the ledger from its journal and the records. What cannot be mended yet, as when the
 * disk is full, is tried again later. Safe on many threads.
 */
final class SelfRepair implements DataHealth, AutoCloseable {
  private static final long AGAIN_SECONDS = 20;
  private static final long GRACE_SECONDS = 15;
  private static final int RECORDS_AT_ONCE = 100;

  /** An index that failed so often is made again though its checksums are right. */
  private static final int MOST_DOUBTS = 3;

  private final Instance instance;
  private final Terminal terminal;
  private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor();
  private final Map<DataFault.Part, DataFault> faults = new EnumMap<>(DataFault.Part.class);

  /** Documents whose record is damaged, under the lock of the faults. */
  private final Set<String> damaged = new LinkedHashSet<>();

  /** What is still to be looked through, under the lock of the faults. */
  private final Set<DataFault.Part> unchecked =
      EnumSet.of(DataFault.Part.INDEX, DataFault.Part.LEDGER, DataFault.Part.RECORDS);

  private int doubts;
  private final Set<Object> queued = ConcurrentHashMap.newKeySet();

  SelfRepair(Instance instance, Terminal terminal) {
    this.instance = instance;
    this.terminal = terminal;
    List<String> lost = instance.archive().notRestored();
    if (!lost.isEmpty()) {
      ledgerLost(lost);
    }
  }

  @Override
  public List<DataFault> faults() {
    synchronized (faults) {
      return List.copyOf(faults.values());
    }
  }

  @Override
  public List<DataFault.Part> unchecked() {
    synchronized (faults) {
      return List.copyOf(unchecked);
    }
  }

  private void checked(DataFault.Part part) {
    synchronized (faults) {
      unchecked.remove(part);
    }
  }

  @Override
  public void report(RuntimeException failure) {
    met(failure);
  }

  /** Takes note of a failure of any kind and mends what it tells of, if it tells of damage. */
  void met(Throwable failure) {
    switch (failure) {
      case DamagedRecordException record -> queue(record.version(), () -> record(record.version()));
      case DamagedLedgerException ledger -> queue(DataFault.Part.LEDGER, this::ledger);
      case DamagedIndexException index -> queue(DataFault.Part.INDEX, this::newIndex);
      default -> {
        if (!instance.index().writable() && !IndexDamage.isLikely(failure)) {
          queue(DataFault.Part.DISK, this::reopen);
        } else if (!(failure instanceof ArchiveException) && IndexDamage.isLikely(failure)) {
          verify();
        }
      }
    }
  }

  /** Fills an index that was found damaged, of another schema or behind on opening. */
  void fill() {
    queue("fill", this::fillIndex);
  }

  /** Reads the index to its checksums, soon, and mends it if it is damaged. */
  void verify() {
    queue("verify", this::verifyIndex);
  }

  /** Looks for damage that nobody has met yet, in index, ledger and records; takes its time. */
  void inspect() {
    verify();
    queue("ledger", this::inspectLedger);
    queue("records", () -> inspectRecords(0));
  }

  private void inspectLedger() {
    List<String> broken = instance.archive().repair().ledgerFaults();
    checked(DataFault.Part.LEDGER);
    if (!broken.isEmpty()) {
      say(broken.getFirst());
      queue(DataFault.Part.LEDGER, this::ledger);
    }
  }

  /** Some records, and the next ones later, so that readers do not notice. */
  private void inspectRecords(int before) {
    ArchiveRepair.Inspection seen =
        instance.archive().repair().damagedRecords(before, RECORDS_AT_ONCE);
    seen.damaged().forEach(version -> queue(version, () -> record(version)));
    if (seen.inspected() == RECORDS_AT_ONCE) {
      int next = before + RECORDS_AT_ONCE;
      String key = "records " + next;
      queued.add(key);
      schedule(key, () -> inspectRecords(next), 1);
    } else {
      checked(DataFault.Part.RECORDS);
    }
  }

  /** Whether there is anything to do that was not done yet. */
  boolean busy() {
    return !queued.isEmpty();
  }

  /** Work that may fail because of the disk. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  /** Queues a step once, however often it is asked for before it has been done. */
  private void queue(Object key, Step step) {
    if (queued.add(key)) {
      schedule(key, step, 0);
    }
  }

  private void schedule(Object key, Step step, long seconds) {
    try {
      var unused = work.schedule(() -> run(key, step), seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException closing) {
      queued.remove(key);
    }
  }

  private void run(Object key, Step step) {
    try {
      step.run();
      queued.remove(key);
    } catch (IOException | RuntimeException | Error e) {
      say("repair did not succeed and is tried again: " + e.getMessage());
      if (e instanceof DamagedLedgerException ledger && key != DataFault.Part.LEDGER) {
        met(ledger);
      }
      if (key.equals("fill") && IndexDamage.isLikely(e)) {
        queue(DataFault.Part.INDEX, this::newIndex);
      }
      schedule(key, step, AGAIN_SECONDS);
    }
  }

  private void newIndex() throws IOException {
    if (whole() && ++doubts < MOST_DOUBTS) {
      return; // a search that began before the index was made again, or a disk that was busy
    }
    doubts = 0;
    put(new DataFault(DataFault.Part.INDEX, true, 0, 0, List.of()));
    say("the index is damaged; it is moved aside and made again");
    instance.index().renew();
    queue("fill", this::fillIndex);
  }

  private boolean whole() {
    try {
      instance.index().verify();
      return instance.index().writable();
    } catch (IOException | RuntimeException | Error damaged) {
      return false;
    }
  }

  private void fillIndex() throws IOException {
    if (!instance.index().writable()) {
      instance.index().reopen();
    }
    Reconciler reconciler = new Reconciler(instance.archive(), instance.index());
    put(new DataFault(DataFault.Part.INDEX, true, 0, reconciler.behind(), List.of()));
    int documents =
        reconciler.run(
            (done, all) -> put(new DataFault(DataFault.Part.INDEX, true, done, all, List.of())));
    take(DataFault.Part.INDEX);
    say("the index is whole again: " + documents + " documents indexed from the archive");
    reconciler.damaged().forEach(this::met);
  }

  private void verifyIndex() throws IOException {
    try {
      instance.index().verify();
      checked(DataFault.Part.INDEX);
    } catch (IOException | RuntimeException | Error e) {
      if (!IndexDamage.isLikely(e)) {
        throw e;
      }
      checked(DataFault.Part.INDEX);
      queue(DataFault.Part.INDEX, this::newIndex);
    }
  }

  /** After a full disk: the writer has closed itself, what it had not committed comes again. */
  private void reopen() throws IOException {
    put(new DataFault(DataFault.Part.DISK, true, 0, 0, List.of()));
    if (!instance.index().writable()) {
      instance.index().reopen();
    }
    int unused = new Reconciler(instance.archive(), instance.index()).run();
    take(DataFault.Part.DISK);
    say("the index can be written again");
  }

  private void ledger() throws IOException {
    put(new DataFault(DataFault.Part.LEDGER, true, 0, 0, List.of()));
    say("the ledger is damaged; it is moved aside and made again");
    List<String> lost = instance.archive().repair().rebuildLedger();
    take(DataFault.Part.LEDGER);
    if (!lost.isEmpty()) {
      ledgerLost(lost);
    }
    fill();
  }

  private void ledgerLost(List<String> lost) {
    put(new DataFault(DataFault.Part.LEDGER, false, 0, lost.size(), lost));
  }

  private void record(Version version) throws IOException {
    String name = version.documentId() + " version " + version.number();
    damaged(name, true);
    Optional<String> fault = instance.recordRepair().run(version);
    if (fault.isEmpty()) {
      say("the record of " + name + " was damaged and is made again from its original");
      whole(name);
    } else {
      say("the record of " + name + " cannot be made again: " + fault.get());
      damaged(name, false);
    }
  }

  private void damaged(String name, boolean mending) {
    synchronized (faults) {
      damaged.add(name);
      put(record(mending));
    }
  }

  private void whole(String name) {
    synchronized (faults) {
      damaged.remove(name);
      if (damaged.isEmpty()) {
        take(DataFault.Part.RECORDS);
      } else {
        put(record(false));
      }
    }
  }

  private DataFault record(boolean mending) {
    return new DataFault(DataFault.Part.RECORDS, mending, 0, damaged.size(), List.copyOf(damaged));
  }

  private void put(DataFault fault) {
    synchronized (faults) {
      faults.put(fault.part(), fault);
    }
  }

  private void take(DataFault.Part part) {
    synchronized (faults) {
      faults.remove(part);
    }
  }

  private void say(String line) {
    terminal.err().println(line);
    terminal.err().flush();
  }

  /** Ends after what it is at; what is left is found again at the next start. */
  @Override
  public void close() {
    work.shutdownNow();
    try {
      if (!work.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        say("a repair did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
