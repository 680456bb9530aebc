package org.mingzhang.fact.cell;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.Chart;
import org.mingzhang.account.Classification;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * Reads the labels of the rows of one block of a table, in order: a row that says only a fund is a
 * part of the account above it. One object a block; not safe on several threads.
 */
final class RowReader {
  private static final Pattern CLASSIFICATION = Pattern.compile("[235]\\d{2}(?:\\d{2}){0,2}");

  /** Labels of the row that numbers the columns. */
  private static final Set<String> NUMBERS = Set.of("栏次", "行次");

  private static final Pattern COUNTED = Pattern.compile("\\([个辆台人批次家项件组]+(?:次|、套)?\\)$");

  /** A government's sum of the table's kind, beside which transfers stand. */
  private static final Pattern SUM =
      Pattern.compile("(?:本级|本年|当年|地方|[全本][省市县区])*(?:收入|支出)(?:合|小)计");

  private static final Pattern CHAPTER = Pattern.compile("^[一二三四五六七八九十]{1,3}[、.．].*");

  private final DocumentFrame frame;
  private final TableSubject subject;
  private final @Nullable FlowDirection direction;
  private final boolean grand;
  private final boolean sideless;
  private @Nullable Account above;
  private boolean projects;

  /**
   * A reader for a block.
   *
   * @param direction side of the block, or null where it has none
   * @param block the block
   */
  RowReader(
      DocumentFrame frame,
      TableSubject subject,
      @Nullable FlowDirection direction,
      ColumnBlock block) {
    this.frame = frame;
    this.subject = subject;
    this.direction = direction;
    this.sideless =
        direction == null && subject.form().layout() == TableForm.Layout.SIDES && !block.coded();
    this.grand = block.labels().stream().map(Words::bare).anyMatch(l -> l.endsWith("总计"));
  }

  /** What a label and a code say. */
  Meaning read(String printed, @Nullable String code) {
    String bare = COUNTED.matcher(Words.bare(printed)).replaceFirst("");
    if (bare.isEmpty() || NUMBERS.contains(bare)) {
      return Meaning.SKIPPED;
    }
    if (CHAPTER.matcher(Chart.normalize(printed)).matches()) {
      projects = false;
    }
    if (Words.total(bare) || (frame.government() && SUM.matcher(bare).matches())) {
      return Words.partial(bare) ? Meaning.SKIPPED : total(bare);
    }
    if (code != null && CLASSIFICATION.matcher(code).matches()) {
      return Meaning.item(null, bare, code);
    }
    return named(printed, bare);
  }

  private Meaning total(String bare) {
    if (direction == null) {
      return sideless ? Meaning.SKIPPED : Meaning.WHOLE;
    }
    Optional<Account> account =
        grand && !bare.startsWith("总")
            ? frame.roles().year(direction, subject.fund())
            : frame.roles().total(direction);
    return account.map(a -> Meaning.account(a, null, null)).orElse(Meaning.SKIPPED);
  }

  private Meaning named(String printed, String bare) {
    Words.Dated dated = Words.year(bare, frame.year());
    Stage stage = Chart.stageOf(dated.rest()).orElse(null);
    if (stage != null) {
      return Meaning.WHOLE.withStage(stage).withYear(dated.year());
    }
    String name = dated.rest();
    Fund fund = Chart.fundOf(name).orElse(null);
    if (fund != null && (Words.ofWhich(printed) || balance()) && above != null) {
      return Meaning.account(above, fund, null).withYear(dated.year());
    }
    Optional<Meaning> known = classified(name).or(() -> account(name));
    if (known.isEmpty() && fund != null) {
      known = ofFund(fund);
    }
    String own = Words.withoutOwner(name);
    if (known.isEmpty() && !own.equals(name)) {
      known = account(own);
    }
    return known.orElseGet(() -> unknown(own)).withYear(dated.year());
  }

  private boolean balance() {
    return above != null && above.nature() == Account.Nature.BALANCE;
  }

  /** A name of a classification where the table lists its items. */
  private Optional<Meaning> classified(String name) {
    if (frame.government() && frame.chart().account(name).isPresent()) {
      return Optional.empty();
    }
    if (direction == FlowDirection.EXPENDITURE || subject.total() != null) {
      for (Classification.Entry entry : Classification.functional().named(name)) {
        if (entry.level() == 1 && !isProjects()) {
          return Optional.of(Meaning.item(null, name, entry.code()));
        }
      }
    }
    return economic()
        ? Classification.economic().named(name).stream()
            .findFirst()
            .map(e -> Meaning.item(null, name, e.code()))
        : Optional.empty();
  }

  /** Whether the table's total is made of economic items: basic expenditure, operating costs. */
  private boolean economic() {
    Account total = subject.total();
    return total != null
        && (total.equals(basic())
            || (!frame.roles().generic(total) && !frame.chart().hasParts(total)));
  }

  private @Nullable Account basic() {
    return frame.roles().account("basic").orElse(null);
  }

  /** 支出合计 in a table of something else than all expenditure is its total. */
  private boolean sumsUp(Account account) {
    return direction == null
        && subject.total() != null
        && !frame.government()
        && frame.roles().generic(account)
        && !frame.roles().generic(subject.total());
  }

  private boolean isProjects() {
    return subject.form().layout() == TableForm.Layout.PROJECTS;
  }

  private Optional<Meaning> account(String name) {
    Account total = subject.total();
    Optional<AccountName> below =
        total == null || isProjects() ? Optional.empty() : frame.chart().findBelow(total, name);
    Optional<AccountName> found =
        below.isPresent() || above == null || isProjects()
            ? below
            : frame.chart().findBelow(above, name);
    return found
        .or(() -> isProjects() ? Optional.empty() : frame.chart().find(name))
        .flatMap(this::meaning);
  }

  private Optional<Meaning> meaning(AccountName name) {
    if (name.item() != null) {
      return Optional.of(
          Meaning.item(name.account(), name.item(), name.code()).withFund(name.fund()));
    }
    if (sumsUp(name.account())) {
      return Optional.of(Meaning.WHOLE.withFund(name.fund()).withStage(name.stage()));
    }
    if (!onSide(name.account())) {
      return name.effectiveFund() == null ? Optional.empty() : ofFund(name.effectiveFund());
    }
    if (name.fund() == null || name.account().nature() == Account.Nature.BALANCE) {
      above = name.account();
    }
    projects = name.account().equals(frame.roles().account("projects").orElse(null));
    return Optional.of(Meaning.account(name.account(), name.fund(), name.stage()));
  }

  /** Whether an account may stand on this side: 财政拨款 on the side of expenditure is a fund. */
  private boolean onSide(Account account) {
    if (direction == null) {
      return true;
    }
    FlowDirection other =
        direction == FlowDirection.REVENUE ? FlowDirection.EXPENDITURE : FlowDirection.REVENUE;
    return frame.roles().total(other).filter(t -> frame.chart().isWithin(account, t)).isEmpty();
  }

  /** A row that says only a fund: the amount of the side, or of the account above. */
  private Optional<Meaning> ofFund(@Nullable Fund fund) {
    if (fund == null || isProjects()) {
      return Optional.empty();
    }
    Optional<Account> account =
        direction == null
            ? Optional.ofNullable(subject.total())
            : balance() ? Optional.ofNullable(above) : frame.roles().year(direction, fund);
    return account.map(a -> Meaning.account(a, fund, null));
  }

  private Meaning unknown(String name) {
    return switch (subject.form().layout()) {
      case ITEMS, PROJECTS -> Meaning.item(null, name, null);
      case SIDES ->
          direction == FlowDirection.EXPENDITURE
              ? Meaning.item(null, name, null)
              : Meaning.open(name);
      default ->
          projects
              ? Meaning.item(frame.roles().account("projects").orElse(null), name, null)
              : subject.total() == null ? Meaning.open(name) : Meaning.item(null, name, null);
    };
  }
}
