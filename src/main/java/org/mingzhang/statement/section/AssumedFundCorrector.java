package org.mingzhang.statement.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fund;
import org.mingzhang.statement.CandidateValues;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.phrase.AccountRelations;

/**
 * Corrects the fund of accounts whose fund is not printed but assumed, if a list names the funds
 * that pay for them. Of 三公经费支出17万元，其中财政拨款16万元 the whole is not only the appropriation, as it
 * usually is, but the amount from all funds; so are the amounts of its parts in the chart,
 * 公务接待费4万元, after it.
 */
final class AssumedFundCorrector {
  private final AccountRelations relations;
  private final List<Subject> wholesOfAllFunds = new ArrayList<>();

  private AssumedFundCorrector(AccountRelations relations) {
    this.relations = relations;
  }

  /** The statements of a section with the corrected funds; the list itself if nothing changes. */
  static List<Statement> correct(List<Statement> statements, AccountRelations relations) {
    AssumedFundCorrector corrector = new AssumedFundCorrector(relations);
    for (Statement statement : statements) {
      if (statement instanceof Statement.ItemList list) {
        corrector.collectWhole(list);
      }
    }
    return corrector.wholesOfAllFunds.isEmpty()
        ? statements
        : statements.stream().map(s -> mapSubjects(s, corrector::correct)).toList();
  }

  /** Collects the whole of a list if a part is the amount that one fund pays. */
  private void collectWhole(Statement.ItemList list) {
    Subject whole = subjectOf(list.whole());
    if (whole == null || !relations.hasAssumedFund(whole)) {
      return;
    }
    for (Statement.Part part : list.parts()) {
      Subject paid = subjectOf(part.statement());
      if (paid != null
          && paid.isSameAs(whole)
          && paid.isFundStated()
          && (paid.hasDisjointFund(whole.fund()) || isLess(part.statement(), list.whole()))) {
        wholesOfAllFunds.add(whole);
      }
    }
  }

  private static boolean isLess(Statement part, @Nullable Statement whole) {
    Quantity paid = ((Statement.Amount) part).operand().quantity();
    Quantity all = whole instanceof Statement.Amount a ? a.operand().quantity() : null;
    return paid != null && all != null && paid.value().compareTo(all.value()) < 0;
  }

  /** The subject of an amount, if the text decides it; otherwise null. */
  private static @Nullable Subject subjectOf(@Nullable Statement statement) {
    return statement instanceof Statement.Amount amount
        ? amount.operand().subject().uniqueValue().orElse(null)
        : null;
  }

  private Subject correct(Subject subject) {
    return relations.hasAssumedFund(subject)
            && wholesOfAllFunds.stream()
                .anyMatch(w -> w.isSameAs(subject) || relations.isAncestor(w, subject))
        ? subject.withFund(Fund.ALL)
        : subject;
  }

  private static Statement mapSubjects(Statement statement, UnaryOperator<Subject> map) {
    return switch (statement) {
      case Statement.Amount s -> new Statement.Amount(s.span(), mapSubject(s.operand(), map));
      case Statement.Change s ->
          new Statement.Change(
              s.span(),
              mapSubject(s.operand(), map),
              mapSubject(s.base(), map),
              s.direction(),
              s.amount(),
              s.rate());
      case Statement.Share s ->
          new Statement.Share(
              s.span(), mapSubject(s.part(), map), mapSubject(s.whole(), map), s.rate());
      case Statement.Completion s ->
          new Statement.Completion(
              s.span(), mapSubject(s.operand(), map), mapSubject(s.base(), map), s.rate());
      case Statement.ItemList s ->
          new Statement.ItemList(
              s.span(),
              Optional.ofNullable(s.whole()).map(w -> mapSubjects(w, map)).orElse(null),
              mapParts(s.parts(), map),
              s.introduction(),
              s.closure());
      case Statement.Unchanged s ->
          new Statement.Unchanged(
              s.span(),
              mapSubject(s.operand(), map),
              mapSubject(s.base(), map),
              s.isApproximate(),
              s.wordSpan(),
              s.printed());
      case Statement.Reason s -> new Statement.Reason(s.span(), mapSubject(s.operand(), map));
      case Statement.Count s -> s;
      case Statement.PerHead s -> new Statement.PerHead(s.span(), mapSubject(s.operand(), map));
    };
  }

  private static List<Statement.Part> mapParts(
      List<Statement.Part> parts, UnaryOperator<Subject> map) {
    return parts.stream()
        .map(p -> new Statement.Part(mapSubjects(p.statement(), map), mapParts(p.parts(), map)))
        .toList();
  }

  private static Operand mapSubject(Operand operand, UnaryOperator<Subject> map) {
    return new Operand(
        new CandidateValues<>(operand.subject().candidates().stream().map(map).toList()),
        operand.stageAndTime(),
        operand.quantity());
  }
}
