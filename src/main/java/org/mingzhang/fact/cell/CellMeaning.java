package org.mingzhang.fact.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Stage;

/**
 * What a cell's amount is of: what title, head and label say together.
 *
 * @param name name of the account
 * @param account the account of the chart, or null for an open one
 * @param item item, or null for the whole
 * @param code code of the item, or null
 * @param fund fund, or null where it is not known
 * @param stage stage, or null where it is not known
 * @param year year, or null where it is not known
 */
record CellMeaning(
    String name,
    @Nullable Account account,
    @Nullable String item,
    @Nullable String code,
    @Nullable Fund fund,
    @Nullable Stage stage,
    @Nullable Integer year) {

  /** The meaning; null where label and head contradict each other, or the title. */
  static @Nullable CellMeaning of(
      DocumentFrame frame,
      TableSubject subject,
      @Nullable FlowDirection direction,
      Meaning label,
      Meaning column) {
    Meaning head = direction == null ? column : onSide(frame, direction, column);
    if (conflict(subject, label, head)) {
      return null;
    }
    Fund said = Funds.narrower(subject.fund(), Funds.narrower(label.fund(), head.fund()));
    Stage stage = first(head.stage(), label.stage(), subject.stage());
    Integer year = first(head.year(), label.year(), subject.year());
    if (label.kind() == Meaning.Kind.OPEN) {
      return head.account() != null
          ? null
          : new CellMeaning(label.name(), null, null, null, said, stage, year);
    }
    Account account = account(frame, subject, direction, label, head, said);
    if (account == null || Funds.conflict(said, account.ownFund())) {
      return null;
    }
    Fund fund = Funds.narrower(said, account.ownFund());
    Account own = frame.chart().ofFund(account, fund);
    return new CellMeaning(own.name(), own, label.item(), label.code(), fund, stage, year);
  }

  /** On a side, a head that names the side as a whole says no more than its fund. */
  private static Meaning onSide(DocumentFrame frame, FlowDirection direction, Meaning head) {
    Account named = head.account();
    if (named == null) {
      return head;
    }
    Fund fund = Funds.narrower(head.fund(), named.ownFund());
    Account year = frame.roles().year(direction, fund).orElse(named);
    boolean whole =
        frame.roles().total(direction).filter(named::equals).isPresent()
            || frame.chart().ofFund(year, fund).equals(named);
    return whole
        ? Meaning.WHOLE.withFund(fund).withStage(head.stage()).withYear(head.year())
        : head;
  }

  private static boolean conflict(TableSubject subject, Meaning label, Meaning head) {
    return Funds.conflict(label.fund(), head.fund())
        || Funds.conflict(subject.fund(), label.fund())
        || Funds.conflict(subject.fund(), head.fund());
  }

  private static @Nullable Account account(
      DocumentFrame frame,
      TableSubject subject,
      @Nullable FlowDirection direction,
      Meaning label,
      Meaning head,
      @Nullable Fund fund) {
    Account row = label.account();
    if (row == null && (label.kind() == Meaning.Kind.ITEM || label.kind() == Meaning.Kind.TOTAL)) {
      row = direction == null ? subject.total() : frame.roles().year(direction, fund).orElse(null);
      if (head.account() != null && !withinOrNull(frame, head.account(), row)) {
        return head.account();
      }
    }
    return lower(frame, row, head.account());
  }

  private static boolean withinOrNull(
      DocumentFrame frame, Account account, @Nullable Account whole) {
    return whole != null && frame.chart().isWithin(account, whole);
  }

  /** The one of two accounts that is a part of the other; null where neither is. */
  private static @Nullable Account lower(
      DocumentFrame frame, @Nullable Account row, @Nullable Account column) {
    if (row == null || column == null) {
      return row == null ? column : row;
    }
    if (frame.chart().isWithin(column, row)) {
      return column;
    }
    return frame.chart().isWithin(row, column) ? row : null;
  }

  private static <T> @Nullable T first(@Nullable T one, @Nullable T two, @Nullable T three) {
    return one != null ? one : Optional.ofNullable(two).orElse(three);
  }

  CellMeaning withAccount(DocumentFrame frame, Account other) {
    Account own = frame.chart().ofFund(other, fund);
    return new CellMeaning(own.name(), own, item, code, fund, stage, year);
  }
}
