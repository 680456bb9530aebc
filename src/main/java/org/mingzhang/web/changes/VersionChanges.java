package org.mingzhang.web.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Indicator;
import org.mingzhang.web.diff.ParagraphAlignment;
import org.mingzhang.web.render.Labels;

/**
 * The differences between two versions of a document.
 *
 * @param sections sections added or removed, or whose title or text changed
 * @param numbers sections of which only the number changed
 * @param figures values added, removed or changed: those of facts of all kinds if both versions
 *     have facts, otherwise those of figures
 * @param indicators indicators added, removed or changed
 */
public record VersionChanges(
    List<Change> sections,
    List<Change> numbers,
    List<LocalizedChange> figures,
    List<Change> indicators) {
  /** A change that can be described in the language of a page. */
  @FunctionalInterface
  public interface LocalizedChange {
    /** The change in the language of the texts. */
    Change describe(Labels labels);
  }

  /**
   * A section, account or indicator that differs between the versions.
   *
   * @param label the section, account or indicator that differs
   * @param textBefore its text before, empty if it was added
   * @param textAfter its text after, empty if it was removed
   */
  public record Change(String label, String textBefore, String textAfter) {
    /** The paragraphs that differ, side by side with differing words marked. */
    public List<ParagraphAlignment.AlignedParagraphs> rows() {
      return ParagraphAlignment.align(lines(textBefore), lines(textAfter)).rows().stream()
          .filter(r -> r.kind() != ParagraphAlignment.DifferenceKind.SAME)
          .toList();
    }

    private static List<String> lines(String text) {
      return text.lines().filter(l -> !l.isBlank()).toList();
    }
  }

  /**
   * Compares two versions. Differences in white space are ignored. Of several figures or indicators
   * with the same label, only the first is compared.
   */
  public static VersionChanges compare(ArchivedDisclosure older, ArchivedDisclosure newer) {
    SectionChanges sections = SectionChanges.compare(older, newer);
    Disclosure before = older.disclosure();
    Disclosure after = newer.disclosure();
    return new VersionChanges(
        sections.textChanges(),
        sections.numberChanges(),
        before.facts().isEmpty() || after.facts().isEmpty()
            ? findChanges(figures(before), figures(after)).stream()
                .map(change -> (LocalizedChange) labels -> change)
                .toList()
            : FactChanges.compare(before.facts(), after.facts(), after.metadata().agency()),
        findChanges(indicators(before), indicators(after)));
  }

  /** The {@link #figures} in the language of the texts. */
  public List<Change> describeFigures(Labels labels) {
    return figures.stream().map(change -> change.describe(labels)).toList();
  }

  private static Map<String, String> figures(Disclosure disclosure) {
    Map<String, String> amounts = new LinkedHashMap<>();
    for (Figure figure : disclosure.figures()) {
      String label =
          figure.name()
              + (figure.item() == null ? "" : " · " + figure.item())
              + (figure.year() == null ? "" : " · " + figure.year());
      amounts.putIfAbsent(label, figure.value() + " " + figure.unit());
    }
    return amounts;
  }

  private static Map<String, String> indicators(Disclosure disclosure) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Indicator row : disclosure.indicators()) {
      String project = row.project();
      rows.putIfAbsent(
          (project == null ? "" : project + " · ") + row.level3(),
          String.join(
              " | ",
              Objects.requireNonNullElse(row.target(), "—"),
              Objects.requireNonNullElse(row.actual(), "—"),
              Objects.requireNonNullElse(row.score(), "—")));
    }
    return rows;
  }

  private static List<Change> findChanges(Map<String, String> before, Map<String, String> after) {
    List<Change> changes = new ArrayList<>();
    before.forEach(
        (label, text) -> {
          String now = after.get(label);
          if (now == null || !now.replaceAll("\\s+", "").equals(text.replaceAll("\\s+", ""))) {
            changes.add(new Change(label, text, now == null ? "" : now));
          }
        });
    after.forEach(
        (label, text) -> {
          if (!before.containsKey(label)) {
            changes.add(new Change(label, "", text));
          }
        });
    return changes;
  }

  /** Whether there are no differences. */
  public boolean isEmpty() {
    return sections.isEmpty() && numbers.isEmpty() && figures.isEmpty() && indicators.isEmpty();
  }
}
