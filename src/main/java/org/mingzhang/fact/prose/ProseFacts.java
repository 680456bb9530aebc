package org.mingzhang.fact.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.StatementReader;

/** Reads the facts of the paragraphs of a document, one for each number of a statement. */
public final class ProseFacts {
  /** The lines of a form that lost its cells are no sentences. */
  private static final Pattern FORM = Pattern.compile("(?:自评|评价|绩效).*表\\s*$");

  private static final Pattern UNNAMED = Pattern.compile("涉及.{0,10}|资金");

  private ProseFacts() {}

  /** The facts in reading order, each with one place. */
  public static List<Fact> read(Disclosure disclosure) {
    return stated(
            disclosure,
            new StatementReader().read(disclosure),
            Perimeters.of(disclosure).perimeter())
        .stream()
        .filter(ProseFacts::isNamed)
        .toList();
  }

  /** Whether an account is named: 涉及资金 and 资金 alone are money of what is told of before. */
  public static boolean isNamed(Fact fact) {
    return !UNNAMED.matcher(fact.account()).matches();
  }

  /**
   * The facts, and amounts under words that name no account.
   *
   * @param statements what the prose of the disclosure states
   * @param perimeter the perimeter of what names none itself
   */
  public static List<Fact> stated(
      Disclosure disclosure, List<SectionStatements> statements, @Nullable Perimeter perimeter) {
    List<Fact> facts = new ArrayList<>();
    String agency = disclosure.metadata().agency();
    for (SectionStatements section : statements) {
      if (FORM.matcher(section.section().title()).find()) {
        continue;
      }
      FactMaker maker = new FactMaker(section.section(), perimeter, agency);
      for (Statement statement : section.statements()) {
        facts.addAll(maker.facts(statement));
      }
    }
    return facts;
  }
}
