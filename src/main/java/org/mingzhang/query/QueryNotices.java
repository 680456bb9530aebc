package org.mingzhang.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mingzhang.model.SearchScope;

/** The notices of parsing and translating queries. */
final class QueryNotices {
  static final QueryNotice TOO_LONG =
      new QueryNotice(
          "too-long",
          "检索式过长，只取前 " + QueryParser.MAX_QUERY_LENGTH + " 个字符。",
          "The query is too long; only its first "
              + QueryParser.MAX_QUERY_LENGTH
              + " characters were used.");
  static final QueryNotice TAKEN_LITERALLY =
      new QueryNotice(
          "taken-literally",
          "检索式无法解析，已按字面检索其中的词语。",
          "The query could not be parsed; its words were searched literally.");
  static final QueryNotice QUOTE_CLOSED =
      new QueryNotice(
          "quote-closed",
          "引号没有成对，已在末尾补上。",
          "A quotation mark was left open; it was closed at the end.");
  static final QueryNotice AMOUNT_IN_YUAN =
      new QueryNotice(
          "amount-in-yuan", "金额没有写单位，按元理解。", "The amount has no unit; it was taken to be in yuan.");
  static final QueryNotice SOME_WORDS =
      new QueryNotice(
          QueryNotice.SOME_WORDS,
          "没有结果同时含有全部词语，以下结果各含其中一部分，所含的词语已标出。",
          "No result contains all of the words; these contain some of them, as marked.");

  /**
   * The notice that a query is searched literally.
   *
   * @param part the part that could not be parsed, or empty
   */
  static QueryNotice takenLiterally(String part) {
    return part.isEmpty()
        ? TAKEN_LITERALLY
        : new QueryNotice(
            TAKEN_LITERALLY.code(),
            "检索式中的“" + part + "”无法解析，已按字面检索全部词语。",
            "The part \""
                + part
                + "\" of the query could not be parsed; all words were searched literally.");
  }

  private static final Map<SearchScope, String> CHINESE_SCOPE_NAMES =
      Map.of(
          SearchScope.SECTIONS, "章节",
          SearchScope.INDICATORS, "指标",
          SearchScope.FIGURES, "金额（旧名称）",
          SearchScope.FACTS, "金额",
          SearchScope.DOCUMENTS, "文件",
          SearchScope.FINDINGS, "疑点");

  private static final Map<SearchScope, String> ENGLISH_SCOPE_NAMES =
      Map.of(
          SearchScope.SECTIONS, "sections",
          SearchScope.INDICATORS, "indicators",
          SearchScope.FIGURES, "figures (former names)",
          SearchScope.FACTS, "amounts",
          SearchScope.DOCUMENTS, "documents",
          SearchScope.FINDINGS, "findings");

  private QueryNotices() {}

  /** The notice that a word before a colon is no field, and was searched as a word. */
  static QueryNotice unknownField(String word) {
    return new QueryNotice(
        "unknown-field",
        "没有名为“" + word + "”的字段，已按文字检索；可用的字段见搜索帮助。",
        "There is no field \"" + word + "\"; it was searched as a word.");
  }

  /**
   * The notice that a field can only be searched in other scopes.
   *
   * @param scopes the scopes whose rows have the field
   */
  static QueryNotice notInScope(QueryField field, List<SearchScope> scopes) {
    return new QueryNotice(
        "field-not-in-scope",
        "此范围没有字段“"
            + field.chineseName()
            + "”，因此没有结果；请改在"
            + scopes.stream()
                .map(scope -> "“" + CHINESE_SCOPE_NAMES.get(scope) + "”")
                .collect(Collectors.joining("或"))
            + "中搜索。",
        "The field "
            + field.id()
            + " does not exist here, so nothing was found; search "
            + scopes.stream().map(ENGLISH_SCOPE_NAMES::get).collect(Collectors.joining(" or "))
            + " instead.");
  }
}
