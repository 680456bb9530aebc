package org.mingzhang.fact.cell;

import java.util.List;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;

/** Reads the facts of the data tables of a document, one for each cell. */
public final class CellFacts {
  private CellFacts() {}

  /** The facts in reading order, each with one place. */
  public static List<Fact> read(Disclosure disclosure) {
    return List.of();
  }
}
