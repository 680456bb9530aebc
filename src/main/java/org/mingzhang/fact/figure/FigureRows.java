package org.mingzhang.fact.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Figure;
import org.mingzhang.text.Amounts;

/**
 * The figures of the record format as a projection of facts: each place at which a document states
 * an amount of money or a rate of one is a row under one name, which stands for account, fund and
 * stage together. Facts say more and are what everything else reads.
 *
 * <p>Give it the facts as they were stated, each with one place, before they are joined: a joined
 * fact no longer knows how each of its places printed the number.
 */
public final class FigureRows {
  private final ProseFigures prose;
  private final CellFigures cells;
  private final FormFigures forms;

  private FigureRows(Disclosure disclosure) {
    FigureNames names = new FigureNames(disclosure);
    this.prose = new ProseFigures(disclosure, names, ItemPaths.of(disclosure.tables()));
    this.cells = new CellFigures(disclosure, names);
    this.forms = new FormFigures(names);
  }

  /**
   * The figures: those of sentences and forms, then those of data tables, each in reading order.
   *
   * @param cells facts of tables and forms, each with one place
   * @param prose facts of sentences, each with one place
   */
  public static List<Figure> of(Disclosure disclosure, List<Fact> cells, List<Fact> prose) {
    FigureRows rows = new FigureRows(disclosure);
    List<Figure> figures = new ArrayList<>();
    prose.forEach(fact -> rows.prose.of(fact).ifPresent(figures::add));
    Set<FactPlace> told = new HashSet<>();
    List<Figure> ofTables = new ArrayList<>();
    for (Fact fact : cells) {
      FactPlace place = fact.places().getFirst();
      if (place.cell() == null) {
        rows.forms.of(fact).ifPresent(figures::add);
      } else if (told.add(place)) {
        rows.cells.of(fact, place.cell()).ifPresent(ofTables::add);
      }
    }
    figures.addAll(ofTables);
    return List.copyOf(figures);
  }

  /** The number at a fact's place, without thousands separators; empty for 持平 and the like. */
  static Optional<String> value(Fact fact) {
    return Amounts.number(fact.printed().replace("%", "").replace("％", ""))
        .map(BigDecimal::toPlainString);
  }
}
