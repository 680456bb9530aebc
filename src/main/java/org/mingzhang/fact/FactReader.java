package org.mingzhang.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.account.DocumentChartSelector;
import org.mingzhang.fact.cell.DocumentTableFactReader;
import org.mingzhang.fact.figure.FigureDeriver;
import org.mingzhang.fact.perimeter.DocumentPerimeter;
import org.mingzhang.fact.prose.ProseFactReader;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.section.StatementReader;

/**
 * Reads the facts of a document, from cells and from prose, and the figures that are derived from
 * them. Thread-safe.
 */
public final class FactReader {
  /**
   * A copy of a disclosure with its facts and figures, and with the evidence of their perimeter
   * added to its metadata. Facts and figures that it already has are replaced.
   */
  public Disclosure withFacts(Disclosure disclosure) {
    return withFacts(disclosure, new StatementReader().read(disclosure));
  }

  /**
   * As {@link #withFacts(Disclosure)}, with statements that were read before.
   *
   * @param statements the statements of the prose of the disclosure
   */
  public Disclosure withFacts(Disclosure disclosure, List<SectionStatements> statements) {
    DocumentPerimeter perimeters = DocumentPerimeter.determine(disclosure);
    UnmergedFacts stated = UnmergedFacts.createFrom(disclosure, statements, perimeters);
    return disclosure
        .withFacts(stated.merge())
        .withFigures(FigureDeriver.deriveFigures(disclosure, stated.cells(), stated.prose()))
        .withEvidence(perimeters.evidence());
  }

  /** Reads and merges the facts of a disclosure; facts that it already has are ignored. */
  public List<Fact> read(Disclosure disclosure) {
    List<SectionStatements> statements = new StatementReader().read(disclosure);
    return UnmergedFacts.createFrom(disclosure, statements, DocumentPerimeter.determine(disclosure))
        .merge();
  }

  /**
   * Facts before they are merged, each with one location.
   *
   * @param cells facts of tables and forms
   * @param prose facts of sentences, also amounts without an account
   * @param names normalizer for the names of prose
   * @param isGovernmentDocument whether it is the document of a government
   * @param agency agency that published the document, or null
   */
  private record UnmergedFacts(
      List<Fact> cells,
      List<Fact> prose,
      FactNameNormalizer names,
      boolean isGovernmentDocument,
      @Nullable String agency) {
    /**
     * Reads the facts of tables, forms and statements, the facts of prose with the default
     * perimeter of the document.
     */
    static UnmergedFacts createFrom(
        Disclosure disclosure, List<SectionStatements> statements, DocumentPerimeter perimeters) {
      String agency = disclosure.metadata().agency();
      List<Fact> cells = DocumentTableFactReader.read(disclosure, perimeters);
      return new UnmergedFacts(
          cells,
          ProseFactReader.readIncludingUnnamedAccounts(
                  disclosure, statements, perimeters.perimeter())
              .stream()
              .map(f -> perimeters.withDefaultPerimeter(f, agency))
              .toList(),
          FactNameNormalizer.forDocument(disclosure, cells),
          DocumentChartSelector.forDocument(disclosure) == ChartOfAccounts.governments(),
          agency);
    }

    /** The merged facts, without amounts that name no account. */
    List<Fact> merge() {
      List<Fact> all = new ArrayList<>(cells);
      prose.stream()
          .filter(ProseFactReader::hasAccountName)
          .map(names::normalize)
          .forEach(all::add);
      return FactMerger.merge(
          isGovernmentDocument
              ? PerimeterCompleter.complete(all, agency)
              : OwnOfficeItemResolver.resolve(all));
    }
  }
}
