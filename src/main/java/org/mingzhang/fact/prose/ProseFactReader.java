package org.mingzhang.fact.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.account.FundNotes;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Perimeter;
import org.mingzhang.model.Section;
import org.mingzhang.model.Topic;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.section.StatementReader;
import org.mingzhang.text.PatternTable;

/**
 * Reads the facts of the prose of a document, one for each number of a statement. Sections with the
 * title of a performance form are left out.
 */
public final class ProseFactReader {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(ProseFactReader.class);
  private static final Pattern FORM_TITLE = PATTERNS.get("form");

  private static final Pattern NAMELESS_ACCOUNT = PATTERNS.get("nameless-account");

  private ProseFactReader() {}

  /** Reads the facts that name an account in reading order, each with one location. */
  public static List<Fact> read(Disclosure disclosure) {
    return readIncludingUnnamedAccounts(
            disclosure,
            new StatementReader().read(disclosure),
            DocumentPerimeter.determine(disclosure).perimeter())
        .stream()
        .filter(ProseFactReader::hasAccountName)
        .toList();
  }

  /**
   * Whether a fact names an account. 涉及资金 and 资金 alone do not: such words refer to an amount stated
   * before.
   */
  public static boolean hasAccountName(Fact fact) {
    return !NAMELESS_ACCOUNT.matcher(fact.account()).matches();
  }

  /**
   * Reads the facts in reading order, including those for which {@link #hasAccountName} is false.
   *
   * @param statements the statements of the prose of the disclosure
   * @param perimeter perimeter of statements that name none, or null
   */
  public static List<Fact> readIncludingUnnamedAccounts(
      Disclosure disclosure, List<SectionStatements> statements, @Nullable Perimeter perimeter) {
    List<Fact> facts = new ArrayList<>();
    String agency = disclosure.metadata().agency();
    ChartOfAccounts chart = DocumentChartSelector.forDocument(disclosure);
    Map<String, Topic> topics =
        disclosure.sections().stream()
            .collect(Collectors.toMap(Section::path, Section::topic, (one, other) -> one));
    for (SectionStatements section : statements) {
      if (FORM_TITLE.matcher(section.section().title()).find()) {
        continue;
      }
      StatementFactConverter converter =
          new StatementFactConverter(
              section.section(),
              topics.get(Section.parentOf(section.section().path())),
              perimeter,
              agency);
      InsuranceKindResolver insuranceKinds = new InsuranceKindResolver();
      FundNotes notes = FundNotes.findInText(section.section().text(), chart);
      List<Fact> stated = new ArrayList<>();
      for (Statement statement : section.statements()) {
        converter.createFacts(statement).stream()
            .map(insuranceKinds::resolve)
            .map(fact -> notes.applyTo(fact, null))
            .forEach(stated::add);
      }
      facts.addAll(
          SentenceContradictionFilter.removeContradictions(stated, section.section().text()));
    }
    return facts;
  }
}
