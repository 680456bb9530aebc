package org.mingzhang.fact.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;
import org.mingzhang.text.AmountParser;

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
  private final FigureNames names;

  private FigureDeriver(Disclosure disclosure) {
    this.names = new FigureNames(disclosure);
    this.proseMapper =
        new ProseFigureMapper(disclosure, names, BudgetItemPaths.collect(disclosure.tables()));
    this.cellMapper = new CellFigureMapper(disclosure, names);
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
        String item = fact.context().item();
        createFigure(fact, rows.names.formAmountName(fact), item, null, location.quote(), true)
            .ifPresent(figures::add);
      } else if (seen.add(location)) {
        rows.cellMapper.toFigure(fact, location.cell()).ifPresent(ofTables::add);
      }
    }
    figures.addAll(ofTables);
    return List.copyOf(figures);
  }

  /**
   * The figure of a fact with one location; empty if its value is stated in words such as 持平.
   *
   * @param item functional item, economic item or project; null for the whole
   * @param code classification code of the item; null if unknown
   */
  static Optional<Figure> createFigure(
      Fact fact,
      String name,
      @Nullable String item,
      @Nullable String code,
      String quote,
      boolean isFromTable) {
    FactLocation location = fact.locations().getFirst();
    return AmountParser.parseNumber(fact.printed().replace("%", "").replace("％", ""))
        .map(
            value ->
                new Figure(
                    location.sectionPath(),
                    name,
                    item,
                    code,
                    value.toPlainString(),
                    fact.unit(),
                    fact.context().year(),
                    quote,
                    location.page(),
                    isFromTable));
  }
}
