package org.mingzhang.fact.figure;

import java.util.Optional;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Figure;

/**
 * Maps facts of the budget lines of performance forms, of a project or a whole body, to figures.
 *
 * @param names names of figures
 */
record FormFigureMapper(FigureNames names) {
  Optional<Figure> toFigure(Fact fact) {
    FactPlace place = fact.places().getFirst();
    FactContext context = fact.context();
    return FigureProjection.formatValue(fact)
        .map(
            value ->
                new Figure(
                    place.section(),
                    names.formAmountName(fact),
                    context.item(),
                    null,
                    value,
                    fact.unit(),
                    context.year(),
                    place.quote(),
                    place.page(),
                    true));
  }
}
