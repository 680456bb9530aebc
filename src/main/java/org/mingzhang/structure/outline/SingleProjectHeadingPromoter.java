package org.mingzhang.structure.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.structure.outline.OutlineParser.Heading;
import org.mingzhang.structure.outline.StandardTitles.OutlinePosition;

/**
 * Promotes the only project statement of a budget to a part. The forms have a part 项目经费情况说明 that is
 * printed only on the contents page. If there are several statements, they are below this part; a
 * single statement takes its place.
 */
final class SingleProjectHeadingPromoter {
  private SingleProjectHeadingPromoter() {}

  static List<Heading> promote(List<Heading> headings) {
    List<Heading> projects =
        headings.stream()
            .filter(h -> h.openHeading().outlinePosition() == OutlinePosition.PROJECT)
            .toList();
    if (projects.size() != 1) {
      return headings;
    }
    OpenHeading lone = projects.get(0).openHeading();
    OpenHeading parent = lone.parent();
    if (parent == null || parent.parent() != null || parent.style() != NumeralStyle.NONE) {
      return headings;
    }
    Map<OpenHeading, OpenHeading> moved = new HashMap<>();
    moved.put(
        lone,
        new OpenHeading(null, lone.style(), lone.ordinal(), lone.outlinePosition(), lone.role()));
    List<Heading> result = new ArrayList<>();
    for (Heading heading : headings) {
      result.add(new Heading(heading.candidate(), moveToPart(heading.openHeading(), moved)));
    }
    return result;
  }

  private static OpenHeading moveToPart(
      OpenHeading openHeading, Map<OpenHeading, OpenHeading> moved) {
    OpenHeading known = moved.get(openHeading);
    if (known != null || openHeading.parent() == null) {
      return Objects.requireNonNullElse(known, openHeading);
    }
    OpenHeading parent = moveToPart(openHeading.parent(), moved);
    return parent.equals(openHeading.parent())
        ? openHeading
        : new OpenHeading(
            parent,
            openHeading.style(),
            openHeading.ordinal(),
            openHeading.outlinePosition(),
            openHeading.role());
  }
}
