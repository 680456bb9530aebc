package org.mingzhang.fact.prose;

import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;

/** Reads the facts of the paragraphs of a document, one for each statement. */
public final class ProseFacts {
  private ProseFacts() {}

  /** The facts in reading order, each with one place. */
  public static List<Fact> read(Disclosure disclosure) {
    return List.of();
  }
}
