package org.mingzhang.audit.identity;

import static org.mingzhang.audit.identity.OperandValues.amountOf;
import static org.mingzhang.audit.identity.OperandValues.perimeterOf;
import static org.mingzhang.audit.identity.OperandValues.stageAndTimeOf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;

/**
 * The amounts that a section or a document states, by the names of their accounts. Contains only
 * amounts whose subject is decided. In a document, unlike in a section, an amount without a fund
 * does not match an operand with a fund.
 */
final class StatedAmounts {
  /**
   * Maximum number of amounts of one account that are tried as an operand; if there are more, none
   * is chosen.
   */
  private static final int MAX_TRIED_AMOUNTS = 40;

  private final Map<String, List<Operand>> amountsByAccount = new HashMap<>();

  /**
   * Whether all amounts are from one section; an amount without a fund may then belong to any fund.
   */
  private final boolean areAmountsOfOneSection;

  StatedAmounts(SectionStatements section) {
    collectAmounts(section);
    this.areAmountsOfOneSection = true;
  }

  StatedAmounts(List<SectionStatements> sections) {
    sections.forEach(this::collectAmounts);
    this.areAmountsOfOneSection = false;
  }

  /** Collects the amounts of a section by the names of their accounts. */
  private void collectAmounts(SectionStatements section) {
    for (Statement statement : section.statements()) {
      Operand stated =
          switch (statement) {
            case Statement.Amount amount -> amount.operand();
            case Statement.PerHead perHead when !isOfAccountOfChart(perHead) -> perHead.operand();
            default -> Operand.UNKNOWN;
          };
      stated
          .subject()
          .uniqueValue()
          .ifPresent(
              s ->
                  amountsByAccount
                      .computeIfAbsent(s.account(), a -> new ArrayList<>())
                      .add(stated));
    }
  }

  /** Whether an amount is what an account of the chart is for one person, not its amount. */
  private static boolean isOfAccountOfChart(Statement.PerHead perHead) {
    return perHead.operand().subject().uniqueValue().filter(Subject::isInChart).isPresent();
  }

  /**
   * The amounts with the account, item and body of an operand, and with a compatible perimeter and
   * fund, that satisfy a condition; empty if the account has more than {@link #MAX_TRIED_AMOUNTS}.
   */
  List<Operand> findAmounts(Operand operand, Predicate<Operand> kind) {
    List<Operand> found =
        operand
            .subject()
            .uniqueValue()
            .map(s -> amountsByAccount.getOrDefault(s.account(), List.of()))
            .orElse(List.of());
    return found.size() > MAX_TRIED_AMOUNTS
        ? List.of()
        : found.stream()
            .filter(o -> o.quantity() != null && haveCompatibleSubjects(o, operand) && kind.test(o))
            .toList();
  }

  /** Whether amounts of an account are stated and all of them are zero. */
  boolean isZeroAccount(String account) {
    List<Operand> found = amountsByAccount.getOrDefault(account, List.of());
    return !found.isEmpty()
        && found.stream().allMatch(o -> o.quantity() != null && amountOf(o).signum() == 0);
  }

  /** All amounts whose subject is decided. */
  List<Quantity> amounts() {
    return amountsByAccount.values().stream()
        .flatMap(List::stream)
        .flatMap(o -> Stream.ofNullable(o.quantity()))
        .toList();
  }

  List<Quantity> amountsOfAccounts(List<String> accounts) {
    return accounts.stream()
        .flatMap(a -> amountsByAccount.getOrDefault(a, List.of()).stream())
        .flatMap(o -> Stream.ofNullable(o.quantity()))
        .toList();
  }

  private boolean haveCompatibleSubjects(Operand one, Operand other) {
    Subject subject = one.subject().uniqueValue().orElse(null);
    Subject same = other.subject().uniqueValue().orElse(null);
    return subject != null
        && same != null
        && subject.account().equals(same.account())
        && Objects.equals(subject.item(), same.item())
        && Objects.equals(subject.entity(), same.entity())
        && (subject.perimeter() == same.perimeter()
            || ((subject.perimeter() == null || same.perimeter() == null)
                && !statesSeveralPerimeters(subject)))
        && (subject.fund() == same.fund()
            || (areAmountsOfOneSection && (subject.fund() == null || same.fund() == null)));
  }

  /**
   * Whether the text states different amounts of an account for one time, some with a perimeter and
   * some without. An amount without a perimeter then does not stand for every perimeter:
   * 一般公共预算收入102亿元，其中区本级一般公共预算收入72亿元.
   */
  private boolean statesSeveralPerimeters(Subject subject) {
    List<Operand> stated =
        amountsByAccount.getOrDefault(subject.account(), List.of()).stream()
            .filter(o -> o.quantity() != null)
            .limit(MAX_TRIED_AMOUNTS)
            .toList();
    return stated.stream()
        .filter(o -> perimeterOf(o) == null && hasItemOf(o, subject))
        .anyMatch(
            o ->
                stated.stream()
                    .filter(p -> perimeterOf(p) != null && hasItemOf(p, subject))
                    .anyMatch(
                        p ->
                            stageAndTimeOf(o).equals(stageAndTimeOf(p))
                                && amountOf(o).compareTo(amountOf(p)) != 0));
  }

  private static boolean hasItemOf(Operand operand, Subject subject) {
    return operand.subject().uniqueValue().stream()
        .anyMatch(s -> Objects.equals(s.item(), subject.item()));
  }
}
