package org.mingzhang.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IntakeEntry.State;

/**
 * The files that were accepted: a queue that outlives the process. {@link #receive} the bytes,
 * {@link #accept} the offer; from then on the file will be read, whatever happens. Who reads takes
 * entries by {@link #begin} in the order of acceptance and ends each by {@link #end}, or puts it
 * back. A process that dies leaves entries begun: the next one finds them waiting again.
 *
 * <p>What is read twice must not be kept twice. That holds because an offer's source is its
 * content, its address or its path, and because the entries of what was sent are ended one by one
 * in their order. Safe on many threads.
 */
public final class IntakeQueue {
  /** How often reading one file may end the process before the file is given up. */
  private static final int MOST_ATTEMPTS = 10;

  private final Ledger ledger;
  private final IntakeTable table;
  private final SourceTable sources;
  private final ObjectStore objects;
  private final Leases leases;

  IntakeQueue(Ledger ledger, SourceTable sources, ObjectStore objects, Leases leases) {
    this.leases = leases;
    this.ledger = ledger;
    this.table = new IntakeTable(ledger);
    this.sources = sources;
    this.objects = objects;
  }

  /**
   * Keeps content that came in; returns its fingerprint when it is on the disk.
   *
   * @throws IOException if it cannot be read to its end or the disk is full; nothing is kept then
   */
  public String receive(InputStream content) throws IOException {
    return objects.receive(content);
  }

  /** Writes an offer down; returns its place in the order of acceptance. */
  public long accept(OfferedFile offer, Instant now) {
    return ledger.transaction(() -> table.accept(offer, now));
  }

  /** As {@link #accept}, for many offers: all or none are written. */
  public void acceptAll(List<OfferedFile> offers, Instant now) {
    ledger.transaction(
        () -> {
          offers.forEach(offer -> table.accept(offer, now));
          return true;
        });
  }

  /**
   * Takes entries to be read. One at whose reading a process has ended before is given alone, so
   * that it is known which it was.
   *
   * @param most how many at most
   * @param busy whether others are being read
   */
  public List<IntakeEntry> begin(int most, boolean busy) {
    return ledger.alone(() -> beginAlone(most, busy));
  }

  private List<IntakeEntry> beginAlone(int most, boolean busy) {
    leases.expire();
    return ledger.transaction(
        () -> {
          List<IntakeEntry> begun = new ArrayList<>();
          for (IntakeEntry entry : table.waiting(most, leases.locking())) {
            boolean suspect = entry.attempts() > 0;
            if (suspect && (busy || !begun.isEmpty())) {
              break;
            }
            table.begin(entry.id());
            leases.take(entry.id());
            begun.add(entry);
            if (suspect) {
              break;
            }
          }
          return begun;
        });
  }

  /** Whether the reading of a file has taken the process with it too often to be tried again. */
  public static boolean hopeless(IntakeEntry entry) {
    return entry.attempts() >= MOST_ATTEMPTS;
  }

  /**
   * Puts all entries back that this process began and did not end; it may not be reading them any
   * more.
   */
  public void putBack() {
    leases.putBack();
  }

  /**
   * Whether an entry that was begun is still this process's to keep and end: where several read, it
   * is another's after a time without {@link #renew}.
   */
  public boolean owns(IntakeEntry entry) {
    return leases.owns(entry);
  }

  /** Says that what was begun is still being read; to be called so often as {@link #lease}. */
  public void renew() {
    leases.renew();
  }

  /** How often {@link #renew} is called, in milliseconds; the greatest number for never. */
  public long lease() {
    return leases.millis() == Long.MAX_VALUE ? Long.MAX_VALUE : leases.millis() / 4;
  }

  /** How a file ended. */
  public record Ending(
      IntakeEntry entry, @Nullable SourceState state, List<SourceState.Member> of) {
    /** Copies the members. */
    public Ending {
      of = List.copyOf(of);
    }
  }

  /**
   * Ends entries, all or none: notes what came of each file, where the next reading may rely on
   * that.
   */
  public void end(List<Ending> endings) {
    ledger.transaction(
        () -> {
          for (Ending ending : endings) {
            if (!leases.owns(ending.entry())) {
              continue; // whoever has it now reads the same and ends it
            }
            leases.end(ending.entry().id());
            if (ending.state() != null) {
              sources.note(ending.state());
            }
            end(ending);
          }
          return true;
        });
  }

  private void end(Ending ending) {
    List<SourceState.Member> refused =
        ending.of().stream().filter(m -> m.documentId() == null).toList();
    Optional<String> document =
        ending.of().stream()
            .map(SourceState.Member::documentId)
            .flatMap(id -> Optional.ofNullable(id).stream())
            .findFirst();
    State state = document.isPresent() ? State.KEPT : State.REFUSED;
    String first = refused.isEmpty() ? null : refused.getFirst().message();
    String message =
        ending.of().size() > 1
            ? (ending.of().size() - refused.size()) + " of " + ending.of().size() + " kept"
            : first;
    table.end(ending.entry(), state, document.orElse(null), message);
  }

  /** How many files are in a state. */
  public int count(State state) {
    return table.count(state);
  }

  /** How many files wait or are being read. */
  public int open() {
    return count(State.ACCEPTED) + count(State.READING);
  }

  /** Files being read and files that wait, in the order in which they are taken. */
  public List<IntakeEntry> open(int most) {
    return table.open(most);
  }

  /** Files sent or fetched that were read, the latest first. */
  public List<IntakeEntry> ended(int most) {
    return table.ended(most);
  }

  /** An entry by its place. */
  public Optional<IntakeEntry> entry(long id) {
    return table.of(id).stream().findFirst();
  }

  /** Where the content of an entry lies that is kept before it is read; empty if it is lost. */
  public Optional<Path> content(IntakeEntry entry) {
    return Optional.ofNullable(entry.offer().sha256()).filter(objects::has).map(objects::place);
  }

  /** Takes up what a process before this one has left. */
  void takeUp() {
    boolean unused =
        ledger.transaction(
            () -> {
              leases.takeUp();
              return true;
            });
  }
}
