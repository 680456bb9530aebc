package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.TsvResource;

/**
 * Checks the cost per person or household against the amount and the number that the sentence
 * states before it, whatever the money is for: {@code 为3100名残疾人发放补贴223.20万元，人均720元}. Nothing is
 * decided unless the sentence states one amount and one number. The words are data, see {@code
 * per-head.tsv}.
 */
public final class PerHeadCostRule implements Rule {
  private static final int COLUMNS = 4;
  private static final Pattern AMOUNT = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元)");
  private static final String SENTENCE_STOPS = "。；;";

  private final List<Words> words =
      TsvResource.readRows(PerHeadCostRule.class, "per-head.tsv", COLUMNS).stream()
          .map(
              cells ->
                  new Words(
                      Pattern.compile(cells.get(0)), Pattern.compile(cells.get(1)), cells.get(2)))
          .toList();

  /** The patterns of a cost of one and of a number, and what the number counts. */
  private record Words(Pattern cost, Pattern count, String counter) {}

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    List<CheckResult> checks = new ArrayList<>();
    for (Words each : words) {
      document
          .findMatches(each.cost(), "均", "每")
          .forEach(m -> checks.add(check(each, m.passage(), m)));
    }
    return checks;
  }

  private static CheckResult check(Words words, Passage passage, TextMatch match) {
    String text = passage.unspacedText();
    int from = sentenceStart(text, match.words().start());
    List<MatchResult> counts = findBefore(words.count(), text, from, match);
    List<MatchResult> amounts = findBefore(AMOUNT, text, from, match);
    if (counts.size() != 1 || amounts.size() != 1) {
      return CheckResult.undecided("amount-or-number-not-read");
    }
    String count = counts.getFirst().group("count");
    String amount = amounts.getFirst().group();
    BigDecimal stated = match.number("cost");
    String unit = match.group("unit");
    UnitCost computed =
        UnitCost.compute(AmountFinder.parseYuan(amount).orElseThrow(), new BigDecimal(count));
    if (computed.agreesWith(stated, unit)) {
      return CheckResult.AGREES;
    }
    String right = computed.format(stated, unit);
    String printed = match.group("cost") + unit;
    int start = Math.min(amounts.getFirst().start(), counts.getFirst().start());
    return FindingDraft.create("cost-per-head", passage, start, match.words().end())
        .withNumbers(printed, right)
        .withFormula(amount + " ÷ " + count + words.counter(), right, printed)
        .toResult(right, printed);
  }

  private static List<MatchResult> findBefore(
      Pattern pattern, String text, int from, TextMatch match) {
    return pattern.matcher(text).region(from, match.words().start()).results().toList();
  }

  private static int sentenceStart(String text, int end) {
    int start = end;
    while (start > 0 && SENTENCE_STOPS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }
}
