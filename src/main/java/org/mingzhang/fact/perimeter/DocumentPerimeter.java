package org.mingzhang.fact.perimeter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
import org.mingzhang.model.Topic;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.PatternTable;

/**
 * The perimeter of the amounts of a document for which no table or sentence gives another. The
 * category of the document decides; the budget or final accounts of a single unit have no known
 * perimeter if the section on the agency lists several bodies. An agency without units, or whose
 * units have no budgets of their own, has the same amounts with and without units.
 *
 * @param perimeter the perimeter; null if the document does not give it or contradicts itself
 * @param amountsAreEqualWithAndWithoutUnits whether the document says that its own level and all
 *     its units together have the same amounts
 * @param evidence the words that contradict the category or show that the amounts are the same, for
 *     the metadata
 */
public record DocumentPerimeter(
    @Nullable Perimeter perimeter,
    boolean amountsAreEqualWithAndWithoutUnits,
    List<Evidence> evidence) {
  private static final String EVIDENCE_FIELD = "perimeter";
  private static final String SAME_AT_BOTH_LEVELS = "same-at-both-levels";
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentPerimeter.class);
  private static final Pattern OWN_LEVEL = PATTERNS.get("document-perimeter-own");

  private static final Pattern HEAD_AND_SEVERAL_UNITS = PATTERNS.get("several");

  private static final Pattern WORDS_FOR_NO_UNITS = PATTERNS.get("words-for-no-units");

  private static final Pattern COUNT_OF_UNITS = PATTERNS.get("units");
  private static final Pattern EVALUATION_OF_UNIT = PATTERNS.get("unit-evaluation");
  private static final Pattern NO_SEPARATE_BUDGET = PATTERNS.get("no-separate-budget");

  /** Makes an immutable copy of the evidence. */
  public DocumentPerimeter {
    evidence = List.copyOf(evidence);
  }

  /** Determines the perimeter of the amounts of a document. */
  public static DocumentPerimeter determine(Disclosure disclosure) {
    Perimeter usual = perimeterOfCategory(disclosure.metadata());
    if (usual == null) {
      return new DocumentPerimeter(null, false, List.of());
    }
    List<Evidence> evidence = new ArrayList<>();
    Perimeter perimeter = usual;
    boolean sameAtBothLevels = false;
    for (Section section : disclosure.sections()) {
      if (section.topic() == Topic.OVERVIEW) {
        String text = section.text().replace("\n", "").replace("\t", " ");
        Matcher several = HEAD_AND_SEVERAL_UNITS.matcher(text);
        if (usual == Perimeter.UNIT && several.find()) {
          perimeter = null;
          evidence.add(
              new Evidence(EVIDENCE_FIELD, "bodies-of-a-unit", several.group(), section.page()));
        }
        String same = findEvidenceOfIdenticalPerimeters(text);
        if (same != null && !sameAtBothLevels) {
          sameAtBothLevels = true;
          evidence.add(new Evidence(EVIDENCE_FIELD, SAME_AT_BOTH_LEVELS, same, section.page()));
        }
      }
    }
    Evidence listed = sameAtBothLevels ? null : findListedUnits(disclosure);
    if (listed != null) {
      evidence.add(listed);
    }
    return new DocumentPerimeter(perimeter, sameAtBothLevels || listed != null, evidence);
  }

  /**
   * A list of bodies in which no unit has a budget of its own, as evidence; null if there is none.
   */
  private static @Nullable Evidence findListedUnits(Disclosure disclosure) {
    for (TableData table : disclosure.tables()) {
      if (table.rows().size() > 1 && String.join(" ", table.header()).contains("单位名称")) {
        List<String> units =
            table.rows().stream()
                .map(r -> String.join(" ", r).strip())
                .filter(r -> !OWN_LEVEL.matcher(r).find())
                .toList();
        if (!units.isEmpty()
            && units.size() < table.rows().size()
            && units.stream().allMatch(u -> NO_SEPARATE_BUDGET.matcher(u).find())) {
          return new Evidence(EVIDENCE_FIELD, SAME_AT_BOTH_LEVELS, units.getFirst(), table.page());
        }
      }
    }
    return null;
  }

  /**
   * A fact with the perimeter of the document and its agency; unchanged if it has a perimeter or an
   * entity.
   *
   * @param agency agency of the document, or null
   */
  public Fact withDefaultPerimeter(Fact fact, @Nullable String agency) {
    FactContext context = fact.context();
    return context.perimeter() != null || context.entity() != null
        ? fact
        : fact.withContext(context.withPerimeter(perimeter, agency));
  }

  /** The perimeter by category and title; null if they do not determine one. */
  private static @Nullable Perimeter perimeterOfCategory(DocumentMetadata metadata) {
    Category category = metadata.category();
    if (category == null) {
      return null;
    }
    String title = metadata.title();
    return switch (category) {
      case DEPARTMENT_BUDGET, DEPARTMENT_FINAL_ACCOUNTS -> Perimeter.DEPARTMENT;
      case DEPARTMENT_SELF_EVALUATION ->
          title != null && EVALUATION_OF_UNIT.matcher(title).find()
              ? Perimeter.UNIT
              : Perimeter.DEPARTMENT;
      case UNIT_BUDGET, UNIT_FINAL_ACCOUNTS -> Perimeter.UNIT;
      case GOVERNMENT_BUDGET, GOVERNMENT_FINAL_ACCOUNTS, PROJECT_SELF_EVALUATION, OTHER -> null;
    };
  }

  /**
   * The words that show that the accounts of the agency and of the agency with its units are the
   * same: there are no units, or all units are merged; null if there are no such words.
   */
  private static @Nullable String findEvidenceOfIdenticalPerimeters(String text) {
    if (!text.contains("单位") && !text.contains("本级")) {
      return null;
    }
    Matcher units = COUNT_OF_UNITS.matcher(text);
    long several = units.find() ? parseCount(units.group(1)) : 0;
    List<String> merged =
        NO_SEPARATE_BUDGET
            .matcher(text)
            .results()
            .map(r -> sentenceAround(text, r.start()))
            .distinct()
            .toList();
    if (several > 0) {
      return merged.size() >= several ? merged.getFirst() : null;
    }
    Matcher alone = WORDS_FOR_NO_UNITS.matcher(text);
    return alone.find() && !HEAD_AND_SEVERAL_UNITS.matcher(text).find() ? alone.group() : null;
  }

  /** A number of units; {@link Long#MAX_VALUE} if it is not readable. */
  private static long parseCount(String printed) {
    return Character.isDigit(printed.charAt(0))
        ? AmountParser.parseNumber(printed).map(BigDecimal::longValue).orElse(Long.MAX_VALUE)
        : ChineseNumeralParser.parse(printed).orElse(Long.MAX_VALUE);
  }

  private static String sentenceAround(String text, int at) {
    int start = Math.max(text.lastIndexOf('。', at) + 1, Math.max(0, at - 30));
    int end = text.indexOf('。', at);
    return text.substring(start, end < 0 ? Math.min(text.length(), at + 20) : end);
  }
}
