package org.mingzhang.fact.prose;

import java.util.ArrayList;
import java.util.List;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.StatementReader;

/** Reads the facts of the paragraphs of a document, one for each number of a statement. */
public final class ProseFacts {
  private ProseFacts() {}

  /** The facts in reading order, each with one place. */
  public static List<Fact> read(Disclosure disclosure) {
    List<Fact> facts = new ArrayList<>();
    Perimeter perimeter = Perimeters.of(disclosure).perimeter();
    String agency = disclosure.metadata().agency();
    for (SectionStatements section : new StatementReader().read(disclosure)) {
      FactMaker maker = new FactMaker(section.section(), perimeter, agency);
      for (Statement statement : section.statements()) {
        facts.addAll(maker.facts(statement));
      }
    }
    return facts;
  }
}
