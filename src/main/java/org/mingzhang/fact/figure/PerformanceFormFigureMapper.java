package org.mingzhang.fact.figure;

import java.util.Optional;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Figure;

/**
 * Maps facts of the budget lines of performance forms, of a project or a whole body, to figures.
 *
 * @param names names of figures
 */
record PerformanceFormFigureMapper(FigureNames names) {
  /** Maps a fact to a figure; empty if its number cannot be read. */
  Optional<Figure> toFigure(Fact fact) {
    FactLocation location = fact.locations().getFirst();
    FactContext context = fact.context();
    return FigureDeriver.formatValue(fact)
        .map(
            value ->
                new Figure(
                    location.section(),
                    names.formAmountName(fact),
                    context.item(),
                    null,
                    value,
                    fact.unit(),
                    context.year(),
                    location.quote(),
                    location.page(),
                    true));
  }
}
