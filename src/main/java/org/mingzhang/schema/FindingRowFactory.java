package org.mingzhang.schema;

import static org.mingzhang.schema.RowColumns.joinColumns;
import static org.mingzhang.schema.RowColumns.putIfPresent;
import static org.mingzhang.schema.RowColumns.toLowerCaseName;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.SearchScope;

/** Creates the rows of findings within one document and of findings between two documents. */
final class FindingRowFactory {
  private FindingRowFactory() {}

  /** Creates the row of a finding within one document. */
  static Document createFindingRow(
      SharedRowValues shared, Finding finding, String anchor, int ordinal) {
    Map<String, String> values = columnValues(finding);
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      values.put("other", shared.sectionId(other.sectionPath()));
    }
    return createRow(shared, finding, "#" + anchor, ordinal, values);
  }

  /**
   * Creates the row of a finding between two documents; its second quotation is in the other one.
   */
  static Document createCrossFindingRow(
      SharedRowValues shared,
      CrossDocumentFinding crossDocumentFinding,
      String anchor,
      int ordinal) {
    Map<String, String> values = columnValues(crossDocumentFinding.finding());
    values.put("other", crossDocumentFinding.otherId());
    values.put("otherTitle", crossDocumentFinding.otherTitle());
    return createRow(shared, crossDocumentFinding.finding(), "#" + anchor, ordinal, values);
  }

  private static Document createRow(
      SharedRowValues shared,
      Finding finding,
      String anchor,
      int ordinal,
      Map<String, String> values) {
    String id = shared.sectionId(finding.sectionPath()) + anchor;
    String topic = RowColumns.topicLabel(shared, finding.sectionPath());
    FindingGap gap = finding.gap();
    List<String> path = shared.headingsOf(finding.sectionPath());
    StoredRow stored =
        shared.createStoredRow(
            id,
            path,
            finding.message(),
            topic,
            finding.page(),
            null,
            values,
            PageMap.ofPage(finding.page()));
    return shared
        .createRow(SearchScope.FINDINGS, id, ordinal, topic)
        .addFacet(FacetDimension.FINDING_KIND, finding.kind().id())
        .addFacet(FacetDimension.SEVERITY, toLowerCaseName(finding.severity()))
        .addNumber(NumberField.GAP, gap == null ? null : gap.yuan())
        .addNumber(NumberField.GAP_PERCENT, gap == null ? null : gap.percent())
        .addWords(WeightedZone.TITLE, finding.message())
        .addWords(WeightedZone.PATH, String.join("\n", path))
        .addWords(WeightedZone.BODY, finding.quote())
        .addExactText(
            TextField.NGRAMS, joinColumns(finding.message(), finding.quote(), finding.formula()))
        .addExactText(TextField.TITLE_NGRAMS, finding.message())
        .build(stored);
  }

  private static Map<String, String> columnValues(Finding finding) {
    Map<String, String> values = new HashMap<>();
    putIfPresent(values, "kind", finding.kind().id());
    putIfPresent(values, "severity", toLowerCaseName(finding.severity()));
    putIfPresent(values, "quote", finding.quote());
    putIfPresent(values, "stated", finding.stated());
    putIfPresent(values, "computed", finding.computed());
    putIfPresent(values, "formula", finding.formula());
    putIfPresent(values, "tolerance", finding.tolerance());
    putIfPresent(values, "message", finding.message());
    putIfPresent(values, "messageEnglish", finding.messageEnglish());
    putIfPresent(values, "rule", finding.rule());
    FindingGap gap = finding.gap();
    if (gap != null) {
      putIfPresent(values, "gapYuan", toPlainStringOrNull(gap.yuan()));
      putIfPresent(values, "gapPercent", toPlainStringOrNull(gap.percent()));
    }
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      putIfPresent(values, "otherQuote", other.quote());
      putIfPresent(values, "otherPage", Integer.toString(other.page()));
    }
    return values;
  }

  private static @Nullable String toPlainStringOrNull(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
