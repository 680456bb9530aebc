package org.mingzhang.fact.cell;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.Chart;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;
import org.mingzhang.text.Years;

/**
 * What a table as a whole is about, from its title and the document.
 *
 * @param form its form
 * @param title its title, normalised
 * @param total account of its total, or null
 * @param fund fund of its amounts, or null where the title leaves it open
 * @param stage stage of its amounts, or null
 * @param year year of its amounts, or null
 */
record TableSubject(
    TableForm form,
    String title,
    @Nullable Account total,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year) {

  private static final String BY_ECONOMIC_ITEM = "经济分类";

  /** Words with 预算 that say nothing of the stage. */
  private static final Pattern NO_STAGE =
      Pattern.compile("预算单位|(?:部门|政府)预算(?:支出)?经济|预算(?:支出)?经济分类|预决算");

  /**
   * The subject of a table.
   *
   * @param heading title of its section, for a table without one of its own
   */
  static TableSubject of(TableData table, String heading, DocumentFrame frame) {
    String title = Chart.normalize(table.title().isBlank() ? heading : table.title());
    Chart.FundsInTitle named = Chart.fundsIn(title);
    TableForm form = TableForm.ofTitle(named.rest());
    Fund said = Funds.holding(named.funds());
    Fund fund = said == null ? unsaid(form, frame) : said;
    return new TableSubject(
        form,
        title,
        total(named.rest(), form, fund, frame),
        fund,
        stage(named.rest(), frame),
        year(title, frame));
  }

  /**
   * The subject as the heads tell it: a column of what was carried over makes the total one of all,
   * and not of the year; a column of money that is no appropriation makes it one of all money. By
   * economic items an agency may tell its basic expenditure alone: where no head names the kinds of
   * expenditure, the table is the total of nothing known.
   */
  TableSubject with(DocumentFrame frame, Collection<Meaning> heads) {
    boolean other =
        heads.stream()
            .map(Meaning::fund)
            .anyMatch(f -> f == Fund.SPECIAL_ACCOUNT || f == Fund.OWN_REVENUE);
    Fund all = fund == null && other ? Fund.ALL : fund;
    boolean basicAlone =
        title.contains(BY_ECONOMIC_ITEM) && heads.stream().allMatch(h -> h.account() == null);
    Account whole = basicAlone && !frame.government() ? null : total;
    for (FlowDirection direction : FlowDirection.values()) {
      if (total != null
          && frame.roles().year(direction, fund).filter(total::equals).isPresent()
          && heads.stream().anyMatch(h -> carried(frame, direction, h))) {
        whole = frame.roles().total(direction).orElse(total);
      }
    }
    return new TableSubject(form, title, whole, all, stage, year);
  }

  private boolean carried(DocumentFrame frame, FlowDirection direction, Meaning head) {
    Account account = head.account();
    return account != null
        && total != null
        && !frame.roles().generic(account)
        && !frame.chart().isWithin(account, total)
        && frame
            .roles()
            .total(direction)
            .filter(t -> frame.chart().isWithin(account, t))
            .isPresent();
  }

  /** Tables of all accounts are of all money where they do not say of which. */
  private static @Nullable Fund unsaid(TableForm form, DocumentFrame frame) {
    return switch (form.layout()) {
      case SIDES -> Fund.ALL;
      case ITEMS -> frame.roles().ofYear(form.agencyTotal()) ? Fund.ALL : null;
      case ACCOUNTS ->
          form.equals(TableForm.UNTITLED) || !form.agencyTotal().isEmpty() ? null : Fund.ALL;
      default -> null;
    };
  }

  /** The account of the total: that of the form, unless the title names a narrower one. */
  private static @Nullable Account total(
      String title, TableForm form, @Nullable Fund fund, DocumentFrame frame) {
    Account whole = total(form, fund, frame);
    return whole == null ? null : TitledTotal.narrowed(title, form.layout(), whole, frame.chart());
  }

  private static @Nullable Account total(TableForm form, @Nullable Fund fund, DocumentFrame frame) {
    if (!frame.government()) {
      return frame.chart().account(form.agencyTotal()).orElse(null);
    }
    FlowDirection direction = FlowDirection.of(form.governmentTotal());
    Optional<Account> own = frame.chart().account(form.governmentTotal());
    return own.isPresent() || direction == null
        ? own.orElse(null)
        : frame.roles().year(direction, fund).orElse(null);
  }

  private static @Nullable Stage stage(String rest, DocumentFrame frame) {
    String plain = NO_STAGE.matcher(rest).replaceAll("");
    if (plain.contains("决算")) {
      return Stage.RESULT;
    }
    if (plain.contains("执行")) {
      return Stage.EXECUTION;
    }
    if (plain.contains("预算")) {
      return plain.contains("调整") ? Stage.ADJUSTED_BUDGET : Stage.BUDGET;
    }
    return frame.stage();
  }

  private static @Nullable Integer year(String title, DocumentFrame frame) {
    List<Years.Mention> years = Years.find(title).stream().filter(y -> !y.dated()).toList();
    return years.isEmpty() ? frame.year() : Integer.valueOf(years.getLast().year());
  }
}
