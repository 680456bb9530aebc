package org.mingzhang.extract.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;

/**
 * What drawing one page may cost. A form (a content stream that others draw) may draw others, and
 * nothing in the format keeps it from drawing itself, or ten that draw ten each: some hundred bytes
 * then ask for more operations than there is time. Ask {@link #countOperation} before each operation and
 * {@link #enter} before each form. One object a page; not safe on many threads.
 */
final class DrawingLimits {
  /** Most operations of a page; maps of a whole town have a tenth of that. */
  static final int MAX_OPERATIONS = 5_000_000;

  /** Deepest nesting of forms; programs nest three or four. */
  static final int MAX_DEPTH = 16;

  /** Most forms drawn on a page, each of them a stream that is read from its start. */
  static final int MAX_FORMS = 50_000;

  private final Set<COSBase> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private long operations;
  private int forms;
  private boolean omitted;

  /**
   * Counts an operation.
   *
   * @throws Exceeded if the page has had too many, or the thread was told to stop
   */
  void countOperation() {
    operations++;
    if (operations > MAX_OPERATIONS
        || ((operations & 0xFFF) == 0 && Thread.currentThread().isInterrupted())) {
      throw new LimitExceededException();
    }
  }

  /**
   * Whether a form may be drawn; {@link #leave} it then. One that draws itself may not.
   *
   * @throws Exceeded if the page has drawn too many
   */
  boolean enter(COSBase form) {
    if (++forms > MAX_FORMS) {
      throw new LimitExceededException();
    }
    boolean may = open.size() < MAX_DEPTH && open.add(form);
    omitted |= !may;
    return may;
  }

  /** Notes that a form has been drawn. */
  void leave(COSBase form) {
    open.remove(form);
  }

  /** Whether something was left out. */
  boolean hasOmissions() {
    return omitted;
  }

  /** A page asks for more than it may. Unchecked, for PDFBox passes over what forms throw. */
  static final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitExceededException() {
      super("too much to draw", null, false, false);
    }
  }
}
