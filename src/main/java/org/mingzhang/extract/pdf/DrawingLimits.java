package org.mingzhang.extract.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;

/**
 * Limits on drawing one page. A form XObject may draw other forms, and the format does not prevent
 * it from drawing itself or ten others that draw ten each, so that a few hundred bytes can demand
 * an unbounded number of operations. Call {@link #countOperation} before each operation and {@link
 * #tryBeginForm} before each form. One instance per page; not thread-safe.
 */
final class DrawingLimits {
  /** Maximum number of operations of a page; a detailed map needs a tenth of this. */
  static final int MAX_OPERATIONS = 5_000_000;

  /** Deepest nesting of forms; programs use three or four levels. */
  static final int MAX_FORM_DEPTH = 16;

  /** Maximum number of forms drawn on a page; each is parsed from its start. */
  static final int MAX_FORMS = 50_000;

  private final Set<COSBase> openForms = Collections.newSetFromMap(new IdentityHashMap<>());
  private long operationCount;
  private int formCount;
  private boolean hasOmittedForms;

  /**
   * Counts an operation.
   *
   * @throws LimitExceededException if the page has had too many, or the thread was interrupted
   */
  void countOperation() {
    operationCount++;
    if (operationCount > MAX_OPERATIONS
        || ((operationCount & 0xFFF) == 0 && Thread.currentThread().isInterrupted())) {
      throw new LimitExceededException();
    }
  }

  /**
   * Counts a form and returns whether it may be drawn; if so, {@link #endForm} must follow. A form
   * inside itself or below 16 others may not.
   *
   * @throws LimitExceededException if the page has drawn too many
   */
  boolean tryBeginForm(COSBase form) {
    if (++formCount > MAX_FORMS) {
      throw new LimitExceededException();
    }
    boolean may = openForms.size() < MAX_FORM_DEPTH && openForms.add(form);
    hasOmittedForms |= !may;
    return may;
  }

  /** Ends the drawing of a form. */
  void endForm(COSBase form) {
    openForms.remove(form);
  }

  /** Whether a form was not drawn because it would draw itself or was nested too deeply. */
  boolean hasOmittedForms() {
    return hasOmittedForms;
  }

  /**
   * Thrown if a page exceeds its limits or the thread was interrupted. Unchecked, since PDFBox
   * ignores an {@code IOException} thrown inside a form. Without stack trace.
   */
  static final class LimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LimitExceededException() {
      super("too much to draw", null, false, false);
    }
  }
}
