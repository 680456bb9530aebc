package org.mingzhang.fact;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.cell.CellFacts;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.fact.prose.ProseFacts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;

/**
 * Reads the facts of a document: those of cells first, then those of prose, joined by {@link
 * FactBook}. Safe on many threads.
 */
public final class FactReader {
  /** The disclosure with its facts, and in its metadata what their perimeter was read from. */
  public Disclosure understand(Disclosure disclosure) {
    Perimeters perimeters = Perimeters.of(disclosure);
    return disclosure.withFacts(read(disclosure, perimeters)).withEvidence(perimeters.evidence());
  }

  /** The facts of a disclosure, whose own {@code facts} are not looked at. */
  public List<Fact> read(Disclosure disclosure) {
    return read(disclosure, Perimeters.of(disclosure));
  }

  private static List<Fact> read(Disclosure disclosure, Perimeters perimeters) {
    List<Fact> stated = new ArrayList<>(CellFacts.read(disclosure, perimeters));
    for (Fact fact : ProseFacts.read(disclosure)) {
      stated.add(perimeters.fill(fact, disclosure.metadata().agency()));
    }
    return FactBook.join(stated).facts();
  }
}
