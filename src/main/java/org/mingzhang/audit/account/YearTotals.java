package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Draft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.Tolerance;
import org.mingzhang.model.Finding.Kind;
import org.mingzhang.model.Finding.Severity;
import org.mingzhang.model.Topic;
import org.mingzhang.text.Amount;
import org.mingzhang.text.Mention;

/**
 * The section on totals says in sentences what form 01 says in rows: total income = income of the
 * year + balances used + carried over from last year, total expenditure = expenditure of the year +
 * balances distributed + carried over to next year. A sum that is too small is told only where all
 * three are printed.
 */
public final class YearTotals implements Rule {
  private static final RuleDescription ABOUT =
      new RuleDescription(
          "year-totals",
          Kind.SUM,
          "收支总体情况说明：总计＝本年合计＋使用结余（结余分配）＋年初（年末）结转和结余",
          "Totals in the section on totals: the year's sum, balances used or distributed,"
              + " carry-over",
          "每两项0.01",
          "0.01 for each two parts",
          "决算公开01表的平衡关系。",
          "The arithmetic of form 01 of a final account.");

  /** A total and its three parts as their labels end. */
  private record Side(Pattern total, List<Pattern> parts) {
    static Side of(String total, String... parts) {
      List<Pattern> patterns = new ArrayList<>();
      for (String part : parts) {
        patterns.add(Pattern.compile(part + "(?:[(（][^)）]*[)）])?(?:共计|分别|均)?[为是:]?$"));
      }
      return new Side(Pattern.compile(total + "(?:分别|均|各)?[为是:]?$"), List.copyOf(patterns));
    }
  }

  /** Another year's total that this year's is compared with, also in its reason. */
  private static final Pattern PREVIOUS =
      Pattern.compile("[与比较](?:\\d{4}年|上年|去年)|(?:上年|去年)[^结]*总计|原因是?上年");

  private static final String CARRIED = "结转(?:[和及、]?结余)?(?:资金|收入)?";
  private static final List<Side> SIDES =
      List.of(
          Side.of(
              "(?:总收入|收入(?:决算)?总计|收入[、和]?支出(?:决算)?总计|收[、和]?支(?:决算)?总计)",
              "(?:(?:本年|年度?)?收入(?:决算)?合计|^(?:其中[:，]?)?本年收入)",
              "^使用(?:非财政拨款|专用)*结余",
              "(?:年初|上年)" + CARRIED),
          Side.of(
              "(?:总支出|支出(?:决算)?总计|收[、和]?支(?:决算)?总计)",
              "(?:(?:本年|年度?)?支出(?:决算)?合计|^(?:其中[:，]?)?本年支出)",
              "结余分配",
              "(?:年末" + CARRIED + "|结转(?:至)?下年)"));

  @Override
  public RuleDescription description() {
    return ABOUT;
  }

  @Override
  public List<Check> check(Reading reading) {
    List<Passage> passages =
        reading.passages().stream().filter(p -> p.topic() == Topic.TOTALS).toList();
    List<Check> checks = new ArrayList<>();
    SIDES.forEach(side -> judge(side, passages).ifPresent(checks::add));
    return checks;
  }

  /** An amount with the paragraph it stands in. */
  private record Stated(Passage passage, Mention mention, BigDecimal value, String unit) {}

  private static Optional<Check> judge(Side side, List<Passage> passages) {
    Stated total = one(side.total(), passages);
    List<Stated> parts = new ArrayList<>();
    for (Pattern pattern : side.parts()) {
      Stated part = one(pattern, passages);
      if (part != null) {
        parts.add(part);
      }
    }
    Stated year = one(side.parts().getFirst(), passages);
    if (total == null
        || year == null
        || parts.size() < 2
        || parts.stream().anyMatch(p -> !p.unit().equals(total.unit()))) {
      return Optional.empty();
    }
    BigDecimal sum = parts.stream().map(Stated::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (Tolerance.sumAgrees(total.value(), sum, parts.size() + 1)) {
      return Optional.of(new Check.Agrees());
    }
    boolean complete = parts.size() == side.parts().size();
    return Optional.of(
        complete || sum.compareTo(total.value()) > 0
            ? finding(total, parts, sum)
            : new Check.Undecided("不能确定分项是否已全部列出", "the parts may not all be listed"));
  }

  /** The one amount that all labels of this kind give; null where there is none or several. */
  private static @Nullable Stated one(Pattern label, List<Passage> passages) {
    Stated found = null;
    for (Passage passage : passages) {
      for (Mention mention : passage.mentions()) {
        BigDecimal value = mention.quantity().value();
        if (value == null
            || !(mention.quantity() instanceof Amount amount)
            || !label.matcher(mention.label()).find()
            || PREVIOUS.matcher(mention.label()).find()) {
          continue;
        }
        if (found != null && found.value().compareTo(value) != 0) {
          return null;
        }
        found = found == null ? new Stated(passage, mention, value, amount.unit()) : found;
      }
    }
    return found;
  }

  private static Check finding(Stated total, List<Stated> parts, BigDecimal sum) {
    String formula =
        String.join(" + ", parts.stream().map(p -> p.value().toPlainString()).toList());
    return draft(total, parts)
        .numbers(total.value() + total.unit(), sum + total.unit())
        .formula(formula + " = " + sum.toPlainString() + "，总计写 " + total.value().toPlainString())
        .says(
            "本年合计与结转结余等相加为%s，总计写%s。",
            "The year's sum and what was carried over give %s; the total is stated as %s.",
            sum,
            total.value());
  }

  /** All of it where it stands in one paragraph, otherwise the last part and the total. */
  private static Draft draft(Stated total, List<Stated> parts) {
    Mention whole = total.mention();
    Stated last = parts.getLast();
    if (parts.stream().allMatch(p -> p.passage().equals(total.passage()))) {
      int from = Math.min(whole.clause(), parts.getFirst().mention().clause());
      int to = Math.max(whole.quantity().end(), last.mention().quantity().end());
      return Draft.at(ABOUT, Severity.PROOF, total.passage(), from, to);
    }
    return Draft.at(
            ABOUT,
            Severity.PROOF,
            last.passage(),
            last.mention().clause(),
            last.mention().quantity().end())
        .other(Draft.place(total.passage(), whole.clause(), whole.quantity().end()));
  }
}
