package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.StatedSum;
import org.mingzhang.model.Fact;
import org.mingzhang.text.PrefilteredPattern;
import org.mingzhang.text.TsvResource;

/**
 * Checks that a number of people, bodies, vehicles, projects or points is the sum of its kinds,
 * which exclude each other: {@code 实有人数62人，其中：在职人员40人，离休人员1人，退休人员19人}. The kinds are data, see
 * {@code counts.tsv}.
 */
public final class CountPartsRule implements Rule {
  private static final int COLUMNS = 12;
  private static final BigDecimal FULL_MARKS = BigDecimal.valueOf(100);
  private static final Pattern COUNT = Pattern.compile("(?<![\\d.])\\d{1,5}(?!\\d)");

  private final List<CountedWhole> countedWholes;

  public CountPartsRule(String rule) {
    countedWholes =
        TsvResource.parseRowsOf(
            rule, CountPartsRule.class, "counts.tsv", COLUMNS, CountedWhole::parse);
  }

  /**
   * A count with its kinds: a row of {@code counts.tsv}, which explains its columns. An empty
   * pattern matches anything; an empty {@code excludedListWords} matches nothing; a {@code
   * maxExcessPercent} of null sets no limit.
   */
  private record CountedWhole(
      String message,
      boolean kindsAreWithinClause,
      PrefilteredPattern wholePattern,
      Pattern partPattern,
      Pattern namePattern,
      List<Pattern> requiredKinds,
      Pattern excludedListWords,
      int minKinds,
      @Nullable BigDecimal maxExcessPercent,
      String unit,
      String confirmingAccount) {
    private static final String WITHIN_CLAUSE = "clause";

    static CountedWhole parse(List<String> cells) {
      return new CountedWhole(
          cells.get(0),
          TsvResource.requireKeyword(cells.get(1), WITHIN_CLAUSE, "whole").equals(WITHIN_CLAUSE),
          PrefilteredPattern.derive(Pattern.compile(cells.get(2))),
          Pattern.compile(cells.get(3)),
          Pattern.compile(cells.get(4)),
          TsvResource.splitList(cells.get(5)).stream().map(Pattern::compile).toList(),
          Pattern.compile(cells.get(6)),
          Integer.parseInt(cells.get(7)),
          cells.get(8).isEmpty() ? null : new BigDecimal(cells.get(8)),
          cells.get(9),
          cells.get(10));
    }

    boolean isNameOfKind(String printed) {
      return namePattern.pattern().isEmpty() || namePattern.matcher(printed).matches();
    }

    boolean haveSameUnit(MatchResult whole, MatchResult part) {
      return !partPattern.namedGroups().containsKey("unit")
          || whole.group("unit").equals(part.group("unit"));
    }

    /**
     * The unit printed after a whole: the group {@code unit}, otherwise the unit of the table row.
     */
    String unitOf(MatchResult whole) {
      return whole.namedGroups().containsKey("unit") ? whole.group("unit") : unit;
    }

    boolean isExcludedList(String words) {
      return !excludedListWords.pattern().isEmpty() && excludedListWords.matcher(words).find();
    }

    /** The full marks of a part, (满分20分); zero if it states none. */
    BigDecimal fullMarks(MatchResult part) {
      String full = partPattern.namedGroups().containsKey("full") ? part.group("full") : null;
      return full == null ? BigDecimal.ZERO : new BigDecimal(full);
    }

    boolean namesAllRequiredKinds(Set<String> names) {
      return requiredKinds.stream()
          .allMatch(a -> names.stream().anyMatch(n -> a.matcher(n).find()));
    }
  }

  /** Whether the document states the sum of the kinds as the count of another account. */
  private static boolean isConfirmed(
      AuditedDocument document, CountedWhole countedWhole, BigDecimal sum) {
    return document.disclosure().facts().stream()
        .filter(f -> f.kind() == Fact.Kind.COUNT && f.context().item() == null)
        .anyMatch(
            f ->
                f.account().equals(countedWhole.confirmingAccount())
                    && f.value().compareTo(sum) == 0);
  }

  /** Whether the kinds exceed the whole by so much that they must overlap. */
  private static boolean haveOverlappingKinds(CountedWhole countedWhole, StatedSum total) {
    BigDecimal percent = countedWhole.maxExcessPercent();
    return percent != null
        && total
                .difference()
                .compareTo(BigDecimal.ONE.max(total.total().multiply(percent).movePointLeft(2)))
            > 0;
  }

  /**
   * Whether a number that follows its kinds also includes a count of the same unit stated earlier
   * in the sentence: 在职干警112人；书记员46人、法警12人，合计170人.
   */
  private static boolean isSumOfEarlierKinds(
      CompactParagraph paragraph, MatchResult whole, StatedSum total) {
    if (whole.start("whole") < whole.end() || !whole.namedGroups().containsKey("unit")) {
      return false;
    }
    String text = paragraph.unspacedText();
    BigDecimal missing = total.difference().negate();
    int from = text.lastIndexOf('。', whole.start()) + 1;
    for (MatchResult earlier :
        COUNT.matcher(text).region(from, whole.start()).results().toList().reversed()) {
      boolean counted = text.startsWith(whole.group("unit"), earlier.end());
      missing = counted ? missing.subtract(new BigDecimal(earlier.group())) : missing;
      if (missing.signum() == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * A list of kinds in a paragraph, by its start, or by the number that follows it: several numbers
   * may be of one list, 编制20名、实有18人；…合计编制50名、实有45人.
   */
  private record ParagraphOffset(CompactParagraph paragraph, int offset) {
    static ParagraphOffset of(CompactParagraph paragraph, MatchResult whole) {
      return new ParagraphOffset(paragraph, Math.max(whole.end(), whole.start("whole")));
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    Set<ParagraphOffset> read = new HashSet<>();
    for (CountedWhole countedWhole : countedWholes) {
      document
          .findMatches(countedWhole.wholePattern())
          .forEach(
              m -> {
                ParagraphOffset kinds = ParagraphOffset.of(m.paragraph(), m.words());
                CheckResult result =
                    read.contains(kinds)
                        ? null
                        : check(document, countedWhole, m.paragraph(), m.words());
                if (result != null) {
                  checks.add(result);
                  read.add(kinds);
                }
              });
    }
    return checks;
  }

  private static @Nullable CheckResult check(
      AuditedDocument document,
      CountedWhole countedWhole,
      CompactParagraph paragraph,
      MatchResult whole) {
    String text = paragraph.unspacedText();
    Matcher part = countedWhole.partPattern().matcher(text).region(whole.end(), text.length());
    List<BigDecimal> counts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int end = whole.end();
    BigDecimal unlistedKind = BigDecimal.ZERO;
    BigDecimal fullMarks = BigDecimal.ZERO;
    while (part.find() && countedWhole.haveSameUnit(whole, part)) {
      BigDecimal count = new BigDecimal(part.group("count"));
      if (!countedWhole.isNameOfKind(part.group("name")) || !names.add(part.group("name"))) {
        unlistedKind = count;
        break;
      }
      counts.add(count);
      fullMarks = fullMarks.add(countedWhole.fullMarks(part));
      end = part.end();
    }
    if (counts.size() < countedWhole.minKinds()
        || countedWhole.isExcludedList(text.substring(whole.start(), end))) {
      return null;
    }
    BigDecimal stated = new BigDecimal(whole.group("whole"));
    StatedSum total = new StatedSum(stated, counts);
    BigDecimal sum = total.sum();
    // A further kind that is not in the data completes the sum: 行政编制50人、事业编制60人、聘用制10人.
    if (total.addsUpExactly() || sum.add(unlistedKind).compareTo(stated) == 0) {
      return CheckResult.AGREES;
    }
    boolean below = total.difference().signum() < 0;
    boolean hasAllKinds =
        fullMarks.compareTo(FULL_MARKS) == 0 || countedWhole.namesAllRequiredKinds(names);
    if (isSumOfEarlierKinds(paragraph, whole, total)) {
      return CheckResult.AGREES;
    }
    if (below
        ? !hasAllKinds && !isConfirmed(document, countedWhole, sum)
        : haveOverlappingKinds(countedWhole, total)) {
      return CheckResult.undecided("parts-may-not-be-all")
          .withLocation(FindingDraft.locationOf(paragraph, whole.start(), end));
    }
    int from = whole.start();
    while (countedWhole.kindsAreWithinClause()
        && from > 0
        && "。；，,:(".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    int number = whole.end("whole");
    int to = number < end ? end : number + countedWhole.unitOf(whole).length();
    return FindingDraft.create(countedWhole.message(), paragraph, from, to)
        .setNumbers(stated + countedWhole.unit(), sum + countedWhole.unit())
        .setFormula(total.formatTerms(), sum, stated)
        .toResult(sum, stated);
  }
}
