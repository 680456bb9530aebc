package org.mingzhang.audit.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.Check;
import org.mingzhang.audit.check.Reading;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Span;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.StatementReader;

/**
 * Tries the identities that need no names on every statement of a document's prose. Safe on many
 * threads.
 */
public final class StatedIdentities {
  private final StatementReader reader = new StatementReader();

  /**
   * What was found in a document.
   *
   * @param violations the identities that are broken, in reading order
   * @param others other amounts that words of the document may mean
   */
  public record Result(List<Violation> violations, OtherReadings others) {
    /** Copies the violations. */
    public Result {
      violations = List.copyOf(violations);
    }
  }

  /** Tries the identities on a document. */
  public Result check(Reading reading) {
    List<SectionStatements> sections = reader.read(reading.disclosure());
    Precision precision =
        Precision.of(
            sections.stream()
                .flatMap(s -> s.statements().stream())
                .flatMap(s -> OtherReadings.quantities(s).stream())
                .toList());
    SectionTexts texts = new SectionTexts(reading.sections());
    OtherReadings others = new OtherReadings(reading.sections(), precision);
    ChangeIdentity changes = new ChangeIdentity(precision, texts, others);
    RatioIdentity ratios = new RatioIdentity(precision, texts, others);
    ListIdentity lists = new ListIdentity(precision, texts, CompleteFamilies.STANDARD);
    List<Violation> violations = new ArrayList<>();
    for (SectionStatements section : sections) {
      StatedAmounts amounts = new StatedAmounts(section);
      for (Statement statement : section.statements()) {
        List<Check> answers =
            switch (statement) {
              case Statement.Change change -> answer(changes.check(amounts.complete(change)));
              case Statement.Completion completion -> answer(ratios.check(completion));
              case Statement.Share share -> answer(ratios.check(amounts.complete(share)));
              case Statement.ItemList list -> lists.check(list);
              default -> List.of();
            };
        add(statement, answers, violations);
      }
    }
    return new Result(violations, others);
  }

  private static List<Check> answer(@Nullable Check check) {
    return check == null ? List.of() : List.of(check);
  }

  private static void add(Statement statement, List<Check> answers, List<Violation> violations) {
    for (Check answer : answers) {
      if (answer instanceof Check.Disagrees disagrees) {
        List<Span> operands =
            OtherReadings.quantities(statement).stream().map(Quantity::span).toList();
        violations.add(new Violation(disagrees.finding(), statement.span(), operands));
      }
    }
  }
}
