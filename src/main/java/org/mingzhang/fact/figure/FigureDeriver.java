package org.mingzhang.fact.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.text.AmountFinder;

/**
 * Derives the figures of the record format from facts: each location that states an amount of
 * money, or a rate of one, becomes a row under one name for account, fund and stage. Figures serve
 * only the record format; other code uses facts, which hold more.
 *
 * <p>Pass facts before they are merged, each with one location, because a merged fact does not keep
 * how each location printed the number.
 */
public final class FigureDeriver {
  private final ProseFigureMapper proseMapper;
  private final CellFigureMapper cellMapper;
  private final PerformanceFormFigureMapper formMapper;

  private FigureDeriver(Disclosure disclosure) {
    FigureNames names = new FigureNames(disclosure);
    this.proseMapper =
        new ProseFigureMapper(disclosure, names, BudgetItemPaths.collect(disclosure.tables()));
    this.cellMapper = new CellFigureMapper(disclosure, names);
    this.formMapper = new PerformanceFormFigureMapper(names);
  }

  /**
   * The figures of sentences, then those of performance forms, then those of data tables with one
   * figure for each cell; each in reading order.
   *
   * @param cellFacts facts of tables and forms, each with one location
   * @param proseFacts facts of sentences, each with one location
   */
  public static List<Figure> deriveFigures(
      Disclosure disclosure, List<Fact> cellFacts, List<Fact> proseFacts) {
    FigureDeriver rows = new FigureDeriver(disclosure);
    List<Figure> figures = new ArrayList<>();
    proseFacts.forEach(fact -> rows.proseMapper.toFigure(fact).ifPresent(figures::add));
    Set<FactLocation> seen = new HashSet<>();
    List<Figure> ofTables = new ArrayList<>();
    for (Fact fact : cellFacts) {
      FactLocation location = fact.locations().getFirst();
      if (location.cell() == null) {
        rows.formMapper.toFigure(fact).ifPresent(figures::add);
      } else if (seen.add(location)) {
        rows.cellMapper.toFigure(fact, location.cell()).ifPresent(ofTables::add);
      }
    }
    figures.addAll(ofTables);
    return List.copyOf(figures);
  }

  /**
   * The printed number of a fact without thousands separators and per-cent sign; empty for words
   * such as 持平.
   */
  static Optional<String> formatValue(Fact fact) {
    return AmountFinder.parseNumber(fact.printed().replace("%", "").replace("％", ""))
        .map(BigDecimal::toPlainString);
  }
}
