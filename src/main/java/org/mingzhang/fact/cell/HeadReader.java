package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * Reads the head of a column, its levels from the top: each restricts what those above it left. A
 * level that the chart does not know makes the column open: its amounts may be parts of anything.
 */
final class HeadReader {
  private static final Pattern NO_AMOUNT =
      Pattern.compile(
          ".*(?:率|比重|占比|占|[%％]|人数|编制数|数量|个数|面积|辆数|人次|批次|备注|说明|原因|得分|分值).*"
              + "|.*(?:增减|增长|增加|减少|较上年|比上年|差额|差异|变动数|变动额|变化).*|为.*(?:预算|决算|上年).*|比.*");

  /** Levels that group columns without restricting them. */
  private static final Pattern NEUTRAL =
      Pattern.compile(
          "|收入|支出|金额|数额|数|资金|资金总额|项目|本年|本年数|本年发生数|资金来源|资金性质|收入来源|支出性质|支出构成|来源|其中|按.{2,8}分类?|安排|安排数|金额合计|预算资金|资金安排|本次下达|年度");

  private final Chart chart;
  private final @Nullable Integer year;
  private final @Nullable Account total;

  /**
   * A reader for one table.
   *
   * @param year fiscal year of the document
   * @param total account of the table's total, or null
   */
  HeadReader(Chart chart, @Nullable Integer year, @Nullable Account total) {
    this.chart = chart;
    this.year = year;
    this.total = total;
  }

  /** What a whole head says. */
  Meaning read(String head) {
    Meaning meaning = Meaning.WHOLE;
    for (String level : head.split("/", -1)) {
      Meaning next = level(Words.bare(level), meaning.account());
      meaning = join(meaning, next);
      if (meaning.kind() == Meaning.Kind.SKIPPED || meaning.kind() == Meaning.Kind.OPEN) {
        return meaning;
      }
    }
    return meaning;
  }

  /** What both levels say; where they name two accounts, the lower one if it is a part. */
  private Meaning join(Meaning above, Meaning below) {
    if (below.kind() == Meaning.Kind.SKIPPED || below.kind() == Meaning.Kind.OPEN) {
      return below;
    }
    Account one = above.account();
    Account other = below.account();
    if (one != null && other != null && !chart.isWithin(other, one)) {
      return Meaning.open(below.name());
    }
    Account account = other == null ? one : other;
    Fund fund = Funds.narrower(above.fund(), below.fund());
    if (fund == null && above.fund() != null) {
      return Meaning.open(below.name());
    }
    Meaning joined = account == null ? Meaning.WHOLE : Meaning.account(account, null, null);
    return joined
        .withFund(fund)
        .withStage(below.stage() == null ? above.stage() : below.stage())
        .withYear(below.year() == null ? above.year() : below.year());
  }

  private Meaning level(String bare, @Nullable Account above) {
    Optional<Meaning> group = neutral(bare);
    if (group.isPresent()) {
      return group.get();
    }
    Fund alone = Chart.fundOf(bare).orElse(null);
    if (alone != null) {
      return Meaning.WHOLE.withFund(alone);
    }
    Optional<AccountName> whole = find(bare, above);
    if (whole.isPresent()) {
      return meaning(whole.get());
    }
    Words.Dated dated = Words.year(bare, year);
    String rest = dated.rest();
    if (Words.total(rest) || NEUTRAL.matcher(rest).matches()) {
      return Meaning.WHOLE.withYear(dated.year());
    }
    Stage stage = Chart.stageOf(rest).orElse(null);
    if (stage != null) {
      return Meaning.WHOLE.withStage(stage).withYear(dated.year());
    }
    Fund fund = Chart.fundOf(rest).orElse(null);
    if (fund != null) {
      return Meaning.WHOLE.withFund(fund).withYear(dated.year());
    }
    if (NO_AMOUNT.matcher(rest).matches()) {
      return Meaning.SKIPPED;
    }
    return find(rest, above)
        .map(HeadReader::meaning)
        .or(() -> neutral(rest))
        .map(m -> m.withYear(dated.year()))
        .orElse(Meaning.open(bare));
  }

  /** 收入预算 above 合计 and 财政拨款收入, 预算数合计: neutral words behind or before a stage. */
  private static Optional<Meaning> neutral(String rest) {
    for (int start = 2; start <= rest.length() - 2; start++) {
      Optional<Stage> stage = Chart.stageOf(rest.substring(start));
      if (stage.isPresent() && NEUTRAL.matcher(rest.substring(0, start)).matches()) {
        return Optional.of(Meaning.WHOLE.withStage(stage.get()));
      }
    }
    for (int end = rest.length() - 2; end >= 2; end--) {
      Optional<Stage> stage = Chart.stageOf(rest.substring(0, end));
      String after = rest.substring(end);
      if (stage.isPresent() && (Words.total(after) || NEUTRAL.matcher(after).matches())) {
        return Optional.of(Meaning.WHOLE.withStage(stage.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<AccountName> find(String name, @Nullable Account above) {
    Account parent = above == null ? total : above;
    if (parent != null) {
      Optional<AccountName> below = chart.findBelow(parent, name);
      if (below.isPresent()) {
        return below;
      }
    }
    return chart.find(name).or(() -> chart.find(Words.withoutThisYear(name)));
  }

  private static Meaning meaning(AccountName name) {
    return name.item() == null
        ? Meaning.account(name.account(), name.fund(), name.stage())
        : Meaning.open(name.item());
  }
}
