package org.mingzhang.schema;

import static org.mingzhang.schema.IndicatorAndFigureRowFactory.joinColumns;
import static org.mingzhang.schema.IndicatorAndFigureRowFactory.put;
import static org.mingzhang.schema.IndicatorAndFigureRowFactory.toLowerCaseName;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Dimension;
import org.mingzhang.model.Finding;
import org.mingzhang.model.FindingGap;
import org.mingzhang.model.Scope;

/** Creates the rows of findings within a document and of findings that involve another document. */
final class FindingRowFactory {
  private FindingRowFactory() {}

  /** The row of a finding within the document. */
  static Document createFindingRow(
      DocumentContext context, Finding finding, String anchor, int place) {
    Map<String, String> values = values(finding);
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      values.put("other", context.sectionId(other.section()));
    }
    return createRow(context, finding, "#" + anchor, place, values);
  }

  /** The row of a finding that involves another document. */
  static Document createCrossFindingRow(
      DocumentContext context, CrossFinding across, String anchor, int place) {
    Map<String, String> values = values(across.finding());
    values.put("other", across.otherId());
    values.put("otherTitle", across.otherTitle());
    return createRow(context, across.finding(), "#" + anchor, place, values);
  }

  private static Document createRow(
      DocumentContext context,
      Finding finding,
      String anchor,
      int place,
      Map<String, String> values) {
    String id = context.sectionId(finding.section()) + anchor;
    String topic = IndicatorAndFigureRowFactory.topic(context, finding.section());
    FindingGap gap = finding.gap();
    List<String> path = context.headingsOf(finding.section());
    StoredRow stored =
        context.encodeStoredRow(
            id,
            path,
            finding.message(),
            topic,
            finding.page(),
            null,
            values,
            PageMap.ofPage(finding.page()));
    return context
        .createRow(Scope.FINDINGS, id, place, topic)
        .addFacet(Dimension.KIND, finding.kind().id())
        .addFacet(Dimension.SEVERITY, toLowerCaseName(finding.severity()))
        .addNumber(NumberField.GAP, gap == null ? null : gap.yuan())
        .addNumber(NumberField.GAP_PERCENT, gap == null ? null : gap.percent())
        .addWords(WordPart.TITLE, finding.message())
        .addWords(WordPart.PATH, String.join("\n", path))
        .addWords(WordPart.BODY, finding.quote())
        .addExactText(
            TextField.PAIRS, joinColumns(finding.message(), finding.quote(), finding.formula()))
        .addExactText(TextField.TITLE_PAIRS, finding.message())
        .build(stored);
  }

  private static Map<String, String> values(Finding finding) {
    Map<String, String> values = new HashMap<>();
    put(values, "kind", finding.kind().id());
    put(values, "severity", toLowerCaseName(finding.severity()));
    put(values, "quote", finding.quote());
    put(values, "stated", finding.stated());
    put(values, "computed", finding.computed());
    put(values, "formula", finding.formula());
    put(values, "tolerance", finding.tolerance());
    put(values, "message", finding.message());
    put(values, "messageEnglish", finding.messageEnglish());
    put(values, "rule", finding.rule());
    FindingGap gap = finding.gap();
    if (gap != null) {
      put(values, "gapYuan", plain(gap.yuan()));
      put(values, "gapPercent", plain(gap.percent()));
    }
    Finding.QuoteLocation other = finding.other();
    if (other != null) {
      put(values, "otherQuote", other.quote());
      put(values, "otherPage", Integer.toString(other.page()));
    }
    return values;
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
