package org.mingzhang.fact;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.cell.CellFacts;
import org.mingzhang.fact.figure.FigureRows;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.fact.prose.ProseFacts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.StatementReader;

/**
 * Reads the facts of a document: those of cells first, then those of prose, joined by {@link
 * FactBook}, and the figures that are a projection of them. Safe on many threads.
 */
public final class FactReader {
  /**
   * The disclosure with its facts and figures, and in its metadata what their perimeter was read
   * from.
   */
  public Disclosure understand(Disclosure disclosure) {
    return understand(disclosure, new StatementReader().read(disclosure));
  }

  /**
   * The same from statements that were read before.
   *
   * @param statements what the prose of the disclosure states
   */
  public Disclosure understand(Disclosure disclosure, List<SectionStatements> statements) {
    Perimeters perimeters = Perimeters.of(disclosure);
    Stated stated = Stated.of(disclosure, statements, perimeters);
    return disclosure
        .withFacts(stated.joined())
        .withFigures(FigureRows.of(disclosure, stated.cells(), stated.prose()))
        .withEvidence(perimeters.evidence());
  }

  /** The facts of a disclosure, whose own {@code facts} are not looked at. */
  public List<Fact> read(Disclosure disclosure) {
    List<SectionStatements> statements = new StatementReader().read(disclosure);
    return Stated.of(disclosure, statements, Perimeters.of(disclosure)).joined();
  }

  /**
   * Facts as they are stated, each with one place.
   *
   * @param cells those of tables and forms
   * @param prose those of sentences, with amounts under words that name no account
   * @param names gives those of sentences the names that cells have
   */
  private record Stated(List<Fact> cells, List<Fact> prose, CanonicalNames names) {
    static Stated of(
        Disclosure disclosure, List<SectionStatements> statements, Perimeters perimeters) {
      String agency = disclosure.metadata().agency();
      List<Fact> cells = CellFacts.read(disclosure, perimeters);
      return new Stated(
          cells,
          ProseFacts.stated(disclosure, statements, perimeters.perimeter()).stream()
              .map(f -> perimeters.fill(f, agency))
              .toList(),
          CanonicalNames.of(disclosure, cells));
    }

    List<Fact> joined() {
      List<Fact> all = new ArrayList<>(cells);
      prose.stream().filter(ProseFacts::isNamed).map(names::of).forEach(all::add);
      return FactBook.join(all).facts();
    }
  }
}
