package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IngestEntry.IngestState;

/**
 * The persistent ingest queue: accepted files that are to be read. {@link #storeContent Store} the
 * bytes and {@link #accept} the offer; the file will then be read even after a crash. Readers take
 * entries by {@link #takeEntries} in the order of acceptance and {@link #complete} each, or put it
 * back. Entries begun by a process that dies become available again.
 *
 * <p>A file that is read twice is stored only once, since its source key is the same both times.
 * The results of uploaded and fetched files are recorded one by one, in the order of acceptance.
 * Thread-safe.
 */
public final class IngestQueue {
  /** Number of crashes or faults while reading a file after which the file is refused. */
  private static final int MAX_ATTEMPTS = 10;

  private final Ledger ledger;
  private final IngestTable table;
  private final SourceFileTable sourceFiles;
  private final ObjectStore objects;
  private final Leases leases;

  IngestQueue(Ledger ledger, SourceFileTable sourceFiles, ObjectStore objects, Leases leases) {
    this.leases = leases;
    this.ledger = ledger;
    this.table = new IngestTable(ledger);
    this.sourceFiles = sourceFiles;
    this.objects = objects;
  }

  /**
   * Stores received content; returns its SHA-256 when it is on disk.
   *
   * @throws IOException if it cannot be read to its end or the disk is full; nothing is stored then
   */
  public String storeContent(InputStream content) throws IOException {
    return objects.store(content);
  }

  /**
   * Adds an offer to the queue; returns its id. If an offer of the same source and with the same
   * document to replace (or none) is already waiting, its content is replaced and its id returned.
   */
  public long accept(OfferedFile offer, Instant now) {
    return ledger.callInTransaction(() -> table.accept(offer, now));
  }

  /** Adds many offers in one transaction. */
  public void acceptAll(List<OfferedFile> offers, Instant now) {
    ledger.runInTransaction(
        () -> {
          offers.forEach(offer -> table.accept(offer, now));
        });
  }

  /**
   * Takes entries to be read and marks them as being read. The returned entries show the state
   * before this call; there are none if nothing waits. Entries whose lease has expired are returned
   * to the queue first. An entry whose reading has crashed or failed before is returned alone, so
   * that a repeated crash can be attributed to it; while other entries are being read, neither this
   * entry nor later ones are returned.
   *
   * @param limit maximum number of entries
   * @param areOthersBeingRead whether other entries are being read
   */
  public List<IngestEntry> takeEntries(int limit, boolean areOthersBeingRead) {
    return ledger.runExclusively(() -> takeEntriesUnderLock(limit, areOthersBeingRead));
  }

  private List<IngestEntry> takeEntriesUnderLock(int limit, boolean areOthersBeingRead) {
    leases.returnExpiredEntries();
    return ledger.callInTransaction(
        () -> {
          List<IngestEntry> begun = new ArrayList<>();
          for (IngestEntry entry : table.waitingEntries(limit, leases.lockingClause())) {
            boolean suspect = entry.attempts() > 0;
            if (suspect && (areOthersBeingRead || !begun.isEmpty())) {
              break;
            }
            table.markReading(entry.id());
            leases.leaseEntry(entry.id());
            begun.add(entry);
            if (suspect) {
              break;
            }
          }
          return begun;
        });
  }

  /** Whether the reading of a file has crashed or failed too often to be tried again. */
  public static boolean hasTooManyAttempts(IngestEntry entry) {
    return entry.attempts() >= MAX_ATTEMPTS;
  }

  /**
   * Returns all entries that this process has begun and not ended to the queue, without counting
   * the attempt. The process must not be reading them any more.
   */
  public void returnBegunEntries() {
    leases.returnBegunEntries();
  }

  /**
   * Puts an entry back whose reading failed, keeping the attempt; does nothing if this process no
   * longer holds its lease.
   */
  public void putBackCountingAttempt(IngestEntry entry) {
    ledger.runInTransaction(
        () -> {
          if (leases.holdsLease(entry)) {
            leases.release(entry.id());
            table.markWaiting(entry.id());
          }
        });
  }

  /**
   * Whether this process may still store and end an entry that it has begun. With several
   * processes, it loses the entry if {@link #renewLeases} is not called within the duration of a
   * lease.
   */
  public boolean holdsLease(IngestEntry entry) {
    return leases.holdsLease(entry);
  }

  /** Renews the leases of begun entries; to be called every {@link #renewalMillis} milliseconds. */
  public void renewLeases() {
    leases.renew();
  }

  /** The interval for {@link #renewLeases}, in milliseconds; {@link Long#MAX_VALUE} for never. */
  public long renewalMillis() {
    return leases.leaseMillis() == Long.MAX_VALUE ? Long.MAX_VALUE : leases.leaseMillis() / 4;
  }

  /**
   * The result of reading a file of the queue.
   *
   * @param entry the entry
   * @param state state to record for the file, or null for none
   * @param members results of its documents
   */
  public record ReadResult(
      IngestEntry entry, @Nullable SourceFileState state, List<SourceFileState.Member> members) {
    /** Makes an immutable copy of the members. */
    public ReadResult {
      members = List.copyOf(members);
    }
  }

  /**
   * Records the results of entries in one transaction, with the state of each file that has one.
   * Entries whose lease this process has lost are skipped.
   */
  public void complete(List<ReadResult> readResults) {
    ledger.runInTransaction(
        () -> {
          for (ReadResult readResult : readResults) {
            if (!leases.holdsLease(readResult.entry())) {
              continue; // another process has taken over the entry and will record its result
            }
            leases.release(readResult.entry().id());
            if (readResult.state() != null) {
              sourceFiles.record(readResult.state());
            }
            recordResult(readResult);
          }
        });
  }

  private void recordResult(ReadResult readResult) {
    List<SourceFileState.Member> refused =
        readResult.members().stream().filter(m -> m.documentId() == null).toList();
    Optional<String> document =
        readResult.members().stream()
            .map(SourceFileState.Member::documentId)
            .flatMap(id -> Optional.ofNullable(id).stream())
            .findFirst();
    IngestState state = document.isPresent() ? IngestState.KEPT : IngestState.REFUSED;
    String first = refused.isEmpty() ? null : refused.getFirst().message();
    String message =
        readResult.members().size() > 1
            ? (readResult.members().size() - refused.size())
                + " of "
                + readResult.members().size()
                + " kept"
            : first;
    table.recordResult(readResult.entry(), state, document.orElse(null), message);
  }

  /** The number of files in a state. */
  public int count(IngestState state) {
    return table.count(state);
  }

  /** The number of files that wait or are being read. */
  public int openCount() {
    return count(IngestState.ACCEPTED) + count(IngestState.READING);
  }

  /** Files being read and files that wait, in the order in which they are taken. */
  public List<IngestEntry> openEntries(int limit) {
    return table.openEntries(limit);
  }

  /** Uploaded or fetched files that were read, the last accepted first. */
  public List<IngestEntry> endedEntries(int limit) {
    return table.endedEntries(limit);
  }

  /** The entry with an id; empty if there is none, as for a file of a folder that was read. */
  public Optional<IngestEntry> findEntry(long id) {
    return table.find(id).stream().findFirst();
  }

  /** The stored content of an entry; empty if it was not stored before reading, or is lost. */
  public Optional<Path> findContent(IngestEntry entry) {
    return Optional.ofNullable(entry.offer().sha256())
        .filter(objects::exists)
        .map(objects::localFile);
  }

  /**
   * Recovers entries that an earlier process has left, see {@link Leases#recoverEarlierEntries}.
   */
  void recoverEntries() {
    ledger.runInTransaction(
        () -> {
          leases.recoverEarlierEntries();
        });
  }
}
