package org.mingzhang.audit.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.ParagraphMatch;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.TsvResource;

/**
 * Checks the cost of one unit against the total cost and the number of units: {@code
 * 公务用车保有量4辆，车均运行维护费2.50万元}, {@code 为3100名残疾人发放补贴223.20万元，人均720元}. The total is the amount of an
 * account in the document, or the only amount of the sentence. The tolerance is wide where numbers
 * of vehicles change during a year or guests may be counted in several ways. A number before the
 * sentence is used if its name is part of the name of the amount. The kinds of cost are data, see
 * {@code unit-costs.tsv}.
 */
@SuppressWarnings("ReferenceEquality") // a section may have two equal paragraphs
public final class UnitCostRule implements Rule {
  private static final int COLUMNS = 10;
  private static final int POWER_OF_WAN = 4;
  private static final int MAX_PARAGRAPHS_OF_SECTION = 20;

  private final String rule;
  private final List<UnitCost> unitCosts;

  public UnitCostRule(String rule) {
    this.rule = rule;
    this.unitCosts =
        TsvResource.parseRowsOf(
            rule, UnitCostRule.class, "unit-costs.tsv", COLUMNS, UnitCost::parse);
  }

  @Override
  public List<CheckResult> check(AuditedDocument document) {
    return unitCosts.stream()
        .flatMap(
            c ->
                c.accounts().isEmpty()
                    ? document
                        .findMatches(c.costPattern())
                        .map(m -> checkInSentence(c, m, document))
                    : checkAgainstAccount(c, document))
        .toList();
  }

  private Stream<CheckResult> checkAgainstAccount(UnitCost unitCost, AuditedDocument document) {
    List<BigDecimal> totals =
        Stream.of(unitCost.accounts().split(";"))
            .map(account -> totalsOf(account, document))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(List.of());
    BigDecimal total =
        totals.size() == 1 && totals.getFirst().signum() > 0 ? totals.getFirst() : null;
    return document.paragraphs().stream()
        .filter(unitCost::mayOccurIn)
        .flatMap(
            p ->
                p.findMatches(unitCost.costPattern()).stream()
                    .map(m -> new ParagraphMatch(p, m))
                    .flatMap(m -> checkWithAccount(unitCost, m, total, document).stream()));
  }

  private static List<BigDecimal> totalsOf(String account, AuditedDocument document) {
    return document.figuresOfSentences(account).stream()
        .flatMap(f -> f.yuan().stream())
        .map(BigDecimal::stripTrailingZeros)
        .distinct()
        .toList();
  }

  /**
   * Checks a cost by the amount of the account and the number of units in its sentence; or, unless
   * both must be in its sentence, by the amount and number of the document. Empty if one of the two
   * is not found or is ambiguous, or if the cost is of other spending.
   *
   * @param documentTotal the amount of the account in 元; null if the document does not state
   *     exactly one
   */
  private Optional<CheckResult> checkWithAccount(
      UnitCost unitCost,
      ParagraphMatch cost,
      @Nullable BigDecimal documentTotal,
      AuditedDocument document) {
    UnitCostSentence sentence = UnitCostSentence.findAround(unitCost, cost);
    List<MatchResult> named = sentence.namedAmountsBeforeCost();
    List<MatchResult> ownCounts = sentence.countsBesideCost();
    boolean beside = named.size() == 1 && ownCounts.size() == 1;
    List<ParagraphMatch> counts =
        beside
            ? List.of(new ParagraphMatch(cost.paragraph(), ownCounts.getFirst()))
            : findCounts(unitCost, cost.paragraph(), document);
    BigDecimal total = beside ? parseYuan(named.getFirst()) : documentTotal;
    if (total == null
        || total.signum() <= 0
        || sentence.isCostOfOtherSpending()
        || (unitCost.operandsMustBeInSentence() && !beside)
        || counts.stream().map(c -> c.group("count")).distinct().count() != 1) {
      return Optional.empty();
    }
    ParagraphMatch count = counts.getFirst();
    boolean follows =
        count.paragraph() != cost.paragraph() || count.words().end() < cost.words().start("cost");
    return unitCost.mustFollowCount() && !follows
        ? Optional.empty()
        : Optional.of(
            check(
                unitCost,
                cost,
                total,
                total.movePointLeft(POWER_OF_WAN).toPlainString() + "万元",
                count.group("count"),
                createDraft(count, cost)));
  }

  /** The numbers of units of a paragraph, otherwise of the preceding paragraphs of its section. */
  private static List<ParagraphMatch> findCounts(
      UnitCost unitCost, CompactParagraph paragraph, AuditedDocument document) {
    List<ParagraphMatch> own = unitCost.findCounts(paragraph).toList();
    return own.isEmpty()
        ? document.paragraphs(paragraph.section().path()).stream()
            .takeWhile(p -> p != paragraph)
            .flatMap(unitCost::findCounts)
            .toList()
        : own;
  }

  /**
   * Creates a finding that quotes a cost together with the number before it if both are in one
   * sentence, otherwise each separately.
   */
  private FindingDraft createDraft(ParagraphMatch count, ParagraphMatch cost) {
    CompactParagraph paragraph = cost.paragraph();
    int counted = count.words().end();
    return count.paragraph() == paragraph
            && counted <= cost.words().start()
            && paragraph.sentenceEnd(counted) >= cost.words().end()
        ? FindingDraft.create(
            rule, paragraph, paragraph.clauseStart(count.words().start()), cost.words().end())
        : FindingDraft.create(rule, paragraph, cost.words())
            .setOtherLocation(
                FindingDraft.locationOf(count.paragraph(), count.words().start(), counted));
  }

  /**
   * Checks a cost by the only amount and the only number of units before it in its sentence. A
   * missing number is taken from the text before the sentence if its name is part of the name of
   * the amount. Otherwise an amount before the sentence, or a number in the section, is taken for
   * which the cost would be exact if its unit were exchanged. Undecided if one of the two is not
   * found or is ambiguous.
   */
  private CheckResult checkInSentence(
      UnitCost ofRow, ParagraphMatch cost, AuditedDocument document) {
    String text = cost.paragraph().unspacedText();
    int end = cost.words().start();
    UnitCostSentence sentence = UnitCostSentence.findAround(ofRow, cost);
    UnitCost unitCost = sentence.unitCost();
    int from = sentence.from();
    List<MatchResult> amounts = sentence.amountsBeforeCost();
    List<MatchResult> counts = sentence.countsBeforeCost();
    List<UnitCostSentence.Operands> inBracket = sentence.operandsOfBracket();
    if (!inBracket.isEmpty() && !unitCost.totalMustBeNamed()) {
      amounts = List.of(inBracket.getFirst().amount());
      counts = List.of(inBracket.getFirst().count());
    } else if (amounts.isEmpty() || unitCost.totalMustBeNamed()) {
      List<MatchResult> all = sentence.amountsBesideCost();
      List<MatchResult> allCounts = sentence.countsBesideCost();
      if (all.size() == 1 && allCounts.size() == 1 && sentence.isTotal(all.getFirst())) {
        amounts = all;
        counts = allCounts;
      } else if (unitCost.totalMustBeNamed()) {
        return CheckResult.undecided("amount-or-number-not-read").withLocation(cost.location());
      }
    }
    if (amounts.isEmpty() && counts.size() == 1) {
      String units = counts.getFirst().group("count");
      amounts =
          UnitCostSentence.TOTAL_AMOUNT
              .matcher(text)
              .region(0, from)
              .results()
              .filter(amount -> isExactInOtherUnit(unitCost, cost, amount, units))
              .toList();
    }
    if (amounts.size() > 1 && counts.size() == 1 && sentence.isCountRightAfterAmount()) {
      amounts = List.of(chooseAmount(unitCost, cost, amounts, counts.getFirst().group("count")));
    }
    if (amounts.size() != 1) {
      return CheckResult.undecided("amount-or-number-not-read").withLocation(cost.location());
    }
    MatchResult amount = amounts.getFirst();
    if (counts.isEmpty()) {
      counts = sentence.findNamedCountsBefore(amount.group("name"));
    }
    String count =
        counts.size() == 1
            ? counts.getFirst().group("count")
            : counts.isEmpty()
                ? findCountConfirmingOtherUnit(unitCost, cost, amount, document)
                : null;
    if (count == null) {
      return CheckResult.undecided("amount-or-number-not-read").withLocation(cost.location());
    }
    int start = Math.min(amount.start("amount"), end);
    int stop = Math.max(amount.end(), cost.words().end());
    if (counts.size() == 1 && counts.getFirst().start() >= from) {
      start = Math.min(start, counts.getFirst().start());
      stop = Math.max(stop, counts.getFirst().end());
    }
    return check(
        unitCost,
        cost,
        parseYuan(amount),
        amount.group("amount"),
        count,
        FindingDraft.create(rule, cost.paragraph(), start, stop));
  }

  /**
   * The amount that agrees with a cost; if none does, the last, which is followed by the number of
   * units.
   */
  private static MatchResult chooseAmount(
      UnitCost unitCost, ParagraphMatch cost, List<MatchResult> amounts, String count) {
    BigDecimal stated =
        cost.parseNumber("cost").scaleByPowerOfTen(AmountParser.powerOfTen(cost.group("unit")));
    return amounts.stream()
        .filter(a -> unitCost.isWithinTolerance(stated, unitCost.costPerUnit(parseYuan(a), count)))
        .findFirst()
        .orElse(amounts.getLast());
  }

  private static BigDecimal parseYuan(MatchResult amount) {
    return AmountParser.parseYuan(amount.group("amount")).orElseThrow();
  }

  /**
   * The first number in the section for which the stated cost would be exact if its unit were
   * exchanged, 元 for 万元 or 万元 for 元; null if there is none, or if the section has more than {@link
   * #MAX_PARAGRAPHS_OF_SECTION} paragraphs.
   */
  private static @Nullable String findCountConfirmingOtherUnit(
      UnitCost unitCost, ParagraphMatch cost, MatchResult amount, AuditedDocument document) {
    List<CompactParagraph> paragraphs = document.paragraphs(cost.paragraph().section().path());
    return paragraphs.size() > MAX_PARAGRAPHS_OF_SECTION
        ? null
        : paragraphs.stream()
            .flatMap(p -> p.findMatches(unitCost.countPattern()).stream())
            .map(count -> count.group("count"))
            .filter(count -> isExactInOtherUnit(unitCost, cost, amount, count))
            .findFirst()
            .orElse(null);
  }

  /** Whether a stated cost would be exact if its unit were exchanged, 元 for 万元 or 万元 for 元. */
  private static boolean isExactInOtherUnit(
      UnitCost unitCost, ParagraphMatch cost, MatchResult amount, String count) {
    int power = cost.group("unit").equals("元") ? POWER_OF_WAN : 0;
    return unitCost
            .costPerUnit(parseYuan(amount), count)
            .compareTo(cost.parseNumber("cost").scaleByPowerOfTen(power))
        == 0;
  }

  /**
   * Checks that a cost is, within its tolerance, a total divided by a number. Undecided if it
   * differs by a factor of ten or more and not because of a wrong unit, since it is then not the
   * cost of one unit: 发放生均补助394.02万元. A cost for a period may cover less than a year, so only a
   * misprint or a wrong unit is reported for it.
   *
   * @param total in 元
   */
  private static CheckResult check(
      UnitCost unitCost,
      ParagraphMatch cost,
      BigDecimal total,
      String totalText,
      String count,
      FindingDraft draft) {
    BigDecimal stated = cost.parseNumber("cost");
    String unit = cost.group("unit");
    int power = AmountParser.powerOfTen(unit);
    BigDecimal yuan = unitCost.costPerUnit(total, count);
    BigDecimal printed = stated.scaleByPowerOfTen(power);
    boolean misprint =
        isMisprint(stated, yuan.movePointLeft(power))
            || isMisplacedPoint(stated, yuan.movePointLeft(power))
            || unitCost.isMisprintedTotal(total, printed, count);
    if (unitCost.isWithinTolerance(printed, yuan) && !misprint) {
      return CheckResult.AGREES;
    }
    boolean otherUnit =
        unitCost.isWithinTolerance(printed.movePointLeft(POWER_OF_WAN), yuan)
            || unitCost.isWithinTolerance(printed.movePointRight(POWER_OF_WAN), yuan);
    boolean comparable =
        printed.compareTo(yuan.movePointRight(1)) < 0
            && yuan.compareTo(printed.movePointRight(1)) < 0;
    if (!misprint && !otherUnit && (!comparable || unitCost.mayCoverLess())) {
      return CheckResult.undecided("amount-or-number-not-read").withLocation(cost.location());
    }
    String shown = otherUnit ? unit.equals("元") ? "万元" : "元" : unit;
    String right =
        yuan.movePointLeft(AmountParser.powerOfTen(shown))
                .setScale(
                    Math.max(UnitCost.MIN_COMPUTED_DECIMALS, stated.scale()), RoundingMode.HALF_UP)
                .toPlainString()
            + shown;
    String words = cost.group("cost") + unit;
    return draft
        .setNumbers(words, right)
        .setFormula(unitCost.formatTerms(totalText, count), right, words)
        .toResult(right, words);
  }

  /** Whether a cost is the computed one with two neighboring digits exchanged. */
  private static boolean isMisprint(BigDecimal stated, BigDecimal computed) {
    return PrintedNumbers.differBySwappedDigits(
        stated, computed.setScale(stated.scale(), RoundingMode.HALF_UP));
  }

  /**
   * Whether a cost is ten times the computed one, or a tenth of it, equal to the last printed
   * digit.
   */
  private static boolean isMisplacedPoint(BigDecimal stated, BigDecimal computed) {
    return computed.signum() > 0
        && Stream.of(computed.movePointLeft(1), computed.movePointRight(1))
            .anyMatch(c -> c.setScale(stated.scale(), RoundingMode.HALF_UP).compareTo(stated) == 0);
  }
}
