package org.mingzhang.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.SearchScope;

/** Hits for tests, with the values that most tests need and without snippets. */
public final class Hits {
  private Hits() {}

  /** A document, whose title is its id. */
  public static Hit document(
      String id,
      String agency,
      List<String> region,
      @Nullable Integer year,
      Map<String, String> values) {
    return create(SearchScope.DOCUMENTS, id, id, id, agency, region, year, values);
  }

  /** A fact in a document titled {@code t}; {@code id} begins with that of the document. */
  public static Hit fact(
      String id,
      String account,
      String agency,
      List<String> region,
      @Nullable Integer year,
      Map<String, String> values) {
    String document = id.replaceFirst("/.*", "");
    return create(SearchScope.FACTS, id, document, account, agency, region, year, values);
  }

  private static Hit create(
      SearchScope scope,
      String id,
      String document,
      String title,
      String agency,
      List<String> region,
      @Nullable Integer year,
      Map<String, String> values) {
    return new Hit(
        id,
        scope,
        document,
        scope == SearchScope.FACTS ? "t" : document,
        List.of(),
        title,
        agency,
        region,
        year,
        "部门决算",
        null,
        1,
        List.of(),
        0,
        List.of(),
        null,
        values);
  }
}
