package org.mingzhang.fact.figure;

import java.util.Optional;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactPlace;
import org.mingzhang.model.Figure;

/** Figures of the budget lines of performance forms, of a project or of a body as a whole. */
record FormFigures(FigureNames names) {
  Optional<Figure> of(Fact fact) {
    FactPlace place = fact.places().getFirst();
    FactContext context = fact.context();
    return FigureRows.value(fact)
        .map(
            value ->
                new Figure(
                    place.section(),
                    names.ofForm(fact),
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
