package org.mingzhang.web.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.web.diff.ParagraphAlignment;

/**
 * The differences between two versions of a document.
 *
 * @param sections sections added, removed or changed
 * @param figures amounts added, removed or changed: facts if both versions have them, otherwise
 *     figures
 * @param indicators indicators added, removed or changed
 */
public record VersionChanges(List<Change> sections, List<Change> figures, List<Change> indicators) {
  /**
   * A section, account or indicator that differs between the versions.
   *
   * @param label the section, account or indicator that differs
   * @param before its text before, empty if it was added
   * @param after its text after, empty if it was removed
   */
  public record Change(String label, String before, String after) {
    /** The paragraphs that differ, side by side with differing words marked. */
    public List<ParagraphAlignment.AlignedParagraphs> rows() {
      return ParagraphAlignment.align(lines(before), lines(after)).rows().stream()
          .filter(r -> r.kind() != ParagraphAlignment.DifferenceKind.SAME)
          .toList();
    }

    private static List<String> lines(String text) {
      return text.lines().filter(l -> !l.isBlank()).toList();
    }
  }

  /**
   * Compares two versions. Differences in white space are ignored. Of several sections, figures or
   * indicators with the same label, only the first is compared.
   */
  public static VersionChanges compare(Disclosure before, Disclosure after) {
    return new VersionChanges(
        findChanges(sections(before), sections(after)),
        before.facts().isEmpty() || after.facts().isEmpty()
            ? findChanges(figures(before), figures(after))
            : findChanges(facts(before), facts(after)),
        findChanges(indicators(before), indicators(after)));
  }

  private static Map<String, String> sections(Disclosure disclosure) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Section section : disclosure.sections()) {
      texts.putIfAbsent(section.heading(), section.text());
    }
    return texts;
  }

  /** The value of each account and context. Contradictory values are joined. */
  private static Map<String, String> facts(Disclosure disclosure) {
    Map<String, String> statedValues = new LinkedHashMap<>();
    for (Fact fact : disclosure.facts()) {
      statedValues.merge(label(fact), fact.printed() + " " + fact.unit(), (a, b) -> a + " | " + b);
    }
    return statedValues;
  }

  private static String label(Fact fact) {
    FactContext context = fact.context();
    Perimeter perimeter = context.perimeter();
    Fund fund = context.fund();
    Stage stage = context.stage();
    Integer year = context.year();
    return Stream.of(
            fact.account(),
            context.item(),
            context.code(),
            perimeter == null ? null : perimeter.label(),
            fund == null ? null : fund.label(),
            year == null ? null : year.toString(),
            context.period(),
            context.instant(),
            stage == null ? null : stage.label(),
            context.basis(),
            fact.kind() == Fact.Kind.AMOUNT ? null : fact.kind().id())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
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
    return sections.isEmpty() && figures.isEmpty() && indicators.isEmpty();
  }
}
